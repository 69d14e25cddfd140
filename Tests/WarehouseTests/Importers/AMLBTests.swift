import Tables
import Testing
import Warehouse

struct AMLBTests {
  private static let early =
    "id,task,framework,fold,result,mode,version,tag,utc,duration,models,seed,info,acc,auc,logloss\n"
  private static let late = """
    id,task,framework,constraint,fold,type,result,metric,mode,version,params,app_version,utc,duration,\
    training_duration,predict_duration,models_count,seed,info,acc,auc,logloss,mae,r2,rmse

    """

  // results_small-2c1h.csv of openml/automlbenchmark reports/old, MIT, line 2 and 3.
  @Test func `2019: the metric is the column that result equals, the budget is in the name`() throws
  {
    let lab = try Lab()
    let text = """
      openml.org/t/168760,fabert,autosklearn,2,0.769287,aws,0.5.0,stable,2019-02-20T23:51:33,3596.4,4,1288902315,,0.701456,,0.769287
      openml.org/t/3,kr-vs-kp,constantpredictor_enc,0,0.5,local,0.19.2,stable,2019-02-20T18:17:30,0.0,1,1990569628,,0.521875,0.5,0.69219

      """
    let summary = try lab.importing(ImportFile("results_small-2c1h_ref.csv", Self.early + text))
    #expect(summary.recognised.contains("without type, metric, constraint"))
    #expect(
      try lab.rows("SELECT name, cores, soft_seconds FROM budgets WHERE id > 1")
        == [["2c1h", 2, 3600.0]])
    #expect(
      try lab.rows(
        """
        SELECT t.openml_task_id, t.type, m.name, r.key, r.started_at, r.duration, r.details
        FROM runs AS r JOIN tasks AS t ON t.id = r.task_id JOIN metrics AS m ON m.id = r.metric_id
        ORDER BY 1
        """) == [
          [
            3, "classification", "auc", "2019-02-20T18:17:30", "2019-02-20T18:17:30Z", 0.0,
            #"{"mode":"local","tag":"stable","models":1,"seed":1990569628}"#,
          ],
          [
            168760, "classification", "logloss", "2019-02-20T23:51:33",
            "2019-02-20T23:51:33Z", 3596.4,
            #"{"mode":"aws","tag":"stable","models":4,"seed":1288902315}"#,
          ],
        ])
    #expect(
      try lab.rows(
        "SELECT dataset, dataset_id, version, fold, seed, acc, auc, logloss FROM results ORDER BY 1"
      )
        == [
          ["fabert", nil, "0.5.0", 2, 0, 0.701456, nil, 0.769287],
          ["kr-vs-kp", nil, "0.19.2", 0, 0, 0.521875, 0.5, 0.69219],
        ])
  }

  @Test func `2019: a result that no column equals is not guessed`() throws {
    let lab = try Lab()
    let row = "openml.org/t/3,kr-vs-kp,tpot,0,0.6,aws,1,stable,,,,,,0.5,0.51,0.69\n"
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("results.csv", Self.early + row))
    }
    #expect(error?.description.contains("none of auc, logloss, acc equals") == true)
  }

  // The first row is that of https://docs.openml.org/automl/specific_task_fold_example; the other
  // values are made.
  @Test func `2021: a negated metric is turned, times and type are read`() throws {
    let lab = try Lab()
    let text = """
      openml.org/t/2079,eucalyptus,flaml,test,0,multiclass,-0.702976,neg_logloss,local,1.2,,dev,2023-07-11T12:38:22,611.0,600.5,0.25,30,1385946458,,0.7,,0.702976,,,
      openml.org/t/2295,cholesterol,flaml,1h8c_gp3,1,regression,-51.5,neg_rmse,local,1.2,,dev,2023-07-11T12:50:00,611.0,600.5,0.25,30,1385946459,,,,,40.5,-0.0125,

      """
    try lab.importing(ImportFile("results.csv", Self.late + text))
    #expect(
      try lab.rows(
        """
        SELECT budget, type, logloss, rmse, r2, mae FROM results ORDER BY budget
        """) == [
          ["1h8c_gp3", "regression", nil, 51.5, -0.0125, 40.5],
          ["test", "classification", 0.702976, nil, nil, nil],
        ])
    #expect(
      try lab.rows("SELECT name, cores, soft_seconds FROM budgets WHERE id > 1 ORDER BY 1")
        == [["1h8c_gp3", 8, 3600.0], ["test", nil, nil], ["unspecified", nil, nil]])
    #expect(
      try lab.rows("SELECT DISTINCT train_seconds, predict_seconds FROM runs") == [[600.5, 0.25]])
  }

  @Test(arguments: [
    ("Error: Oboe could not produce any model in the requested time.", "timeout", "timeout"),
    ("MemoryError", "killed", "memory"),
    ("Error: attempt to get argmin of an empty sequence", "failed", "framework"),
    ("KeyboardInterrupt", "killed", "interrupted"),
    ("", "failed", "unknown"),
  ])
  func `info gives a failure its status and class`(
    info: String, status: String, failure: String
  ) throws {
    let lab = try Lab()
    let row = "openml.org/t/3,kr-vs-kp,oboe,0,,aws,1,stable,,,,,\(info),,,\n"
    try lab.importing(ImportFile("results.csv", Self.early + row))
    #expect(
      try lab.rows("SELECT status, class, message FROM runs") == [
        [.text(status), .text(failure), .text(info.isEmpty ? "no result" : info)]
      ])
  }

  @Test func `an unknown metric is refused with the way to add it`() throws {
    let lab = try Lab()
    let row =
      "openml.org/t/1,a,b,test,0,binary,0.5,pr_auc,local,1,,dev,,,,,,,,,,,,,\n"
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("results.csv", Self.late + row))
    }
    #expect(
      error?.description == """
        results.csv names the metric "pr_auc", which the table metrics does not have. Say what it is \
        and import again: INSERT INTO metrics (name, title, direction, types) VALUES \
        ('pr_auc', 'pr_auc', 'higher or lower', 'classification or regression');
        """)
    try lab.execute(
      """
      INSERT INTO metrics (name, title, direction, types)
      VALUES ('pr_auc', 'pr_auc', 'higher', 'classification')
      """)
    #expect(
      try lab.importing(ImportFile("results.csv", Self.late + row)).scores.map(\.metric) == [
        "pr_auc"
      ])
  }

  @Test(
    arguments: [
      ("2023-07-11T12:38:22Z", "2023-07-11T12:38:22Z"),
      ("2023-07-11T12:38:22.5", "2023-07-11T12:38:22.5Z"),
      ("2023-07-11T12:38:22+02:00", "2023-07-11T12:38:22+02:00"), ("yesterday", nil), ("", nil),
    ] as [(String, Value)])
  func `utc is when a run began, where it is a time`(utc: String, startedAt: Value) throws {
    let lab = try Lab()
    let row = "openml.org/t/3,kr-vs-kp,tpot,0,0.5,aws,1,stable,\(utc),,,,,,0.5,\n"
    try lab.importing(ImportFile("results.csv", Self.early + row))
    #expect(try lab.rows("SELECT started_at FROM runs") == [[startedAt]])
  }

  // In 2020 failed runs lost their metric; all values are made.
  @Test func `a failed run is of its dataset's type, in any order`() throws {
    let lab = try Lab()
    let text = """
      id,task,framework,fold,result,metric,info,auc,rmse
      openml.org/t/1,cholesterol,a,0,,,MemoryError,,
      openml.org/t/1,cholesterol,b,0,2.5,rmse,,,2.5
      openml.org/t/2,unheard,a,0,,,MemoryError,,

      """
    let summary = try lab.importing(ImportFile("results.csv", text))
    #expect(
      summary.notes == [
        "1 failed rows name no problem type and were taken for classification"
      ])
    #expect(
      try lab.rows("SELECT framework, dataset, type FROM results ORDER BY 2, 1") == [
        ["a", "cholesterol", "regression"], ["b", "cholesterol", "regression"],
        ["a", "unheard", "classification"],
      ])
    #expect(try lab.importing(ImportFile("results.csv", text)).runs.unchanged == 3)
  }

  @Test func `a metric's name is quoted where it is to be added`() throws {
    let lab = try Lab()
    let row = "openml.org/t/1,a,b,test,0,binary,0.5,x'y,local,1,,dev,,,,,,,,,,,,,\n"
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("results.csv", Self.late + row))
    }
    #expect(error?.description.contains("('x''y', 'x''y', 'higher or lower'") == true)
  }

  @Test func `a rerun is a run of the same task`() throws {
    let lab = try Lab()
    let rows = [0, 1, 2].map { hour in
      "openml.org/t/3,kr-vs-kp,tpot,0,0.\(5 + hour),aws,1,stable,2019-02-20T1\(hour):00:00,,,,,,0.\(5 + hour),\n"
    }
    let text = Self.early + rows.joined()
    #expect(try lab.importing(ImportFile("results.csv", text)).runs.tasks == 1)
    #expect(try lab.rows("SELECT runs, finished FROM cells") == [[3, 1]])
    #expect(try lab.store.faults().rows.isEmpty)
  }
}
