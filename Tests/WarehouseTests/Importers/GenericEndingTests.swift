import Tables
import Testing
import Warehouse

/// What a generic table says of how runs ended.
struct GenericEndingTests {
  private static let header = "framework,dataset,acc,status,class,message\n"

  @Test(
    arguments: [
      ("0.9,ok,,", ["ok", nil, nil]), ("0.9,,,fine", ["ok", nil, "fine"]),
      (",ok,,", ["ok", nil, nil]), (",timeout,timeout,late", ["timeout", "timeout", "late"]),
      (",timeout,,", ["timeout", "timeout", nil]), (",,memory,", ["killed", "memory", nil]),
      (",killed,,gone", ["killed", "interrupted", "gone"]),
      (",killed,,MemoryError", ["killed", "memory", "MemoryError"]),
      (",failed,data,", ["failed", "data", nil]), (",failed,,", ["failed", "unknown", nil]),
      (",,,", ["failed", "unknown", "no score"]),
    ] as [(String, [Value])])
  func `status and class are as the row says`(fields: String, expected: [Value]) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("x.csv", Self.header + "a,d,\(fields)\n"))
    #expect(try lab.rows("SELECT status, class, message FROM runs") == [expected])
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test(arguments: [
    (",done,,", "has \"done\" as status, where ok, failed, timeout or killed belongs"),
    (
      ",failed,bad luck,",
      "has \"bad luck\" as class, where one of timeout, memory, data, framework, infrastructure, "
        + "interrupted, unknown belongs"
    ),
    ("0.9,ok,memory,", "has the status ok and the class memory, which disagree"),
    (",timeout,memory,", "has the status timeout and the class memory, which disagree"),
    ("0.9,failed,,", "has the status failed and a score"),
  ])
  func `other words are refused`(fields: String, reason: String) throws {
    let lab = try Lab()
    try lab.importing(ImportFile("x.csv", Self.header + "a,d,\(fields)\n")) { $0.skipsBad = true }
    #expect(try lab.rows("SELECT reason FROM rejects") == [[.text(reason)]])
  }

  @Test func `the log of a run comes with it`() throws {
    let lab = try Lab()
    let text = "framework,dataset,acc,status,log\na,d,,failed,\"one\ntwo\"\nb,d,0.5,ok,\n"
    try lab.importing(ImportFile("x.csv", text))
    let logs = "SELECT run_id, text FROM logs"
    #expect(try lab.rows(logs) == [[.integer(1), .text("one\ntwo")]])
  }

  @Test func `what export writes of results comes back as it was`() throws {
    let lab = try Lab()
    let text = """
      framework,version,dataset_id,dataset,type,seed,fold,budget,status,class,duration,acc,mse
      a,1.2,31,credit-g,classification,7,2,1h8c,ok,,3.25,0.1,
      a,1.2,31,credit-g,classification,8,2,1h8c,timeout,timeout,3600,,
      a,,,own,regression,7,0,4c,killed,memory,,,
      b,,,own,regression,7,0,4c,ok,,,,1e-300

      """
    try lab.importing(ImportFile("first.csv", text))
    let exported = try lab.store.table("SELECT * FROM results")
    try lab.importing(ImportFile("second.csv", exported.formatted(.csv)))
    let words = """
      SELECT framework, version, dataset_id, dataset, type, seed, fold, budget, status, class, duration,
        mse, acc
      FROM results WHERE source = :source ORDER BY run_id
      """
    let first = try lab.rows(words, ["source": "first"])
    #expect(try lab.rows(words, ["source": "second"]) == first)
    #expect(first.count == 4)
    #expect(try lab.count("tasks") == 4)
  }
}
