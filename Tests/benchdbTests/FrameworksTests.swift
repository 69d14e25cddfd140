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

  /// Says the same of every row.
  static let constant = """
    # version: 3
    import benchdb_job

    class Constant:
        def __init__(self, job, train):
            self.classes = job.classes

        def predict(self, test):
            return [1.5 for _ in test["f0"]]

        def predict_proba(self, test):
            return [[1 / len(self.classes) for _ in self.classes] for _ in test["f0"]]

    benchdb_job.run(Constant, benchdb_job.coded)

    """

  @Test func `a check trains on classes and on numbers`() async throws {
    let folder = try FreshFolder()
    try folder.write(Self.constant, to: "frameworks/mine/adapter.py")
    let ended = try await folder.benchdb("frameworks", "check", "mine")
    #expect(ended.status == 0)
    #expect(ended.error.contains("mine 3 runs in /"))
    let lines = ended.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("framework\tversion\ttype\tstatus\tclass\tduration") == true)
    #expect(
      lines.dropFirst().map { $0.split(separator: "\t")[2] } == ["classification", "regression"])
    #expect(lines.count == 3 && lines[1].contains("\tok\t"))
  }

  @Test func `a built-in framework is checked by a Python that has its package`() async throws {
    let ended = try await FreshFolder().benchdb("frameworks", "check", "decision-tree")
    #expect(ended.status == 0, "\(ended.error)")
    let runs = ended.output.split(separator: "\n").dropFirst()
    #expect(runs.count == 2 && runs.allSatisfy { $0.contains("\tok\t") })
  }

  @Test func `a check that fails says why`() async throws {
    let folder = try FreshFolder()
    try folder.write("raise ValueError('too hot')\n", to: "frameworks/mine/adapter.py")
    let failed = try await folder.benchdb("frameworks", "check", "mine")
    #expect(failed.status == 1)
    #expect(failed.output.contains("\tfailed\tframework\t"))
    #expect(
      failed.error.hasSuffix(
        "mine did not train for classification: it exited with status 1: ValueError: too hot.\n"))
  }

  @Test func `a check says what is missing`() async throws {
    let folder = try FreshFolder()
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
    let check = try await folder.benchdb("frameworks", "check", "mine").error
    #expect(check.contains(".local/share/benchdb/frameworks/mine-1/bin/python"))
  }
}
