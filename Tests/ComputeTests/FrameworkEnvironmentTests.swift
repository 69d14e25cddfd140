import Compute
import Foundation
import Testing

@Suite struct FrameworkEnvironmentTests {
  @Test func `an environment lies in a folder of its name and version`() throws {
    let adapter = try adapter("# version: 1.9.1\n")
    #expect(FrameworkEnvironment.folder(of: adapter, in: "/data") == "/data/mine-1.9.1")
    #expect(
      FrameworkEnvironment.folder(of: try self.adapter(""), in: "/data") == "/data/mine-unversioned"
    )
  }

  @Test func `none is there before setup makes it`() throws {
    let adapter = try adapter("# version: 1.9.1\n")
    #expect(
      throws: ComputeError.notSetUp(framework: "mine", reason: "no environment was made for it")
    ) {
      try FrameworkEnvironment.made(for: adapter, in: "/no/such/folder")
    }
  }

  @Test func `one whose packages are not all there is none yet`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let folder = "\(place.path)/mine-1"
    try place.write("", to: "mine-1/unfinished.txt")
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/bin/python", withDestinationPath: "/usr/bin/python3")
    let adapter = try adapter("# version: 1\n")
    let unfinished = ComputeError.notSetUp(
      framework: "mine", reason: "its environment was not finished")
    #expect(throws: unfinished) { try FrameworkEnvironment.made(for: adapter, in: place.path) }
    try FileManager.default.removeItem(atPath: folder + "/unfinished.txt")
    #expect(try FrameworkEnvironment.made(for: adapter, in: place.path).version == "1")
  }

  @Test func `a Python that lacks the package says so`() throws {
    let adapter = try adapter("# package: no-such-package\n")
    #expect(
      throws: ComputeError.notSetUp(
        framework: "mine",
        reason: "importlib.metadata.PackageNotFoundError: No package metadata was found for "
          + "no-such-package")
    ) {
      try FrameworkEnvironment.checked(adapter, with: "/usr/bin/python3")
    }
  }

  @Test func `a module that cannot be imported is not proved`() throws {
    let environment = try FrameworkEnvironment.checked(
      try adapter("# version: 1\n# module: no_such_module\n"), with: "/usr/bin/python3")
    #expect(environment.version == "1")
    #expect(
      throws: ComputeError.notSetUp(
        framework: "mine", reason: "ModuleNotFoundError: No module named 'no_such_module'")
    ) {
      try environment.proveImport()
    }
  }

  @Test func `the version is the package's own`() throws {
    let environment = try FrameworkEnvironment.checked(
      try adapter("# version: 1\n# package: scikit-learn\n# module: csv\n"),
      with: "/usr/bin/python3")
    #expect(environment.version != "1")
    #expect(environment.interpreter == "/usr/bin/python3")
    try environment.proveImport()
  }

  @Test func `setup needs a Python of a version that the adapter runs on`() throws {
    let setup = EnvironmentSetup(
      adapter: try adapter("# pythons: 2.6\n"), root: "/no/such/folder", searchPath: ["/usr/bin"],
      environment: [:])
    #expect(throws: ComputeError.noPython(framework: "mine", versions: ["2.6"])) {
      try setup.run(progress: { _ in })
    }
  }

  private func adapter(_ head: String) throws -> Adapter {
    try #require(
      Adapter(
        name: "mine", origin: .builtIn,
        files: [
          Adapter.File(name: "adapter.py", text: head),
          Adapter.File(name: "requirements.txt", text: ""),
        ]))
  }
}
