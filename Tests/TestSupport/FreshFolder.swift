package import Foundation

/// A new folder with the built program at hand; it is gone when the test is.
package final class FreshFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A new folder with an empty warehouse in it.
  package static func withWarehouse() async throws -> FreshFolder {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init")
    return folder
  }

  // MARK: Files

  /// Writes a file, and the folders above it.
  package func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The text of a file; nil where there is none.
  package func text(_ name: String) -> String? {
    try? String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The names in the folder, sorted.
  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  // MARK: Programs

  /// Runs `benchdb` in the folder, with no more environment than a fresh account has.
  package func benchdb(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Ended {
    try await run(
      Self.products.appending(path: "benchdb").path, arguments, input: input,
      environment: environment)
  }

  /// Runs a line of shell in the folder, with `benchdb` on the PATH.
  package func shell(
    _ line: String, environment: [String: String] = [:]
  ) async throws -> Ended {
    try await run("/bin/sh", ["-c", line], input: "", environment: environment)
  }

  /// How a program ended and what it wrote.
  package struct Ended: Sendable {
    package var status: Int32
    package var output: String
    package var error: String
  }

  /// The folder of the test bundle, where the build puts the program too.
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Where programs are looked for: `benchdb` is the one that was built.
  package static let path = "\(products.path):/usr/local/bin:/usr/bin:/bin"

  private func run(
    _ program: String, _ arguments: [String], input: String, environment: [String: String]
  ) async throws -> Ended {
    // Files, not pipes: a program may write as much as it likes while nobody reads.
    let streams = try FreshFolder()
    for name in ["output", "error"] { try streams.write("", to: name) }
    try streams.write(input, to: "input")
    let account = ["PATH": Self.path, "HOME": url.path, "LANG": "C.UTF-8"]
    let running = try Program(
      program, arguments, folder: url, environment: account.merging(environment) { $1 },
      input: FileHandle(forReadingFrom: streams.url.appending(path: "input")),
      output: FileHandle(forWritingTo: streams.url.appending(path: "output")),
      error: FileHandle(forWritingTo: streams.url.appending(path: "error")))
    return Ended(
      status: await running.end(), output: streams.text("output") ?? "",
      error: streams.text("error") ?? "")
  }
}
