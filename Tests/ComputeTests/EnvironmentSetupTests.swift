import Testing

@testable import Compute

struct EnvironmentSetupTests {
  @Test func `what packages run in is given no secret`() throws {
    let adapter = try #require(
      Adapter(
        name: "mine", origin: .builtIn,
        files: [Adapter.File(name: "adapter.py", text: "# version: 1\n")]))
    let given = [
      "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "https_proxy", "NO_PROXY", "PIP_INDEX_URL",
      "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "XDG_CACHE_HOME",
    ]
    let kept = ["AWS_SECRET_ACCESS_KEY", "BENCHDB_OPENML_API_KEY", "PYTHONPATH", "GITHUB_TOKEN"]
    let setup = EnvironmentSetup(
      adapter: adapter, root: "/data", searchPath: [],
      environment: Dictionary(uniqueKeysWithValues: (given + kept).map { ($0, "x") }))
    #expect(setup.environment.keys.sorted() == given.sorted())
  }

  @Test func `a program that is needed and missing is named, with what has it`() throws {
    let adapter = try #require(
      Adapter(
        name: "mine", origin: .builtIn,
        files: [Adapter.File(name: "adapter.py", text: "# needs: sh no-such=its-package\n")]))
    let setup = EnvironmentSetup(adapter: adapter, root: "/data", searchPath: [], environment: [:])
    let missing = ComputeError.noProgram(
      framework: "mine", program: "no-such", package: "its-package")
    #expect(throws: missing) { try setup.findPrograms(in: "/usr/bin:/bin") }
    #expect(
      missing.description
        == "mine needs no-such, which is not here; \"apt install its-package\" gets it")
  }
}
