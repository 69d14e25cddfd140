import Tables
import Testing
import Warehouse

struct GenericTests {
  private static let resamples = [("dataset", "Resamples:"), ("framework", "'HC2'")]

  @Test func `a long table is a row a score, in any order`() throws {
    let lab = try Lab()
    let text = """
      framework,dataset,metric,value,seed
      a,iris,accuracy,0.9,1
      b,iris,accuracy,0.8,1
      c,iris,accuracy,,1
      a,iris,neg_log_loss,-0.25,1
      b,iris,neg_log_loss,-0.5,1
      c,iris,neg_log_loss,,1

      """
    let summary = try lab.importing(ImportFile("long.csv", text))
    #expect(summary.rows == 6)
    #expect(
      try lab.rows("SELECT framework, status, acc, logloss FROM results ORDER BY 1") == [
        ["a", "ok", 0.9, 0.25], ["b", "ok", 0.8, 0.5], ["c", "failed", nil, nil],
      ])
    #expect(try lab.store.faults().rows.isEmpty)
    let again = try lab.importing(ImportFile("long.csv", text))
    #expect(again.runs.new == 0)
    #expect(try lab.count("scores") == 4)
  }

  // results_rf.csv of microsoft/FLAML, MIT, two rows and its header.
  @Test func `columns of other names are mapped`() throws {
    let lab = try Lab()
    let text = """
      task,fold,type,result,metric,params,info
      2dplanes,0,regression,0.946488,r2,{'_modeljson': 'rf/2dplanes.json'},
      2dplanes,0,regression,0.936392,r2,{'_modeljson': 'rf/adult.json'},

      """
    try lab.importing(ImportFile("results_rf.csv", text)) {
      $0.map = [
        ("dataset", "task"), ("framework", "params"), ("value", "result"), ("message", "info"),
      ]
    }
    #expect(
      try lab.rows("SELECT framework, dataset, type, r2 FROM results ORDER BY run_id") == [
        ["{'_modeljson': 'rf/2dplanes.json'}", "2dplanes", "regression", 0.946488],
        ["{'_modeljson': 'rf/adult.json'}", "2dplanes", "regression", 0.936392],
      ])
  }

  @Test func `a metric of another problem type than the row's is refused`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.importing(
        ImportFile(
          "x.csv", "framework,dataset,type,auc,r2\na,d,regression,,0.5\nb,d,binary,0.9,0.5\n"))
    }
    #expect(
      error?.description.hasPrefix(
        "x.csv, line 3 has a score of r2, which the table metrics does not have for classification")
        == true)
  }

  // HC2_accuracy.csv of aeon-toolkit/aeon, BSD-3, cut to three resamples.
  @Test func `a column a fold is a run a fold`() throws {
    let lab = try Lab()
    let text = "Resamples:,0,1,2\nACSF1,0.91,0.8,0.83\nAdiac,0.8056265984654731,,0.75\n"
    let summary = try lab.importing(ImportFile("HC2_accuracy.csv", text)) {
      $0.map = Self.resamples + [("metric", "'accuracy'")]
    }
    #expect(summary.runs.new == 6)
    #expect(summary.runs.failed == 1)
    #expect(
      try lab.rows("SELECT framework, dataset, fold, acc FROM results ORDER BY dataset, fold") == [
        ["HC2", "ACSF1", 0, 0.91], ["HC2", "ACSF1", 1, 0.8], ["HC2", "ACSF1", 2, 0.83],
        ["HC2", "Adiac", 0, 0.8056265984654731], ["HC2", "Adiac", 1, nil],
        ["HC2", "Adiac", 2, 0.75],
      ])
    let losses = ImportFile("HC2_logloss.csv", "Resamples:,0,1,2\nACSF1,0.34,0.62,0.56\n")
    try lab.importing(losses) {
      $0.map = Self.resamples + [("metric", "'logloss'")]
      $0.source = "HC2_accuracy"
    }
    #expect(try lab.count("runs") == 6)
    #expect(
      try lab.rows("SELECT acc, logloss FROM results WHERE dataset = 'ACSF1' AND fold = 1")
        == [[0.8, 0.62]])
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test(arguments: [
    ("f1,mse\na,d,,2.5\n", "regression", "ok"),
    ("f1,mse\na,d,0.5,\n", "classification", "ok"),
    ("mse,r2\na,d,,\n", "regression", "failed"),
    ("f1,mse,type\na,d,,,timeseries\n", "timeseries", "failed"),
  ])
  func `the scores that are there tell the problem type`(
    text: String, type: String, status: String
  ) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("x.csv", "framework,dataset," + text))
    #expect(try lab.rows("SELECT type, status FROM results") == [[.text(type), .text(status)]])
  }

  @Test func `a run without a score is of the type of its dataset's other runs`() throws {
    let lab = try Lab()
    let text = "framework,dataset,f1,mse\na,d,,\na,e,0.5,\nb,d,,2.5\na,unheard,,\n"
    let summary = try lab.importing(ImportFile("x.csv", text)) { $0.skipsBad = true }
    #expect(summary.runs.new == 3 && summary.rejects == 1)
    #expect(
      try lab.rows("SELECT framework, dataset, type, status FROM results ORDER BY 2, 1") == [
        ["a", "d", "regression", "failed"], ["b", "d", "regression", "ok"],
        ["a", "e", "classification", "ok"],
      ])
    #expect(
      try lab.rows("SELECT line, text, reason FROM rejects") == [
        [
          5, "a,unheard,,",
          "names no problem type, and neither its scores nor other runs of its dataset tell it",
        ]
      ])
    let second = ImportFile("y.csv", "framework,dataset,f1,mse\nc,d,,\n")
    #expect(try lab.importing(second).runs.new == 1)
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `scores of two problem types in one row are refused`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("x.csv", "framework,dataset,f1,mse\na,d,0.5,2.5\n"))
    }
    #expect(error?.description.hasPrefix("x.csv, line 2 names no problem type") == true)
  }

  @Test(arguments: [
    "a,,1,0.9,", "a,d,one,0.9,", "a,d,1,good,", "a,d,1,0.9,poor", "a,d,1,0.9,2.5", ",d,1,0.9,",
  ])
  func `a bad row leaves no names behind`(line: String) throws {
    let lab = try Lab()
    let text = "framework,dataset,seed,f1,mse\n\(line)\n"
    let summary = try lab.importing(ImportFile("x.csv", text)) { $0.skipsBad = true }
    #expect(summary.rejects == 1)
    #expect(try lab.count("frameworks") == 0)
    #expect(try lab.count("datasets") == 0)
  }

  @Test func `a dataset's name is kept beside its id`() throws {
    let lab = try Lab()
    let header = "framework,dataset_id,dataset,acc\n"
    try lab.importing(ImportFile("x.csv", header + "a,31,,0.9\n"))
    #expect(try lab.rows("SELECT openml_id, name FROM datasets") == [[31, "31"]])
    try lab.importing(ImportFile("y.csv", header + "a,31,credit-g,0.9\na,,own,0.8\n"))
    try lab.importing(ImportFile("z.csv", header + "a,31,other,0.9\n"))
    #expect(
      try lab.rows("SELECT openml_id, name FROM datasets ORDER BY 2")
        == [[31, "credit-g"], [nil, "own"]])
  }

  @Test func `columns without a place of their own are kept as details`() throws {
    let lab = try Lab()
    let text = """
      framework,dataset_id,rmse,note,cost,code
      a,31,2.5,"say ""no"" \\ tab\there",1.50,007

      """
    let summary = try lab.importing(ImportFile("wide.csv", text))
    #expect(summary.recognised == "a row a run, scored by rmse, other columns kept as details")
    #expect(
      try lab.rows(
        "SELECT details ->> 'note', details ->> 'cost', details ->> 'code' FROM runs")
        == [["say \"no\" \\ tab\there", 1.5, "007"]])
    #expect(try lab.rows("SELECT dataset_id, type FROM results") == [[31, "regression"]])
  }

  @Test func `a header that nothing knows says what each importer lacks`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("x.csv", "task,fold,result\na,1,2\n"))
    }
    #expect(
      error?.description == """
        x.csv has a header that cannot be imported: georgian needs ID, MODEL, DATASET_ID, TYPE, SEED, \
        MSE, R2_SCORE, LOGLOSS, F1_SCORE; amlb needs id, framework; generic needs framework, dataset. \
        It names task, fold, result; --map gives a column another name. Nothing was imported.
        """)
  }

  @Test func `a mapped column that is not there is refused`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("x.csv", "a,b\n1,2\n")) { $0.map = [("framework", "model")] }
    }
    #expect(
      error?.description.contains("no column \"model\", which --map framework=model names") == true)
  }
}
