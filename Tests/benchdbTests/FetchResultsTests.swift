import TestSupport
import Testing

struct FetchResultsTests {
  @Test func `the file is the original's, byte for byte`() async throws {
    let s3 = try S3Peer()
    let lines = [
      "tpot,31,classification,75,nan,nan,0.5,0.75", "h2o,31,classification,75,nan,nan,1e-05,0.10",
      "h2o,507,regression,85,12345678901234567.0,-0.5,nan,nan",
    ]
    try s3.put("bench/out/results10.csv", lines[0] + "\n")
    try s3.put("bench/out/results9.csv", lines[1])
    try s3.put("bench/out/results100.csv", lines[2] + "\n")
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb(
      "fetch-results", "s3://lab/bench", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      folder.text("compiled_results.csv")
        == """
        ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE
        9,\(lines[1])
        10,\(lines[0])
        100,\(lines[2])

        """)
    #expect(ended.error.contains("wrote 3 results to compiled_results.csv"))
    let again = try await folder.benchdb(
      "fetch-results", "s3://lab/bench", environment: s3.environment)
    #expect(again.status == 73)
  }

  @Test func `without a sync no server is needed`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb(
      "fetch-results", "s3://lab/bench", "--no-sync", "-o", "-")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.output == "ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE\n")
  }

  @Test func `no bucket is one sentence`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("fetch-results")
    #expect(ended.status == 78)
    #expect(ended.error.contains("set s3_bucket_root in batch.config"))
    let wrong = try await folder.benchdb("fetch-results", "lab/bench")
    #expect(wrong.status == 64)
    #expect(wrong.error == "error: \"lab/bench\" is no bucket; s3://BUCKET/FOLDER is right.\n")
  }
}
