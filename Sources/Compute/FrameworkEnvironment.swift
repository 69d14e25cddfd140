import Foundation

/// What an adapter runs in: an interpreter that has its packages, or nothing for other programs.
package struct FrameworkEnvironment: Sendable, Equatable {
  package let adapter: Adapter
  /// The absolute path of the Python that runs it; nil for an adapter that is a program itself.
  package let interpreter: String?
  /// The version that results carry: that of its package, else what the head says.
  package let version: String

  /// Where `frameworks setup` makes the environment of `adapter`, below the folder for all.
  package static func folder(of adapter: Adapter, in root: String) -> String {
    "\(root)/\(adapter.name)-\(adapter.version.isEmpty ? "unversioned" : adapter.version)"
  }

  /// The requirements, which lie in an environment for as long as they are being installed.
  static func unfinished(in folder: String) -> String { folder + "/unfinished.txt" }

  /// The environment that `frameworks setup` made below `root`; `notSetUp` while there is none.
  package static func made(
    for adapter: Adapter, in root: String
  ) throws(ComputeError) -> FrameworkEnvironment {
    guard adapter.isPython, adapter.requirements != nil else {
      throw .notSetUp(framework: adapter.name, reason: "it has no requirements to install")
    }
    let folder = folder(of: adapter, in: root)
    let python = folder + "/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw .notSetUp(framework: adapter.name, reason: "no environment was made for it")
    }
    guard !FileManager.default.fileExists(atPath: unfinished(in: folder)) else {
      throw .notSetUp(framework: adapter.name, reason: "its environment was not finished")
    }
    return try checked(adapter, with: python)
  }

  /// The environment that a Python already there is, when it has the adapter's package.
  ///
  /// An adapter that is not Python needs none. That the package also works, `proveImport` shows; it
  /// takes a second or more, which every run would wait for.
  package static func checked(
    _ adapter: Adapter, with python: String
  ) throws(ComputeError) -> FrameworkEnvironment {
    guard adapter.isPython else {
      try proveExecutable(adapter)
      return FrameworkEnvironment(adapter: adapter, interpreter: nil, version: adapter.version)
    }
    guard let package = adapter.package else {
      return FrameworkEnvironment(adapter: adapter, interpreter: python, version: adapter.version)
    }
    let version = try say(versionScript, of: package, by: python, for: adapter)
    return FrameworkEnvironment(adapter: adapter, interpreter: python, version: version)
  }

  /// Throws `cannotStart` for a program of the user's that the system would not run.
  private static func proveExecutable(_ adapter: Adapter) throws(ComputeError) {
    guard case .folder(let folder) = adapter.origin else { return }
    let path = "\(folder)/\(adapter.program)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .cannotStart(
        program: path, reason: "it is no executable file; \"chmod +x\" makes it one")
    }
  }

  /// Imports the adapter's module; throws `notSetUp` with what Python says of it.
  package func proveImport() throws(ComputeError) {
    guard let interpreter, let module = adapter.module else { return }
    let script = "import importlib, sys; importlib.import_module(sys.argv[1]); print(sys.argv[1])"
    _ = try Self.say(script, of: module, by: interpreter, for: adapter)
  }

  /// Before Python 3.8 the version of a package was setuptools' to say.
  private static let versionScript = """
    import sys
    try:
        from importlib.metadata import version
    except ImportError:
        from pkg_resources import get_distribution
        version = lambda name: get_distribution(name).version
    print(version(sys.argv[1]))
    """

  /// The last line that a script prints about a package.
  private static func say(
    _ script: String, of package: String, by python: String, for adapter: Adapter
  ) throws(ComputeError) -> String {
    var program = Subprocess(program: python, arguments: ["-c", script, package], folder: "/")
    program.environment = [
      "PATH": TaskRunner.systemPath, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore",
    ]
    program.timeLimit = .seconds(300)
    let ending = try program.run()
    guard ending.cause == .exited(0), let line = ending.lastLine else {
      throw .notSetUp(
        framework: adapter.name, reason: ending.lastLine ?? "\(python) ended without a word")
    }
    return line
  }
}

extension ProcessEnding {
  /// The last line of the log that says something.
  var lastLine: String? {
    log.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
