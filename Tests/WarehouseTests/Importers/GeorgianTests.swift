import Benchmark
import Tables
import Testing
import Warehouse

struct GeorgianTests {
  private static let header = "ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE\n"
  private static let info = "DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES\n"
  private static let studies = [
    StudyFile(
      tag: "130", bytes: Array((info + "196,autoMpg,398,8,129\n287,wine,6497,12,7\n").utf8)),
    StudyFile(tag: "135", bytes: Array((info + "31,credit-g,1000,21,2\n").utf8)),
  ]

  @Test func `scores of the other problem type are left out`() throws {
    let lab = try Lab()
    let text =
      Self.header + """
        0,auto-sklearn,31,classification,75,nan,NaN,0.5,0.75
        900,tpot,196,regression,85,12.25,-0.5,,
        """
    try lab.importing(ImportFile("compiled_results.csv", text))
    #expect(
      try lab.rows(
        """
        SELECT framework, dataset_id, dataset, type, seed, fold, budget, mse, r2, logloss, f1
        FROM results ORDER BY run_id
        """) == [
          ["auto-sklearn", 31, "31", "classification", 75, 0, "unspecified", nil, nil, 0.5, 0.75],
          ["tpot", 196, "196", "regression", 85, 0, "unspecified", 12.25, -0.5, nil, nil],
        ])
    #expect(try lab.rows("SELECT original_id FROM tasks ORDER BY id") == [[0], [900]])
  }

  // Plan positions are those of the original: frameworks, then classification, then regression.
  @Test func `the study files bring the plan`() throws {
    let lab = try Lab()
    let text = Self.header + "30,tpot,31,classification,75,,,0.5,0.75\n"
    let summary = try lab.importing(
      ImportFile("compiled_results.csv", text, studies: Self.studies)
    ) { $0.studyTypes = ["130": .regression, "135": .classification] }
    #expect(
      summary.notes == [
        "the plan of 120 tasks was read from the study_info files; 119 of them have no run here"
      ])
    #expect(try lab.count("tasks") == 120)
    #expect(try lab.count("missing") == 119)
    #expect(
      try lab.rows("SELECT openml_id, name, rows, features, classes FROM datasets ORDER BY 1") == [
        [31, "credit-g", 1000, 21, 2], [196, "autoMpg", 398, 8, 129], [287, "wine", 6497, 12, 7],
      ])
    #expect(
      try lab.rows(
        """
        SELECT s.openml_id, s.type, d.openml_id
        FROM studies AS s JOIN study_datasets AS l ON l.study_id = s.id
        JOIN datasets AS d ON d.id = l.dataset_id
        ORDER BY s.openml_id, l.position
        """) == [
          [130, "regression", 196], [130, "regression", 287], [135, "classification", 31],
        ])
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test(arguments: [
    ("DATASET_ID,DATASET_NAME,ROWS,FEATURES\n1,a,2,3\n", "line 1 has no column \"CLASSES\""),
    (info + "1,a,2\n", "line 2 has 3 fields, the header has 5"),
    (info + "1,a,2,3,4\nx,b,2,3,4\n", "line 3 has \"x\" as DATASET_ID"),
  ])
  func `a broken study file is named`(text: String, reason: String) throws {
    let lab = try Lab()
    let study = StudyFile(tag: "130", bytes: Array(text.utf8))
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("compiled_results.csv", Self.header, studies: [study]))
    }
    #expect(error?.description.hasPrefix("study_130_info.csv, \(reason)") == true)
  }

  @Test func `a study that nothing tells the type of is left out, and that is said`() throws {
    let lab = try Lab()
    let text = Self.header + "0,tpot,31,classification,75,,,0.5,0.75\n"
    let summary = try lab.importing(
      ImportFile("compiled_results.csv", text, studies: Self.studies))
    #expect(summary.notes[0] == "study_130_info.csv was left out: nothing tells its problem type")
    #expect(summary.notes[1].hasPrefix("the plan of 40 tasks"))
    #expect(summary.notes[2].hasPrefix("1 tasks have another ID than their place in the plan"))
  }
}
