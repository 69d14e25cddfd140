import PackagePlugin

/// Carries a target's files that are not Swift inside the binary, under their own names.
///
/// SwiftPM's `.embedInCode` mangles names and `Bundle.module` is lost once the binary moves; this
/// keeps one lone binary that runs from any folder.
@main
struct Embed: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let files = target.sourceFiles.filter { $0.type != .source && $0.type != .header }.map(\.url)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(target.name)",
        executable: try context.tool(named: "embed").url,
        arguments: [target.directoryURL.path(), output.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
