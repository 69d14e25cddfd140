import TestSupport
import Testing

struct ExportFailuresTests {
  /// Four tasks planned, one with a result, one that failed of memory.
  private func folder() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(
      """
      framework,version,dataset,dataset_id,type,seed,fold,budget,status,class,message,f1
      tpot,0.12,credit-g,31,classification,75,0,1h8c,ok,,,0.5
      tpot,0.12,credit-g,31,classification,85,0,1h8c,failed,memory,out of memory,
      h2o,,credit-g,31,classification,75,0,1h8c,failed,data,no such column,
      """, to: "runs.csv")
    let ended = try await folder.shell(
      """
      benchdb import runs.csv --as generic --source lab -q
      python3 - <<'END'
      import sqlite3
      db = sqlite3.connect("bench.db")
      db.execute("INSERT INTO datasets (name) VALUES ('tips')")
      db.execute('''
          INSERT INTO tasks (framework_id, dataset_id, type, seed, fold, budget_id, original_id)
          SELECT f.id, d.id, 'regression', 75, 0, b.id, 7
          FROM frameworks AS f, datasets AS d, budgets AS b
          WHERE f.name = 'h2o' AND d.name = 'tips' AND b.name = '1h8c'
      ''')
      db.commit()
      END
      """)
    #expect(ended.status == 0, "\(ended.error)")
    return folder
  }

  @Test func `tasks without a successful run are written, each with an id`() async throws {
    let folder = try await folder()
    let ended = try await folder.benchdb("export-failures", "failures.jsonl")
    #expect(ended.status == 0 && ended.output.isEmpty)
    #expect(ended.error == "wrote 3 tasks to failures.jsonl as jsonl\n")
    #expect(
      folder.text("failures.jsonl") == """
        {"id":7,"framework":"h2o","version":null,"dataset":"tips","type":"regression","seed":75,\
        "fold":0,"budget":"1h8c","dataset_name":null}
        {"id":9,"framework":"tpot","version":"0.12","dataset":31,"type":"classification","seed":85,\
        "fold":0,"budget":"1h8c","dataset_name":"credit-g"}
        {"id":10,"framework":"h2o","version":null,"dataset":31,"type":"classification","seed":75,\
        "fold":0,"budget":"1h8c","dataset_name":"credit-g"}

        """)
  }

  @Test func `Python reads the pickle`() async throws {
    let folder = try await folder()
    let ended = try await folder.shell(
      """
      benchdb export-failures tests.dat -q
      python3 -c 'import pickle; print(pickle.load(open("tests.dat", "rb")))'
      """)
    #expect(
      ended.output == """
        [[7, 'h2o', 'tips', 'regression', 75], [9, 'tpot', 31, 'classification', 85], \
        [10, 'h2o', 31, 'classification', 75]]

        """, "\(ended.error)")
  }

  @Test(arguments: [
    (["--class", "memory"], "9"), (["--include", "failed"], "9 10"),
    (["--include", "missing"], "7"),
    (["--include", "failed,missing", "--class", "data"], "10"), (["--class", "timeout"], ""),
  ])
  func `a class and parts choose among them`(words: [String], ids: String) async throws {
    let folder = try await folder()
    let line = (["benchdb export-failures - --as csv -q"] + words).joined(separator: " ")
    let ended = try await folder.shell("\(line) | grep -o '^[0-9]*' | xargs echo")
    #expect(ended.output == ids + "\n", "\(ended.error)")
  }

  @Test func `no such task is an empty list, and said`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("export-failures", "tests.pkl")
    #expect(ended.status == 0)
    #expect(ended.error == "there are no such tasks; wrote an empty list to tests.pkl\n")
    let read = try await folder.shell(
      "python3 -c 'import pickle; print(pickle.load(open(\"tests.pkl\", \"rb\")))'")
    #expect(read.output == "[]\n")
  }

  @Test func `a file that is there stays, unless --force`() async throws {
    let folder = try await folder()
    try folder.write("mine", to: "tests.dat")
    let refused = try await folder.benchdb("export-failures", "tests.dat")
    #expect(refused.status == 73)
    #expect(refused.error == "error: tests.dat exists. --force replaces it.\n")
    #expect(folder.text("tests.dat") == "mine")
    #expect(try await folder.benchdb("export-failures", "tests.dat", "--force").status == 0)
    #expect(folder.text("tests.dat") != "mine")
    #expect(!folder.names.contains { $0.hasSuffix(".part") })
  }

  @Test func `AMLB gets a definition of what it can find`() async throws {
    let folder = try await folder()
    let none = try await folder.benchdb("export-failures", "failures.yaml")
    #expect(none.status == 64)
    #expect(none.error.contains("amlb cannot hold these tasks: none has an OpenML task"))
    _ = try await folder.shell(
      """
      python3 -c 'import sqlite3; db = sqlite3.connect("bench.db")
      db.execute("UPDATE tasks SET openml_task_id = 31 WHERE seed = 85"); db.commit()'
      """)
    let ended = try await folder.benchdb("export-failures", "failures.yaml")
    #expect(ended.status == 0)
    #expect(
      ended.error == """
        warning: 2 tasks left out: AMLB finds data by OpenML's task, which is not known of them
        wrote 1 task to failures.yaml as amlb

        """)
    #expect(
      folder.text("failures.yaml") == """
        # python runbenchmark.py tpot failures.yaml 1h8c -t credit-g -f 0 -Xseed=85
        ---
        - name: "credit-g"
          openml_task_id: 31
          folds: 1

        """)
  }

  @Test(arguments: [
    (["f.csv", "--include", "missing", "--class", "data"], 64),
    (["f.csv", "--include", "all"], 64),
    (["f.csv", "--class", "bad"], 64), (["f.csv", "--as", "yaml"], 64), ([], 64),
    (["no/where.csv"], 74),
  ])
  func `what cannot be meant is refused`(words: [String], status: Int) async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.shell("benchdb export-failures \(words.joined(separator: " "))")
    #expect(Int(ended.status) == status)
    #expect(ended.error.hasPrefix("error: "), "\(ended.error)")
  }
}
