import Benchmark
import Testing

@Suite struct TaskListWritingTests {
  static let plain = TaskReference(
    id: 7, framework: Framework(name: "tpot"), dataset: Dataset(openMLID: 31, name: "credit-g"),
    type: .classification, seed: 75, budget: Budget(parsing: "2c/3500MB/10800s/12600s"))
  static let named = TaskReference(
    framework: Framework(name: "h2o", version: "3.46"), dataset: Dataset(name: "the, \"tips\""),
    type: .regression, seed: 0, fold: 9, openMLTaskID: 7592)

  @Test func `JSON Lines hold an object a task, without what no task has`() throws {
    #expect(
      try text(TaskList([Self.plain]), .jsonl) == """
        {"id":7,"framework":"tpot","dataset":31,"type":"classification","seed":75,"fold":0,\
        "budget":"2c/3500MB/10800s/12600s","dataset_name":"credit-g"}

        """)
    #expect(
      try text(TaskList([Self.named]), .jsonl) == """
        {"framework":"h2o","version":"3.46","dataset":"the, \\"tips\\"","type":"regression","seed":0,\
        "fold":9,"openml_task_id":7592}

        """)
  }

  @Test func `CSV holds a line a task under a header`() throws {
    #expect(
      try text(TaskList([Self.plain, Self.named]), .csv) == """
        id,framework,version,dataset,type,seed,fold,budget,openml_task_id,dataset_name
        7,tpot,,31,classification,75,0,2c/3500MB/10800s/12600s,,credit-g
        ,h2o,3.46,"the, ""tips""\",regression,0,9,,7592,

        """)
  }

  @Test(arguments: [TaskFileFormat.jsonl, .csv])
  func `what is written is read back`(format: TaskFileFormat) throws {
    let list = TaskList([Self.plain, Self.named, Self.plain])
    #expect(try TaskList(file: list.file(as: format)) == list)
  }

  @Test func `a pickle holds the original's five values`() throws {
    let twin = TaskReference(
      framework: Framework(name: "h2o"), dataset: Dataset(name: "tips"), type: .regression, seed: 85
    )
    let read = try TaskList(file: TaskList([Self.plain, twin]).file(as: .pickle))
    #expect(read.tasks.map(\.id) == [7, 1])
    #expect(
      read.tasks.map(\.dataset) == [Dataset(openMLID: 31, name: "31"), Dataset(name: "tips")])
    #expect(read.tasks.map(\.seed) == [75, 85])
    #expect(read.tasks.map(\.budget) == [nil, nil])
  }

  @Test func `a pickle cannot hold a fold`() {
    let error = #expect(throws: BenchmarkError.self) {
      try TaskList([Self.plain, Self.named]).file(as: .pickle)
    }
    #expect(
      error?.description
        == "pickle cannot hold these tasks: 1 has a fold, which only jsonl, csv and amlb can say")
  }

  @Test func `no tasks are a file all the same`() throws {
    #expect(try text(TaskList([]), .jsonl).isEmpty)
    #expect(try text(TaskList([]), .csv) == "framework,dataset,type,seed,fold\n")
    #expect(try TaskList(file: TaskList([]).file(as: .pickle)) == TaskList([]))
    #expect(try text(TaskList([]), .amlb) == "---\n[]\n")
  }

  @Test(
    arguments: [
      ("tests.dat", .pickle), ("a.b/tests.PKL", .pickle), ("tests.pickle", .pickle),
      ("t.csv", .csv),
      ("t.jsonl", .jsonl), ("t.ndjson", .jsonl), ("t.yaml", .amlb), ("t.yml", .amlb),
      ("tests", nil),
      ("-", nil), ("t.txt", nil),
    ] as [(String, TaskFileFormat?)])
  func `a file's ending asks for a format`(path: String, format: TaskFileFormat?) {
    #expect(TaskFileFormat(forFile: path) == format)
  }

  private func text(_ list: TaskList, _ format: TaskFileFormat) throws -> String {
    String(decoding: try list.file(as: format), as: UTF8.self)
  }
}
