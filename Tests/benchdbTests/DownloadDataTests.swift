import Foundation
import TestSupport
import Testing

struct DownloadDataTests {
  @Test func `studies become files and rows`() async throws {
    let openML = try OpenMLPeer()
    try openML.putStudy(135, of: [61, 62])
    try openML.putStudy(130, of: [561])
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("download-data", environment: openML.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      folder.text("datasets/study_135_info.csv") == """
        DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES
        61,iris,150,5,3
        62,zoo,101,17,7

        """)
    #expect(
      folder.text("datasets/study_130_info.csv")?.hasSuffix("561,cpu,209,8,104\n") == true)
    let rows = try await folder.benchdb(
      "query",
      """
      SELECT s.name, s.type, d.openml_id, d.rows, d.features, d.classes, c.name, c.type
      FROM studies AS s
        JOIN study_datasets AS m ON m.study_id = s.id
        JOIN datasets AS d ON d.id = m.dataset_id
        JOIN dataset_columns AS c ON c.dataset_id = d.id
      WHERE c.position = 0
      ORDER BY d.openml_id
      """, "--format", "csv")
    #expect(
      rows.output.split(separator: "\n").dropFirst() == [
        "study-135,classification,61,150,5,3,sepallength,numerical",
        "study-135,classification,62,101,17,7,hair,categorical",
        "study-130,regression,561,209,8,104,vendor,categorical",
      ])
  }

  @Test func `what is there is not asked for again`() async throws {
    let openML = try OpenMLPeer()
    try openML.putStudy(135, of: [61, 62])
    try openML.putStudy(130, of: [561])
    let folder = try FreshFolder()
    _ = try await folder.benchdb("download-data", environment: openML.environment)
    _ = try openML.requests()
    let again = try await folder.benchdb("download-data", environment: openML.environment)
    #expect(again.error.contains("datasets: 0 datasets written, 3 there already; 0.0 MB"))
    #expect(
      Set(try openML.requests().map(\.path)) == [
        "/api/v1/json/study/135", "/api/v1/json/study/130",
      ])
  }

  @Test func `a dataset that was downloaded is one that local runs on`() async throws {
    let openML = try OpenMLPeer()
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "download-data", "--only", "61", environment: openML.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.error.hasPrefix("there is no warehouse at ./bench.db; only files are written\n"))
    let run = try await folder.benchdb(
      "local", "constant", "61", "classification", "75", "--no-record", "--time-limit", "60",
      "--python", "/usr/bin/python3", "--format", "jsonl")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("\"status\":\"ok\""))
  }

  @Test func `what is of no use is said, and left out of the study`() async throws {
    let openML = try OpenMLPeer()
    try openML.putStudy(1, of: [495, 61, 40589, 9])
    try openML.put(
      "data/495",
      """
      {"data_set_description":{"id":"495","name":"baseball-pitcher","file_id":"1","default_target_attribute":"c",\
      "url":"https://www.openml.org/data/download/495/empty.arff"}}
      """)
    try openML.put(
      file: "/data/download/495/empty.arff",
      "@relation r\n@attribute n real\n@attribute c {a}\n@data\n")
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "download-data", "--study", "1:classification", environment: openML.environment)
    #expect(ended.status == 65)
    #expect(ended.error.contains("warning: dataset 495 is empty: its file has no row.\n"))
    #expect(
      ended.error.contains("1 dataset written, 0 there already, 1 empty, 2 that did not come"))
    #expect(
      ended.error.contains(
        "error: dataset 40589 cannot be used: it has several targets: amazed.suprised"))
    #expect(folder.text("datasets/study_1_info.csv")?.hasSuffix("\n61,iris,150,5,3\n") == true)
    #expect(!folder.names.contains("495.csv"))
  }

  @Test func `one that does not come keeps the study's file back until it does`() async throws {
    let openML = try OpenMLPeer()
    try openML.putStudy(1, of: [3, 61])
    try openML.fail("/data/3$", by: "501", first: 1)
    let folder = try FreshFolder()
    let line = "benchdb download-data --study 1:classification"
    let first = try await folder.shell(line, environment: openML.environment)
    #expect(first.status == 69, "\(first.error)")
    #expect(first.error.contains("error: OpenML answered 501 to data/3."), "\(first.error)")
    #expect(folder.text("datasets/61_types.csv") != nil)
    #expect(folder.text("datasets/study_1_info.csv") == nil)
    let second = try await folder.shell(line, environment: openML.environment)
    #expect(second.status == 0, "\(second.error)")
    #expect(second.error.contains("1 dataset written, 1 there already"), "\(second.error)")
    #expect(
      folder.text("datasets/study_1_info.csv")?.contains("\n3,kr-vs-kp,3196,37,2\n61,") == true)
  }

  @Test func `Ctrl-C ends it, and nothing half made is left`() async throws {
    let openML = try OpenMLPeer()
    try openML.fail("/download/3/", by: "stall", first: 1)
    let folder = try FreshFolder()
    // The server has been asked for the file when the part is there.
    let ended = try await folder.shell(
      """
      benchdb download-data --only 61 3 2>error & job=$!
      until ls .cache/benchdb/openml/*/data-3/data.arff.part >/dev/null 2>&1 \
        && [ -s "$(ls .cache/benchdb/openml/*/data-3/data.arff.part)" ]; do :; done
      kill -INT $job; wait $job
      """, environment: openML.environment)
    #expect(ended.status == 130, "\(folder.text("error") ?? "")")
    #expect(
      folder.text("error")?.contains("error: stopped. 0 datasets of 2 are in datasets") == true)
    _ = try openML.requests()
    let again = try await folder.benchdb(
      "download-data", "--only", "61", "3", environment: openML.environment)
    #expect(again.status == 0, "\(again.error)")
    let asked = try openML.requests().filter { $0.path.contains("/download/") }
    #expect(asked.map(\.path) == ["/data/v1/download/3/kr-vs-kp.arff"])
    #expect(asked[0].range.hasPrefix("bytes="))
  }

  @Test func `a file that was not made here stays, unless by force`() async throws {
    let openML = try OpenMLPeer()
    let folder = try FreshFolder()
    try folder.write("a,target\n1,2\n", to: "datasets/61.csv")
    let refused = try await folder.benchdb(
      "download-data", "--only", "61", environment: openML.environment)
    #expect(refused.status == 73)
    #expect(
      refused.error.contains("error: datasets/61.csv exists. --force replaces it."),
      "\(refused.error)")
    #expect(folder.text("datasets/61.csv") == "a,target\n1,2\n")
    let forced = try await folder.benchdb(
      "download-data", "--only", "61", "--force", environment: openML.environment)
    #expect(forced.status == 0, "\(forced.error)")
    #expect(folder.text("datasets/61.csv")?.hasPrefix("sepallength,") == true)
  }

  @Test func `a rehearsal lists and writes nothing`() async throws {
    let openML = try OpenMLPeer()
    try openML.putStudy(1, of: [61, 561])
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "download-data", "--study", "1:regression", "-n", "--format", "csv",
      environment: openML.environment)
    #expect(
      ended.output == """
        dataset_id,name,rows,features,classes,state
        61,iris,150,5,3,new
        561,cpu,209,8,,new

        """, "\(ended.error)")
    #expect(!folder.names.contains("datasets"))
  }

  @Test(arguments: [
    (
      ["--study", "135"], 64, "error: The value '135' is invalid for '--study <135:classification>'"
    ),
    (["--study", "7:classification"], 66, "error: OpenML has no study/7"),
    (["--only", "0"], 64, "--only takes OpenML ids"),
    (["-j", "99"], 64, "--jobs is from 1 to 32"),
  ])
  func `what cannot be meant is said`(words: [String], status: Int32, sentence: String) async throws
  {
    let openML = try OpenMLPeer()
    let folder = try FreshFolder()
    let line = "benchdb download-data " + words.joined(separator: " ")
    let ended = try await folder.shell(line, environment: openML.environment)
    #expect(ended.status == status)
    #expect(ended.error.contains(sentence), "\(ended.error)")
  }

  @Test func `the key of the configuration goes along and is never printed`() async throws {
    let openML = try OpenMLPeer()
    try openML.fail("/json/", by: "403")
    let folder = try FreshFolder()
    try folder.write("{\"openml_api_key\": \"0123456789abcdef\"}", to: "batch.config")
    let ended = try await folder.benchdb(
      "download-data", "--only", "61", environment: openML.environment)
    #expect(ended.status == 77)
    #expect(ended.error.contains("OpenML does not give out data/61"), "\(ended.error)")
    #expect(!(ended.error + ended.output).contains("0123456789abcdef"))
    #expect(try openML.requests().map(\.key) == ["0123456789abcdef"])
  }
}
