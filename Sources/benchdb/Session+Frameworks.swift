import Compute
import Foundation

extension Session {
  /// The built-in frameworks and those in `./frameworks`.
  var frameworks: FrameworkCatalog {
    FrameworkCatalog(userFolder: "\(FileManager.default.currentDirectoryPath)/frameworks")
  }

  /// Where runs live while they last.
  var temporaryFolder: String { environment["TMPDIR"] ?? "/tmp" }

  /// Where the environments that `frameworks setup` makes are kept.
  var environmentsFolder: String { environment.dataFolder + "/frameworks" }

  /// What an adapter runs in: the Python named, else the environment made for it, else the first
  /// Python on the PATH that has what it needs.
  func frameworkEnvironment(
    for adapter: Adapter, python: String?
  ) throws(ComputeError) -> FrameworkEnvironment {
    if let python { return try .checked(adapter, with: absolute(python)) }
    guard adapter.isPython else { return try .checked(adapter, with: "") }
    do {
      return try .made(for: adapter, in: environmentsFolder)
    } catch {
      for python in pythons {
        if let found = try? FrameworkEnvironment.checked(adapter, with: python) { return found }
      }
      throw error
    }
  }

  /// What makes an adapter's environment.
  func setup(of adapter: Adapter) -> EnvironmentSetup {
    EnvironmentSetup(
      adapter: adapter, root: environmentsFolder, searchPath: searchPath + managedPythons,
      environment: environment.variables)
  }

  /// Where pyenv and uv keep theirs, the newest first.
  private var managedPythons: [String] {
    let home = environment["HOME"] ?? ""
    return ["\(home)/.pyenv/versions", "\(environment.dataFolder)/../uv/python"].flatMap { folder in
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return versions.sorted().reversed().map { "\(folder)/\($0)/bin" }
    }
  }

  private var pythons: [String] {
    searchPath.map { "\($0)/python3" }
      .filter { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var searchPath: [String] {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
      .filter { $0.hasPrefix("/") }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }
}
