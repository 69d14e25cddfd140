import TestSupport
import Testing

/// Whole sessions at a real terminal, key by key.
@Suite(.serialized) struct PromptScreenTests {
  /// A terminal as someone has it.
  struct Look: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var size: (columns: Int, rows: Int)
    var environment: [String: String]
    var showsColours: Bool
  }

  static let looks = [
    Look(testDescription: "80-dark", size: (80, 24), environment: [:], showsColours: true),
    Look(
      testDescription: "80-plain", size: (80, 24), environment: ["NO_COLOR": "1"],
      showsColours: true),
    Look(
      testDescription: "80-c", size: (80, 24), environment: ["LC_ALL": "C"], showsColours: false),
    Look(testDescription: "200-dark", size: (200, 50), environment: [:], showsColours: true),
    Look(
      testDescription: "200-c", size: (200, 50), environment: ["LC_ALL": "C", "NO_COLOR": "1"],
      showsColours: true),
  ]

  private func session(
    _ name: String, at look: Look = looks[0], _ command: String = "benchdb repl"
  ) async throws -> ScreenSession {
    let folder = try FreshFolder()
    #expect(try await folder.benchdb("init", "--sample", "-q").status == 0)
    return try ScreenSession(
      "prompt/\(name).txt", command, size: look.size, in: folder,
      environment: look.environment, showsColours: look.showsColours)
  }

  @Test(arguments: looks)
  func `the first ten seconds`(look: Look) async throws {
    let session = try await session("first-\(look.testDescription)", at: look)
    try session.step("benchdb repl")
    try session.step("a word half typed", type: "select frame", press: "Tab")
    try session.step(
      "a query", type: ", mean_rank, wins, mean from leaderboard where metric = 'f1' order by 2;")
    try session.step("its answer", press: "Enter")
    try session.step("a wide and long result", type: "select * from results;", press: "Enter")
    try session.step("a mistyped name", press: "C-l")
    try session.step("its error", type: "select frmework from leaderboard;", press: "Enter")
    try session.step("a mistyped command", type: ".tabels", press: "Enter")
    try session.step("the failures, counted", type: ".count framework", press: "Enter")
    try session.step("records", type: "\\x", press: "Enter")
    try session.step("one of them", type: "select * from runs limit 1;", press: "Enter")
    try session.step("leaving", press: "C-d")
    session.finish()
  }

  /// What README shows.
  @Test func `a query, a mistake and a join`() async throws {
    let look = Look(
      testDescription: "readme", size: (80, 26), environment: [:], showsColours: false)
    let session = try await session("readme", at: look)
    try session.step("benchdb repl")
    try session.step("cleared", type: ".timer off", press: "Enter", "C-l")
    try session.step(
      "a query",
      type: "select framework, mean_rank from leaderboard where metric = 'f1' order by 2 limit 3;",
      press: "Enter")
    try session.step("a mistake", type: "select frmework from results;", press: "Enter")
    try session.step(
      "a join", type: "select dataset_id, r.duration from runs r join ", press: "Tab")
    session.finish()
  }

  @Test func `a statement is edited as a block`() async throws {
    let session = try await session("editing")
    try session.step("benchdb repl")
    try session.step("a first line", type: "select framework, count(*)", press: "Enter")
    try session.step("a second", type: "from runs grop by 1;")
    try session.step("back to the word", press: "M-b", "M-b", "Left")
    try session.step("mended", press: "BSpace", "BSpace")
    try session.step("and typed", type: "oup")
    try session.step("up a line, and all of it deleted", press: "Up", "C-a", "C-k")
    try session.step("undone", press: "C-_")
    try session.step("given up", press: "C-c")
    try session.paste("pasted, and not run", "select 1;\nselect 2;\n")
    try session.step("run", press: "Enter")
    try session.step("searched for", press: "C-r")
    try session.step("with some letters", type: "sel 2")
    try session.step("taken", press: "Right")
    try session.resize("in a narrow window", columns: 30, rows: 10)
    try session.step("gone", press: "C-c", "C-d")
    session.finish()
  }

  @Test func `completion knows the place`() async throws {
    let session = try await session("completion")
    try session.step("benchdb repl")
    try session.step("relations behind FROM", type: "select * from ", press: "Tab")
    try session.step("narrowed by letters of the name", type: "lbrd")
    try session.step("taken", press: "Enter")
    try session.step("its columns", type: "where ", press: "Tab")
    try session.step("values of one", press: "Escape")
    try session.step("in quotes", type: "metric = ", press: "Tab")
    try session.step("the second", press: "Down", "Enter")
    try session.step("away with it", press: "C-c")
    try session.step("joins by their keys", type: "select * from runs r join ", press: "Tab")
    try session.step("the first", press: "Enter")
    try session.step("columns of an alias", press: "C-c")
    try session.step(
      "behind its dot", type: "select r. from runs r", press: "C-a", "M-f", "Right", "Right",
      "Right")
    try session.step("all of them", press: "Tab")
    try session.step("left alone", press: "Escape", "C-c")
    try session.step("commands", type: ".de", press: "Tab")
    try session.step("queries and their parameters", press: "Escape", "C-c")
    try session.step("by name", type: ".query leader", press: "Tab")
    try session.step("and then", press: "Tab")
    session.finish()
  }
}
