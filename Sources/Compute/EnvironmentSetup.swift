import Foundation

/// The making of an adapter's environment: a virtual environment with its pinned packages.
package struct EnvironmentSetup: Sendable {
  package let adapter: Adapter
  /// Below which environments are kept, a folder each.
  package let root: String
  /// The folders where a Python may be, in order: those of PATH, and those of version managers.
  package var searchPath: [String]
  /// What pip and the packages' own set-up code are given: where to look, proxies, certificates,
  /// index settings. Nothing else: that code is strangers', and a variable may be a secret.
  package let environment: [String: String]

  package init(
    adapter: Adapter, root: String, searchPath: [String], environment: [String: String]
  ) {
    self.adapter = adapter
    self.root = root
    self.searchPath = searchPath
    self.environment = environment.filter { Self.isPassed($0.key) }
  }

  private static func isPassed(_ name: String) -> Bool {
    ["PATH", "HOME", "LANG", "TMPDIR", "REQUESTS_CA_BUNDLE"].contains(name)
      || ["LC_", "PIP_", "SSL_CERT_", "XDG_"].contains { name.hasPrefix($0) }
      || name.hasSuffix("_PROXY") || name.hasSuffix("_proxy")
  }

  /// Makes the environment, in place of one that is there; goes on with one that was interrupted.
  ///
  /// - Parameter progress: told each step as it begins.
  package func run(
    progress: (String) -> Void, isCancelled: () -> Bool = { false }
  ) throws(ComputeError) -> FrameworkEnvironment {
    guard adapter.isPython, let requirements = adapter.requirements else {
      throw .notSetUp(framework: adapter.name, reason: "it has no requirements to install")
    }
    try findPrograms(in: TaskRunner.systemPath)
    progress("looking for Python \(adapter.pythons.joined(separator: ", "))")
    let python = try findPython()
    let folder = FrameworkEnvironment.folder(of: adapter, in: root)
    // There while packages are being installed, so that what was installed is not done again.
    let unfinished = FrameworkEnvironment.unfinished(in: folder)
    if (try? String(contentsOfFile: unfinished, encoding: .utf8)) == requirements {
      progress("going on with \(folder)")
    } else {
      progress("making \(folder) with \(python)")
      try prepare(folder)
      try step("venv", python, ["-m", "venv", "--clear", folder], in: root, isCancelled)
      try write(requirements, to: unfinished)
    }
    progress(Self.installing(requirements))
    let install = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    try step(
      "pip", folder + "/bin/python", install + ["-r", unfinished], in: folder, isCancelled)
    try? FileManager.default.removeItem(atPath: unfinished)
    progress("importing \(adapter.module ?? adapter.name)")
    let made = try FrameworkEnvironment.made(for: adapter, in: root)
    try made.proveImport()
    return made
  }

  /// Throws `noProgram` for the first program that the adapter needs and `path`, one that runs are
  /// given, has not.
  func findPrograms(in path: String) throws(ComputeError) {
    for need in adapter.needs {
      let candidates = path.split(separator: ":").map { "\($0)/\(need.program)" }
      guard candidates.contains(where: FileManager.default.isExecutableFile) else {
        throw .noProgram(framework: adapter.name, program: need.program, package: need.package)
      }
    }
  }

  private static func installing(_ requirements: String) -> String {
    let packages = requirements.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") && !$0.isEmpty }
    return packages.count < 6
      ? "installing \(packages.joined(separator: " "))"
      : "installing \(packages.count) packages, which takes minutes"
  }

  /// The first Python of a version that the adapter runs on, versions in the adapter's order.
  func findPython() throws(ComputeError) -> String {
    let names = adapter.pythons.map { "python\($0)" } + ["python3"]
    let candidates = names.flatMap { name in searchPath.map { "\($0)/\(name)" } }
    for path in candidates where FileManager.default.isExecutableFile(atPath: path) {
      guard let version = try? Self.version(of: path) else { continue }
      if adapter.pythons.isEmpty || adapter.pythons.contains(version) { return path }
    }
    throw .noPython(framework: adapter.name, versions: adapter.pythons)
  }

  /// The version of a Python as `3.11`; a shim of a version manager may start and have none.
  private static func version(of python: String) throws(ComputeError) -> String? {
    let script = "import sys; print('%d.%d' % sys.version_info[:2])"
    var program = Subprocess(program: python, arguments: ["-c", script], folder: "/")
    program.timeLimit = .seconds(60)
    let ending = try program.run()
    return ending.cause == .exited(0) ? ending.lastLine : nil
  }

  private func step(
    _ name: String, _ program: String, _ arguments: [String], in folder: String,
    _ isCancelled: () -> Bool
  ) throws(ComputeError) {
    var program = Subprocess(program: program, arguments: arguments, folder: folder)
    program.environment = environment
    let ending = try program.run(isCancelled: isCancelled)
    guard ending.cause == .exited(0) else {
      let reason = ending.cause == .cancelled ? "it was cancelled" : ending.lastLine
      throw .setUp(framework: adapter.name, step: name, reason: reason ?? "\(ending.cause)")
    }
  }

  private func prepare(_ folder: String) throws(ComputeError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .file(folder, reason: error.localizedDescription)
    }
  }

  private func write(_ text: String, to path: String) throws(ComputeError) {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw .file(path, reason: error.localizedDescription)
    }
  }
}
