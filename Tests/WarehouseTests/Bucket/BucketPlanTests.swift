import Benchmark
import Tables
import Testing
import Warehouse

struct BucketPlanTests {
  private static let info = "DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES\n"
  private static let regression = info + "196,autoMpg,398,8,129\n287,wine,6497,12,7\n"
  private static let classification = info + "31,credit-g,1000,21,2\n"

  // The plan is models x (classification before regression) x seeds; 75 is the first seed.
  private static let firstOfEach = """
    SELECT t.original_id, f.name, d.openml_id FROM tasks AS t
    JOIN frameworks AS f ON f.id = t.framework_id JOIN datasets AS d ON d.id = t.dataset_id
    WHERE t.seed = 75 AND f.name IN ('auto-sklearn', 'tpot') ORDER BY t.original_id
    """

  @Test func `the studies of a bucket bring its plan, whichever comes first`() throws {
    let bucket = try Bucket()
    try bucket.sync(("datasets/study_130_info.csv", Self.regression))
    #expect(try bucket.standing().expected == 80)
    try bucket.sync(("datasets/study_135_info.csv", Self.classification))
    #expect(
      try bucket.rows(Self.firstOfEach) == [
        [0, "auto-sklearn", 31], [10, "auto-sklearn", 196], [20, "auto-sklearn", 287],
        [30, "tpot", 31], [40, "tpot", 196], [50, "tpot", 287],
      ])
    let standing = try bucket.standing()
    #expect(standing.expected == 120 && standing.finished == 0 && standing.missing == 120)
    #expect(try bucket.lab.count("missing") == 120)
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `what is finished, failed and missing is counted`() throws {
    let bucket = try Bucket()
    try bucket.sync(
      ("datasets/study_135_info.csv", Self.classification),
      ("out/results10.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n"),
      ("out/results11.csv", "tpot,31,classification,85,nan,nan,0.5,0.75\n"),
      ("out/results99.csv", "mine,31,classification,5,nan,nan,0.5,0.75\n"),
      ("out/results12.csv", "?"),
      ("logs/fail/tpot/31-classification-577/1.log", "MemoryError\n"),
      ("/20181019062640.log", "tpot 31 classification 75\n"))
    let standing = try bucket.standing()
    #expect(standing.expected == 41 && standing.finished == 3 && standing.missing == 38)
    #expect(standing.failedRuns == 2 && standing.rejects == 1 && standing.objects == 7)
    #expect(standing.matchedOrphans == 1 && standing.unmatchedOrphans == 0)
    #expect(try bucket.lab.store.bucketStanding(of: "none", budget: Bucket.budget) == .init())
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `a dataset that leaves the study leaves the plan`() throws {
    let bucket = try Bucket()
    try bucket.sync(("datasets/study_130_info.csv", Self.regression))
    try bucket.sync(("datasets/study_130_info.csv", Self.info + "287,wine,6497,12,7\n"))
    #expect(try bucket.standing().expected == 40)
  }

  @Test func `a study that cannot be read is a reject`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(("datasets/study_130_info.csv", Self.info + "x,y,1,2,3\n"))
    #expect(counts.rejected == 1)
    #expect(
      try bucket.rows("SELECT reason FROM rejects")
        == [["line 2 has \"x\" as DATASET_ID, where a whole number belongs"]])
  }

  @Test func `a study of no known type is left out, and that is said`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(("datasets/study_99_info.csv", Self.classification))
    #expect(counts.notes == ["study_99_info.csv was left out: nothing tells its problem type"])
    #expect(try bucket.standing().expected == 0)
  }
}
