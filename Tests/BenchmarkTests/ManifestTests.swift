import Benchmark
import Testing

struct ManifestTests {
  private static let tasks = [
    BenchmarkTask(
      framework: Framework(name: "tpot", version: "0.12.2"),
      dataset: Dataset(openMLID: 31, name: "credit-g"), type: .classification, seed: 75, fold: 2,
      budget: Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600)),
    BenchmarkTask(
      framework: Framework(name: "mine \"quoted\""), dataset: Dataset(name: "my-data"),
      type: .regression, seed: 0, budget: Budget(name: "1.5 s", softLimit: .seconds(1.5))),
  ]

  @Test func `tasks come back as they were`() throws {
    let manifest = Manifest(Manifest(Self.tasks).bytes)
    #expect(manifest.count == 2)
    #expect(try manifest.entry(0) == ManifestEntry(Self.tasks[0]))
    #expect(try manifest.entry(1) == ManifestEntry(Self.tasks[1]))
  }

  @Test func `a line is what the documentation shows`() {
    #expect(
      ManifestEntry(id: 7, task: Self.tasks[0]).json
        == """
        {"id":7,"framework":"tpot","version":"0.12.2","dataset":"31","dataset_name":"credit-g",\
        "type":"classification","seed":75,"fold":2,"budget":{"name":"2c/3500MB/10800s/12600s",\
        "cores":2,"memory_mb":3500,"soft_seconds":10800,"hard_seconds":12600}}
        """)
  }

  @Test func `the last line needs no end, and a later version may say more`() throws {
    let line =
      #"{"id":7,"framework":"a","dataset":"31","type":"regression","seed":1,"mood":"good"}"#
    let entry = try Manifest(Array(line.utf8)).entry(0)
    #expect(entry.id == 7)
    #expect(entry.task.dataset == Dataset(openMLID: 31, name: "31"))
    #expect(entry.task.budget == .unspecified)
  }

  @Test(arguments: [
    ("", 0, "the manifest has 0 tasks, none with the index 0"),
    ("{}\n", 1, "the manifest has 1 task, none with the index 1"),
    ("{}\n", -1, "the manifest has 1 task, none with the index -1"),
    ("{}\n\n", 1, "line 2 is empty, where a task belongs"),
    ("[7]", 0, "line 1 is no object"),
    ("{}", 0, "line 1 has no id"),
    (#"{"id":-1}"#, 0, "line 1 has the id -1, where a number from 0 belongs"),
    (#"{"id":"7"}"#, 0, "line 1 has the id \"7\", where a whole number belongs"),
    (#"{"id":7}"#, 0, "line 1 has no framework"),
    (#"{"id":7,"framework":3}"#, 0, "line 1 has the framework 3, where a text belongs"),
    (#"{"id":7"#, 0, "line 1 ends before the JSON does"),
    (
      #"{"id":7,"framework":"a","seed":1,"dataset":"31","type":"clustering"}"#, 0,
      "line 1 has the type \"clustering\", where one of classification, regression, timeseries belongs"
    ),
    (
      #"{"id":7,"framework":"a","seed":1,"dataset":"31","type":"regression","budget":{"cores":2}}"#,
      0,
      "line 1 in its budget has no name"
    ),
  ])
  func `what cannot be meant is said in a sentence`(text: String, index: Int, sentence: String) {
    let error = #expect(throws: BenchmarkError.self) {
      try Manifest(Array(text.utf8)).entry(index)
    }
    #expect(error?.description == sentence)
  }

  @Test func `a log names the task that it is of, as the original's do`() {
    let entry = ManifestEntry(Self.tasks[0])
    #expect(entry.logLine == "[\(entry.id),tpot,31,classification,75]")
    #expect(ManifestEntry.id(ofLog: Array((entry.logLine + "\nmore").utf8)) == entry.id)
    for other in [
      "", "[", "[7,tpot,31,classification,75]", "x" + entry.logLine, "[9999999999999999",
    ] {
      #expect(ManifestEntry.id(ofLog: Array(other.utf8)) == nil)
    }
  }
}
