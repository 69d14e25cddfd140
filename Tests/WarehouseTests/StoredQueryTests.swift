import Tables
import Testing
import Warehouse

@Suite struct StoredQueryTests {
  private func query(_ sql: String) throws -> StoredQuery {
    try StoredQuery(name: "q", origin: .folder, sql: sql)
  }

  @Test func `the header gives title, parameters, figure and place in the analysis`() throws {
    let query = try query(
      """
      -- title: Mean rank and wins per framework
      -- param: metric = f1                which metric to rank by
      -- param: source: text = null        only this source
      -- figure: rank-cd block=dataset treatment=framework value=value
      -- analysis: 40
      -- A comment: not a key, for it begins with a capital.
      SELECT 1
      """)
    #expect(query.title == "Mean rank and wins per framework")
    #expect(query.figure == "rank-cd block=dataset treatment=framework value=value")
    #expect(query.analysis == 40)
    #expect(query.parameters.map(\.name) == ["metric", "source"])
    #expect(query.parameters.map(\.default) == ["f1", .null])
    #expect(query.parameters.map(\.help) == ["which metric to rank by", "only this source"])
  }

  @Test func `a default gives the type where none is written`() throws {
    let query = try query(
      "-- param: a = 5\n-- param: b = 0.5\n-- param: c = x y\nSELECT :a, :b, :c")
    #expect(query.parameters.map(\.kind) == [.integer, .real, .text])
    #expect(try query.bindings() == ["a": 5, "b": 0.5, "c": "x y"])
    #expect(try query.bindings(["a": "7"])["a"] == 7)
  }

  @Test(
    arguments: [
      (["a": "x"], "a is of type integer, not \"x\""),
      (["aa": "1"], "no parameter aa; did you mean a?"),
      ([:], "must has no default; give it with -p must=VALUE"),
    ])
  func `a value that cannot be bound is refused in words`(given: [String: String], reason: String)
    throws
  {
    let query = try query("-- param: a = 5\n-- param: must\nSELECT :a, :must")
    let error = #expect(throws: StoreError.self) { try query.bindings(given) }
    #expect(error?.description == "the stored query q: \(reason)")
  }

  @Test(arguments: ["-- param: a: number = 5", "-- param: = 5", "-- analysis: x"])
  func `a header that cannot be read is refused`(line: String) {
    #expect(throws: StoreError.self) { try query("\(line)\nSELECT 1") }
  }
}
