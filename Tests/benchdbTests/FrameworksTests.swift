import TestSupport
import Testing

struct FrameworksTests {
  @Test func `built-in frameworks and one's own are listed`() async throws {
    let folder = try FreshFolder()
    try folder.write("# types: regression\n", to: "frameworks/mine/adapter.py")
    let lines = try await folder.benchdb("frameworks").output.split(separator: "\n")
    #expect(lines.first == "framework\tadapter\tversion\ttypes\torigin")
    #expect(lines.contains { $0.hasPrefix("mine\tmine\t\tregression\t/") })
    #expect(lines.contains { $0.hasPrefix("random-forest\tscikit-learn\t1.") })
  }

  @Test func `an adapter is shown as it is, by the name of a framework too`() async throws {
    let folder = try FreshFolder()
    try folder.write("# models: a b\nprint()\n", to: "frameworks/mine/adapter.py")
    #expect(
      try await folder.benchdb("frameworks", "show", "b").output == "# models: a b\nprint()\n")
    let ended = try await folder.benchdb("frameworks", "show", "minne")
    #expect(ended.status == 66)
    #expect(ended.error == "error: no framework \"minne\"; did you mean mine?\n")
  }

  @Test func `a check says what it runs in, or what is missing`() async throws {
    let folder = try FreshFolder()
    try folder.write("# version: 3\n", to: "frameworks/mine/adapter.py")
    let found = try await folder.benchdb("frameworks", "check", "mine").output
    #expect(found.hasPrefix("adapter\tversion\tinterpreter\nmine\t3\t/"))
    try folder.write("# package: no-such-package\n", to: "frameworks/mine/adapter.py")
    let ended = try await folder.benchdb("frameworks", "check", "mine")
    #expect(ended.status == 78)
    #expect(ended.error.hasPrefix("error: mine is not set up, \"benchdb frameworks setup mine\""))
  }

  @Test func `setup makes an environment of pinned packages and proves it`() async throws {
    let folder = try FreshFolder()
    // No package is needed, so that nothing is fetched.
    try folder.write("# version: 1\n# module: csv\n", to: "frameworks/mine/adapter.py")
    try folder.write("", to: "frameworks/mine/requirements.txt")
    let ended = try await folder.benchdb("frameworks", "setup", "mine")
    guard ended.status == 0 else {
      // Debian splits venv off Python; without it setup says so.
      #expect(ended.status == 69 && ended.error.contains("setting up mine stopped at venv"))
      return
    }
    #expect(ended.error.hasSuffix("mine 1 is ready\n"))
    let check = try await folder.benchdb("frameworks", "check", "mine").output
    #expect(check.contains(".local/share/benchdb/frameworks/mine-1/bin/python"))
  }
}
