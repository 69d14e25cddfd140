import Benchmark
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct TaskListReadingTests {
  static let two = TaskList([
    TaskReference(
      id: 7, framework: Framework(name: "tpot"), dataset: Dataset(openMLID: 31, name: "31"),
      type: .classification, seed: 75),
    TaskReference(
      id: 8, framework: Framework(name: "h2o"), dataset: Dataset(name: "tips"), type: .regression,
      seed: 85),
  ])

  @Test func `the example in the documentation reads as it says`() throws {
    let tasks = try TaskList(file: Array("7,tpot,31,classification,75\n".utf8))
    #expect(tasks.tasks[0].dataset.openMLID == 31)
    #expect(try PickleValue(pickle: tasks.file(as: .pickle)).isList)
  }

  @Test(arguments: [
    // CSV: without a header, with the original's, with ours in another order, as Excel saves it.
    "7,tpot,31,classification,75\n8,h2o,tips,regression,85\n",
    "ID,MODEL,DATASET_ID,TYPE,SEED\n7,tpot,31,classification,75\n8,h2o,tips,regression,85",
    "seed,framework,dataset,type,id,fold,budget\n75,tpot,31,classification,7,0,\n85,h2o,tips,regression,8,,\n",
    "\u{FEFF}id,framework,dataset,type,seed\r\n7,tpot,31,classification,75\r\n8,h2o,tips,regression,85\r\n",
    // JSON Lines of objects and of arrays, numbers as text, null; one array; written over lines.
    """
    {"id": 7, "framework": "tpot", "dataset": 31, "type": "classification", "seed": 75}
    {"id": 8, "model": "h2o", "dataset_id": "tips", "type": "regression", "seed": "85", "budget": null}
    """,
    "[7, \"tpot\", \"31\", \"classification\", 75]\n\n[8, \"h2o\", \"tips\", \"regression\", 85]\n",
    "[[7, \"tpot\", 31, \"classification\", 75], [8, \"h2o\", \"tips\", \"regression\", 85]]",
    """
    [
      {"id": 7, "framework": "tpot", "dataset": 31, "type": "classification", "seed": 75},
      {"id": 8, "framework": "h2o", "dataset": "tips", "type": "regression", "seed": 85, "fold": 0}
    ]
    """,
    // Pickles of protocol 0 and 1, lists and tuples.
    "(lp0\n(lp1\nI7\naS'tpot'\np2\naS'31'\naS'classification'\naI75\naa(I8\nVh2o\nVtips\nVregression\nL85L\nta.",
    "](](K\u{7}U\u{4}tpotK\u{1f}U\u{e}classificationKKe](K\u{8}U\u{3}h2oU\u{4}tipsU\u{a}regressionKUee.",
  ])
  func `every way to write two tasks is read`(text: String) throws {
    #expect(try TaskList(file: Array(text.utf8)) == Self.two)
  }

  @Test func `what Python and numpy write is read`() async throws {
    let folder = try FreshFolder()
    let ended = try await folder.shell(
      """
      python3 -c '
      import pickle, numpy
      seeds = numpy.random.RandomState(1400).randint(1000, size=10)
      tasks = [[i, "tpot", "31", "classification", s] for i, s in enumerate(seeds)]
      for protocol in range(6):
          pickle.dump(tasks, open("tests%d.dat" % protocol, "wb"), protocol)
      '
      """)
    #expect(ended.status == 0, "\(ended.error)")
    for number in 0..<6 {
      let file = try Data(contentsOf: folder.url.appending(path: "tests\(number).dat"))
      let tasks = try TaskList(file: Array(file)).tasks
      #expect(tasks.map(\.seed) == Plan.seeds)
      #expect(tasks.map(\.id) == Array(0..<10))
      #expect(Set(tasks.map(\.dataset)) == [Dataset(openMLID: 31, name: "31")])
    }
  }

  @Test func `all that a task can say is read`() throws {
    let text = """
      {"framework":"tpot","version":"0.12","dataset":"adult","type":"timeseries","seed":0,"fold":9,\
      "budget":"1h8c_gp3","openml_task_id":7592}
      """
    let task = try TaskList(file: Array(text.utf8)).tasks[0]
    #expect(
      task
        == TaskReference(
          framework: Framework(name: "tpot", version: "0.12"), dataset: Dataset(name: "adult"),
          type: .timeseries, seed: 0, fold: 9, budget: Budget(parsing: "1h8c_gp3"),
          openMLTaskID: 7592))
    #expect(task.budget?.cores == 8)
  }

  @Test(arguments: [
    "", "\n\n", "[]", "[]\n[]\n", "id,framework,dataset,type,seed\n", "(l.", "](e.",
  ])
  func `a file without a task is an empty list`(text: String) throws {
    #expect(try TaskList(file: Array(text.utf8)).tasks.isEmpty)
  }

  @Test(
    arguments: [
      ("tpot,31,classification,75\n", nil),
      ("7,tpot,31\n", "line 1 has 3 values, where id, framework, dataset, type and seed belong"),
      (
        "7,tpot,31,classification,75\n8,tpot\n",
        "line 2 has 2 values, where id, framework, dataset, type and seed belong"
      ),
      ("id,framework,dataset,type,seed\n1,2\n", "line 2 has 2 fields, the header has 5"),
      (
        "framework,dataset,type\ntpot,31,regression\n",
        "line 2 has no seed, and a task needs framework, dataset, type and seed"
      ),
      ("framework,sed\n", "line 1 has the key \"sed\"; did you mean seed?"),
      ("model,framework\n", "line 1 names framework twice"),
      (
        "\n7,tpot,31,classification,x\n", "line 2 has the seed \"x\", where a whole number belongs"
      ),
      (
        "7,tpot,31,clasification,75\n",
        "line 1 has the type \"clasification\", where one of classification, regression, timeseries belongs"
      ),
      ("7,\"tpot,31\n", "line 1 opens a quote that never closes"),
      ("{\"seed\": 75", "line 1 ends before the JSON does"),
      (
        "[1, 2, 3]\n", "line 1 has 3 values, where id, framework, dataset, type and seed belong"
      ),
      (
        "{}", "line 1 has no framework, and a task needs framework, dataset, type and seed"
      ),
      (
        "{\"nothing\": 1}",
        "line 1 has the key \"nothing\"; known are id, framework, version, dataset, "
          + "type, seed, fold, budget, openml_task_id, dataset_name"
      ),
      ("{\"seed\": true}", "line 1 has a value that is neither a number nor a text"),
      ("{\"framework\": 7, \"seed\": 1}", "line 1 has the framework \"7\", where a text belongs"),
      (
        "[{\"seed\": 1.5}]",
        "task 1 has no framework, and a task needs framework, dataset, type and seed"
      ),
      (
        "[7, \"tpot\", 31.5, \"regression\", 1]",
        "line 1 has the dataset \"31.5\", where an OpenML id or a name belongs"
      ),
      ("[[1, 2], 3]", "task 1 has 2 values, where id, framework, dataset, type and seed belong"),
      ("(I1\nI2\nl.", "task 1 is no list, where a list of values belongs"),
      ("(I1\nI2\nd.", "the pickle holds no list, where a list of tasks belongs"),
      ("((Nll.", "task 1 has 1 value, where id, framework, dataset, type and seed belong"),
      (
        "(lcos\nsystem\n.",
        "at byte 2, the pickle wants to call os.system; only plain lists, tuples, numbers and texts are "
          + "read"
      ),
    ] as [(String, String?)])
  func `an error names the place and what would be right`(text: String, sentence: String?) {
    do throws(BenchmarkError) {
      _ = try TaskList(file: Array(text.utf8))
      #expect(sentence == nil)
    } catch {
      #expect(error.description == sentence)
    }
  }
}

extension PickleValue {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
