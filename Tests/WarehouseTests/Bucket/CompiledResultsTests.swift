import Benchmark
import Tables
import Testing
import Warehouse

struct CompiledResultsTests {
  static let header = "ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE"

  private func lines(_ bucket: Bucket, of source: String? = "s3") throws -> [String] {
    var lines: [String] = []
    try bucket.lab.store.compiledResults(of: source) { lines.append($0) }
    return lines
  }

  // How the original would write them, and how nobody would.
  @Test(arguments: [
    "tpot,31,classification,75,nan,nan,0.5,0.75",
    "h2o,196,regression,85,1e-05,-0.0,nan,nan",
    "h2o,196,regression,85,1.5e+16,-1234567890.125,nan,nan",
    "h2o,196,regression,85,9007199254740994.0,0.30000000000000004,nan,nan",
    "tpot,31,classification,75,nan,nan,nan,nan",
    "tpot,31,classification,75,,,0.5,0.75",
    "tpot,31,classification,75,nan,nan,0.50,7.5e-1",
    "tpot,031,classification,75.0,NaN,nan,.5,1",
    "tpot,31,Classification,75,nan,nan,0.5,0.75",
    "\"a \"\"b\"\"\",31,classification,75,nan,nan,0.5,0.75",
    "a\"b,31,classification,75,nan,nan,0.5,0.75",
    "grüß\u{1}\\,31,classification,75,nan,nan,0.5,0.75",
    "tpot,31,classification,75,nan,nan,0.5,0.75\r",
  ])
  func `a result comes back byte for byte`(line: String) throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", line + "\n"))
    #expect(try bucket.lab.count("rejects") == 0)
    let back = try lines(bucket)
    #expect(back.map { Array($0.utf8) } == [Self.header, "7," + line].map { Array($0.utf8) })
  }

  @Test func `lines are in the order of their numbers, and have the bucket's`() throws {
    let bucket = try Bucket()
    let line = { (dataset: Int) in "tpot,\(dataset),classification,75,nan,nan,0.5,0.75" }
    try bucket.sync([10, 9, 100, 0].map { ("out/results\($0).csv", Array(line($0).utf8)) })
    #expect(try lines(bucket) == [Self.header] + [0, 9, 10, 100].map { "\($0),\(line($0))" })
    #expect(try lines(bucket, of: "elsewhere") == [Self.header])
    // The ids have shifted: the task has its first, the bucket's line its own.
    try bucket.sync(("out/results11.csv", line(10)))
    #expect(try lines(bucket).contains("11," + line(10)))
    #expect(try lines(bucket, of: nil).count == 6)
  }

  @Test func `the original's import and export agree with them`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n"))
    let text = try lines(bucket).joined(separator: "\n")
    let lab = try Lab()
    #expect(try lab.importing(ImportFile("compiled_results.csv", text)).runs.new == 1)
    #expect(
      try lab.query("export-georgian").rows
        == [[7, "tpot", 31, "classification", 75, nil, nil, 0.5, 0.75]])
  }
}
