import Testing
import Warehouse

struct StoreLogsTests {
  private func texts(
    _ bucket: Bucket, _ words: String = "", failedOnly: Bool = false
  ) throws -> [String] {
    var texts: [String] = []
    try bucket.lab.store.logs(of: Selection([words]), failedOnly: failedOnly) { log in
      #expect(log.source == "s3")
      texts.append(log.text)
    }
    return texts
  }

  @Test func `logs are chosen by what became of their runs`() throws {
    let bucket = try Bucket()
    try bucket.sync(
      ("out/results7.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n"),
      ("logs/pass/tpot/31-classification-75/1.log", "passed"),
      ("logs/pass/tpot/31-classification-85/1.log", "no result yet"),
      ("logs/fail/h2o/31-classification-75/1.log", "MemoryError"),
      ("/20181019062640.log", "who knows"))
    #expect(
      try texts(bucket) == ["who knows", "MemoryError", "passed", "no result yet"])
    #expect(try texts(bucket, failedOnly: true) == ["who knows", "MemoryError"])
    #expect(try texts(bucket, "framework=tpot") == ["passed"])
    #expect(try texts(bucket, "framework=h2o,tpot", failedOnly: true) == ["MemoryError"])
    try bucket.sync(("logs/fail/h2o/31-classification-75/1.log", "Timeout"))
    #expect(try texts(bucket, "framework=h2o") == ["Timeout"])
  }

  @Test func `what was made here has no key`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", nil)
    try lab.execute("INSERT INTO logs (run_id, text) VALUES (1, 'here')")
    var logs: [StoredLog] = []
    try lab.store.logs(of: Selection(["framework=tpot"]), failedOnly: true) { logs.append($0) }
    #expect(logs == [StoredLog(id: 1, run: 1, source: "lab", key: "", text: "here")])
  }
}
