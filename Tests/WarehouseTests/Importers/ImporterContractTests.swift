import Tables
import Testing
import Warehouse

/// What holds for every importer, shown on a small file of its kind.
struct ImporterContractTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var importer: String
    var text: String
    var runs: Int
    var failed: Int
    /// The same with one score changed.
    var changed: String
    /// A line that cannot be read, and why.
    var bad: (line: String, reason: String)

    var testDescription: String { importer }
  }

  static let samples = [
    // Lines 1 to 3 and the dangling `N,` are as the original writes them; the values are made.
    Sample(
      importer: "georgian",
      text: """
        ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE
        0,auto-sklearn,31,classification,75,nan,nan,0.5,0.75
        900,tpot,196,regression,75,12.25,0.5,nan,nan
        901,tpot,196,regression,85,,,,

        """,
      runs: 3, failed: 1,
      changed: "0,auto-sklearn,31,classification,75,nan,nan,0.5,0.8\n",
      bad: ("902,", "has 2 fields, the header has 9")),
    // results_small-8c1h.csv of openml/automlbenchmark reports/old, MIT: its header and two rows.
    Sample(
      importer: "amlb",
      text: """
        id,task,framework,fold,result,mode,version,params,tag,utc,duration,models,seed,info,acc,auc,logloss
        openml.org/t/146818,Australian,autosklearn,0,0.960102,aws.docker,0.5.1,,stable,2019-04-12T19:41:14,3624.6,11,3310621363,,0.898551,0.960102,
        openml.org/t/146818,Australian,oboe,1,,aws.docker,0.5.1,,stable,2019-04-12T19:41:02,3614.4,,3310621364,"Error: Oboe, out of memory",,,

        """,
      runs: 2, failed: 1,
      changed:
        "openml.org/t/146818,Australian,autosklearn,0,0.97,aws.docker,0.5.1,,stable,2019-04-12T19:41:14,3624.6,11,3310621363,,0.898551,0.97,\n",
      bad: (
        "openml.org/t/146818,Australian,tpot,zero,0.9,aws,1,,stable,,,,,,,0.9,",
        "has \"zero\" as fold, where a whole number belongs"
      )),
    Sample(
      importer: "generic",
      text: """
        framework,dataset,seed,accuracy,auc,cost
        forest,iris,1,0.9,0.95,7
        forest,"iris, again",1,0.5,,8
        forest,iris,2,,,

        """,
      runs: 3, failed: 1,
      changed: "forest,iris,1,0.9,0.96,7\n",
      bad: ("forest,iris,3,good,,", "has \"good\" as acc, where a finite number belongs")),
  ]

  @Test func `every importer has a sample, a name of its own and help`() {
    #expect(Importers.help.map(\.name) == Self.samples.map(\.importer))
    #expect(Importers.help.allSatisfy { !$0.summary.isEmpty })
  }

  @Test(arguments: samples) func `the header tells the importer, and the counts are right`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    let summary = try lab.importing(ImportFile("sample.csv", sample.text))
    #expect(summary.importer == sample.importer)
    #expect(summary.source == "sample")
    #expect(summary.rows == sample.runs)
    #expect(summary.runs.new == sample.runs)
    #expect(summary.runs.failed == sample.failed)
    #expect(summary.rejects == 0)
    #expect(try lab.count("runs") == sample.runs)
    #expect(try lab.count("failures") == sample.failed)
    let source = try lab.rows("SELECT name, kind, location FROM sources WHERE id > 1")
    #expect(source == [["sample", .text(sample.importer), "/lab/sample.csv"]])
  }

  @Test(arguments: samples) func `the warehouse is whole and its triggers are back`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    let before = try lab.rows(triggers)
    try lab.importing(ImportFile("sample.csv", sample.text))
    #expect(try lab.store.faults().rows.isEmpty)
    #expect(try lab.rows(triggers) == before)
    #expect(try lab.rows("PRAGMA foreign_keys") == [[1]])
    #expect(try lab.rows("PRAGMA ignore_check_constraints") == [[0]])
  }

  @Test(arguments: samples) func `importing again changes nothing`(sample: Sample) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("sample.csv", sample.text))
    let before = try contents(lab)
    let again = try lab.importing(ImportFile("sample.csv", sample.text))
    #expect(again.runs.unchanged == sample.runs)
    #expect(again.runs.new == 0 && again.runs.tasks == 0)
    #expect(try contents(lab) == before)
  }

  @Test(arguments: samples) func `a byte order mark and CRLF make no difference`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("sample.csv", sample.text))
    let windows = "\u{FEFF}" + sample.text.replacing("\n", with: "\r\n")
    #expect(try lab.importing(ImportFile("sample.csv", windows)).runs.unchanged == sample.runs)
  }

  @Test(arguments: samples) func `a bad line stops the import, and nothing is left of it`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    let before = try contents(lab)
    let error = #expect(throws: StoreError.self) {
      try lab.importing(ImportFile("results.csv", sample.text + sample.bad.line + "\n"))
    }
    #expect(
      error?.description == """
        results.csv, line \(sample.runs + 2) \(sample.bad.reason). Nothing was imported; --skip-bad \
        takes the other \(sample.runs).
        """)
    #expect(try contents(lab) == before)
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test(arguments: samples) func `a bad line is kept when the rest is to be taken`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    let file = { ImportFile("results.csv", sample.text + sample.bad.line + "\n") }
    let summary = try lab.importing(file()) { $0.skipsBad = true }
    #expect(summary.rejects == 1)
    #expect(summary.runs.new == sample.runs)
    try lab.importing(file()) { $0.skipsBad = true }
    #expect(
      try lab.rows("SELECT line, text, reason FROM rejects") == [
        [.integer(Int64(sample.runs + 2)), .text(sample.bad.line), .text(sample.bad.reason)]
      ])
  }

  @Test(arguments: samples) func `other values for a run are refused unless told which to take`(
    sample: Sample
  ) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("a.csv", sample.text)) { $0.source = "s" }
    let before = try contents(lab)
    let header = sample.text.prefix { $0 != "\n" } + "\n"
    let changed = { ImportFile("b.csv", header + sample.changed) }
    let error = #expect(throws: StoreError.self) {
      try lab.importing(changed()) { $0.source = "s" }
    }
    #expect(error?.description.hasPrefix("b.csv, line 2 has other values") == true)
    let kept = try lab.importing(changed()) { ($0.source, $0.duplicates) = ("s", .keep) }
    #expect(kept.runs.kept == 1)
    #expect(try contents(lab) == before)
    let replaced = try lab.importing(changed()) { ($0.source, $0.duplicates) = ("s", .replace) }
    #expect(replaced.runs.replaced == 1)
    #expect(try contents(lab) != before)
    #expect(try lab.count("runs") == sample.runs)
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `two files of one name are not one source unless told so`() throws {
    let lab = try Lab()
    let text = Self.samples[2].text
    try lab.importing(ImportFile("results.csv", text))
    var other = ImportFile("results.csv", text)
    other.location = "/other/results.csv"
    let error = #expect(throws: StoreError.self) { try lab.importing(other) }
    #expect(
      error?.description == """
        results.csv would go into the source "results", which was read from /lab/results.csv. Nothing \
        was imported; --source results puts it there all the same, --source NAME keeps it apart.
        """)
    var again = ImportFile("results.csv", text)
    again.location = other.location
    #expect(try lab.importing(again) { $0.source = "results" }.runs.unchanged == 3)
  }

  @Test(arguments: samples) func `what progress throws undoes the import`(sample: Sample) throws {
    struct Enough: Error {}
    let lab = try Lab()
    let before = try contents(lab)
    #expect(throws: Enough.self) {
      try lab.store.importRuns([ImportFile("a.csv", sample.text)], options: ImportOptions()) {
        if $0.rows > 0 { throw Enough() }
      }
    }
    #expect(try contents(lab) == before)
    #expect(try lab.rows("PRAGMA foreign_keys") == [[1]])
  }

  /// Every row that an import may write.
  private func contents(_ lab: Lab) throws -> [[[Value]]] {
    try [
      "SELECT name, kind FROM sources", "SELECT name, version FROM frameworks",
      "SELECT openml_id, name FROM datasets", "SELECT * FROM budgets", "SELECT * FROM tasks",
      "SELECT * FROM runs", "SELECT * FROM scores", "SELECT * FROM rejects", "SELECT * FROM cells",
      "SELECT * FROM cell_scores",
    ].map { try lab.rows($0) }
  }
}
