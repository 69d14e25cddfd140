import Testing

@testable import Warehouse

@Suite struct MistypedKeywordTests {
  @Test(arguments: [
    ("select * frm runs", 9, 9, "FROM"), ("selct 1", 0, 0, "SELECT"),
    ("select max(f1) frm runs", 19, 15, "FROM"), ("select 1 form t", 14, 9, "FROM"),
    ("select a from t gruop by a", 22, 16, "GROUP"),
  ])
  func `the word named or the one before it is looked at`(
    sql: String, named: Int, offset: Int, meant: String
  ) throws {
    let mistake = try #require(mistypedKeyword(in: sql, at: named))
    #expect(mistake == (offset, meant))
  }

  @Test(arguments: [
    ("select name,,version", 12), ("select count(* from runs", 15), ("", 0), ("x", 5),
  ])
  func `what is no mistyped keyword is let be`(sql: String, named: Int) {
    #expect(mistypedKeyword(in: sql, at: named) == nil)
  }

  @Test func `a name is found as a whole word`() {
    #expect(place(of: "runs", in: "select runs_1 from runs", from: 0) == 19)
    #expect(place(of: "runs", in: "runs; runs", from: 1) == 6)
    #expect(place(of: "none", in: "runs", from: 0) == nil)
    #expect(place(of: "", in: "runs", from: 0) == nil)
  }
}
