import Foundation

/// What an adapter runs in: an interpreter that has its packages, or nothing for other programs.
package struct FrameworkEnvironment: Sendable, Equatable {
  package let adapter: Adapter
  /// The absolute path of the Python that runs it; nil for an adapter that is a program itself.
  package let interpreter: String?
  /// The version that results carry: its module's own word, else what the head says.
  package let version: String

  /// Where `frameworks setup` makes the environment of `adapter`, below the folder for all.
  package static func folder(of adapter: Adapter, in root: String) -> String {
    "\(root)/\(adapter.name)-\(adapter.version.isEmpty ? "unversioned" : adapter.version)"
  }

  /// The environment that `frameworks setup` made below `root`; `notSetUp` while there is none.
  package static func made(
    for adapter: Adapter, in root: String
  ) throws(ComputeError) -> FrameworkEnvironment {
    guard adapter.isPython, adapter.requirements != nil else {
      throw .notSetUp(framework: adapter.name, reason: "it has no requirements to install")
    }
    let python = folder(of: adapter, in: root) + "/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw .notSetUp(framework: adapter.name, reason: "no environment was made for it")
    }
    return try checked(adapter, with: python)
  }

  /// The environment that a Python already there is, after it imported what the adapter needs.
  ///
  /// An adapter that is not Python needs none.
  package static func checked(
    _ adapter: Adapter, with python: String
  ) throws(ComputeError) -> FrameworkEnvironment {
    guard adapter.isPython else {
      return FrameworkEnvironment(adapter: adapter, interpreter: nil, version: adapter.version)
    }
    guard let module = adapter.module else {
      return FrameworkEnvironment(adapter: adapter, interpreter: python, version: adapter.version)
    }
    let version = try version(of: module, by: python, for: adapter)
    return FrameworkEnvironment(adapter: adapter, interpreter: python, version: version)
  }

  private static func version(
    of module: String, by python: String, for adapter: Adapter
  ) throws(ComputeError) -> String {
    let script = "import importlib, sys\nprint(importlib.import_module(sys.argv[1]).__version__)"
    var program = Subprocess(program: python, arguments: ["-c", script, module], folder: "/")
    program.environment = ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"]
    program.timeLimit = .seconds(300)
    let ending = try program.run()
    guard ending.cause == .exited(0), let version = ending.lastLine else {
      throw .notSetUp(
        framework: adapter.name, reason: ending.lastLine ?? "\(python) does not import \(module)")
    }
    return version
  }
}

extension ProcessEnding {
  /// The last line of the log that says something.
  var lastLine: String? {
    log.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
