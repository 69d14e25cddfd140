import TestSupport
import Testing

/// One framework on one dataset, by the program itself.
struct LocalTests {
  /// A folder with a dataset and two frameworks: one that predicts a quarter for class 1, one that fails.
  private func folder() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    let rows = (0..<10).map { "\($0),\($0 % 2)\n" }.joined()
    try folder.write("x,target\n" + rows, to: "datasets/pairs.csv")
    try folder.write("NAME,TYPE\nx,numerical\ntarget,target\n", to: "datasets/pairs_types.csv")
    let quarter =
      #"print(*["0,1"] + 3 * ["0.75,0.25"], sep="\n", file=open("predictions.csv", "w"))"#
    try folder.write(
      "# version: 2\n\(quarter)\nprint('done')\n", to: "frameworks/quarter/adapter.py")
    try folder.write("raise ValueError('no')\n", to: "frameworks/broken/adapter.py")
    return folder
  }

  @Test func `a run is printed and recorded`() async throws {
    let folder = try await folder()
    // Rows 6, 4 and 7 test: classes 0, 0 and 1.
    let ended = try await folder.benchdb("local", "quarter", "pairs", "classification", "75")
    #expect(ended.status == 0, "\(ended.error)")
    let lines = ended.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines[0].starts(with: ["framework", "version", "dataset", "type", "seed", "budget"]))
    #expect(lines[1].starts(with: ["quarter", "2", "pairs", "classification", "75"]))
    let recorded = try await folder.benchdb(
      "query", "SELECT framework, version, dataset, seed, budget, status, acc, auc FROM results")
    #expect(
      recorded.output.hasSuffix(
        "quarter\t2\tpairs\t75\t2c/3500MB/10800s/12600s\tok\t0.6666666666666666\t0.5\n"))
    #expect(try await folder.benchdb("query", "SELECT text FROM logs").output == "text\ndone\\n\n")
    let shape = "SELECT rows, features, classes, one_hot FROM datasets"
    #expect(try await folder.benchdb("query", shape).output.hasSuffix("\n10\t2\t2\t1\n"))
  }

  @Test func `a run that fails is recorded too and ends with 1`() async throws {
    let folder = try await folder()
    let ended = try await folder.benchdb("local", "broken", "pairs", "classification", "75")
    #expect(ended.status == 1)
    #expect(
      ended.error == """
        error: broken on pairs with seed 75 did not finish: it exited with status 1: ValueError: no.

        """)
    let recorded = try await folder.benchdb("query", "SELECT status, class FROM results")
    #expect(recorded.output == "status\tclass\nfailed\tframework\n")
  }

  @Test func `limits given name the budget`() async throws {
    let ended = try await folder().benchdb(
      "local", "quarter", "pairs", "classification", "75", "--no-record", "--cores", "1",
      "--memory", "500", "--time-limit", "60", "--format", "jsonl")
    #expect(ended.output.contains(#""budget":"1c/500MB/60s/180s""#))
  }

  @Test(arguments: ["--time-limit", "--cores", "--memory"])
  func `a limit beyond all measure is a usage error`(flag: String) async throws {
    for limit in ["0", "9223372036854775807"] {
      let ended = try await FreshFolder().benchdb(
        "local", "quarter", "pairs", "classification", "75", flag, limit)
      #expect(ended.status == 64)
      #expect(ended.error.contains("are whole numbers from 1 to 1000000000"))
    }
  }

  @Test(arguments: [
    (
      ["quater", "pairs", "classification", "75"], 66,
      "no framework \"quater\"; did you mean quarter?"
    ),
    (
      ["quarter", "pair", "classification", "75"], 66,
      "no pair.csv and pair_types.csv in datasets; did you mean pairs?"
    ),
    (
      ["quarter", "../pairs", "classification", "75"], 64,
      "\"../pairs\" is not the name of a dataset"
    ),
    (
      ["quarter", "pairs", "ranking", "75"], 64,
      "no type \"ranking\"; classification and regression"
    ),
    (["quarter", "pairs", "classification", "4294967296"], 64, "seed 4294967296 is out of range"),
  ])
  func `what cannot be run is refused, and nothing is recorded`(
    arguments: [String], status: Int32, message: String
  ) async throws {
    let folder = try await folder()
    let words = arguments.joined(separator: " ")
    let ended = try await folder.shell("benchdb local \(words)")
    #expect(ended.status == status)
    #expect(ended.error.hasPrefix("error: \(message)"), "\(ended.error)")
    let count = try await folder.benchdb("query", "SELECT count(*) AS n FROM runs")
    #expect(count.output == "n\n0\n")
  }

  @Test func `a warehouse is asked for before any work`() async throws {
    let folder = try FreshFolder()
    let ended = try await folder.benchdb("local", "constant", "pairs", "classification", "75")
    #expect(ended.status == 66)
    #expect(ended.error.hasPrefix("error: no database at ./bench.db."))
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `a run that is ended from outside is recorded and leaves nothing behind`(
    signal: String
  ) async throws {
    let folder = try await folder()
    // The framework itself asks benchdb to end, the parent of its guard.
    let script = """
      import os, signal, subprocess, time
      subprocess.Popen(["sleep", "600"])
      guard = open(f"/proc/{os.getppid()}/stat").read().rsplit(")")[1].split()
      os.kill(int(guard[1]), signal.SIG\(signal))
      time.sleep(600)
      """
    try folder.write(script, to: "frameworks/slow/adapter.py")
    let ended = try await folder.benchdb("local", "slow", "pairs", "classification", "75")
    #expect(ended.status == 130)
    #expect(ended.error.hasSuffix("did not finish: it was cancelled.\n"))
    let recorded = try await folder.benchdb("query", "SELECT status, class FROM results")
    #expect(recorded.output == "status\tclass\nkilled\tinterrupted\n")
  }
}
