import Tables
import Testing

@testable import LineEditing

@Suite struct CompletionMenuTests {
  private func menu(_ candidates: [Completion.Candidate], typed: String = "") throws
    -> CompletionMenu
  {
    try #require(CompletionMenu(Completion(candidates: candidates), typed: typed))
  }

  private func lines(
    _ menu: CompletionMenu, width: Int = 40, height: Int = 20, unicode: Bool = true
  ) -> [String] {
    menu.rows(width: width, height: height, colours: false, unicode: unicode)
      .map { String($0.map(\.character)) }
  }

  private let three = [
    Completion.Candidate("runs", kind: "table", detail: "14 columns"),
    Completion.Candidate("データ", kind: "value"),
    Completion.Candidate("run_id", kind: "column", detail: "INTEGER"),
  ]

  @Test func `columns are aligned, wide characters too`() throws {
    #expect(
      lines(try menu(three)) == [
        ">runs    table   14 columns ",
        " データ  value              ",
        " run_id  column  INTEGER    ",
      ])
  }

  @Test func `where there is no room details go first, then kinds, then letters`() throws {
    #expect(lines(try menu(three), width: 20)[0] == ">runs    table  ")
    #expect(lines(try menu(three), width: 10)[0] == ">runs   ")
    #expect(lines(try menu(three), width: 6)[2] == " run… ")
    #expect(lines(try menu(three), width: 6, unicode: false)[2] == " ru.. ")
    #expect(lines(try menu(three), width: 2).map(\.count) == [2, 2, 2])
  }

  @Test func `eight are shown, then they are counted`() throws {
    var menu = try menu((1...20).map { Completion.Candidate("c\($0)") })
    #expect(lines(menu).count == 9)
    #expect(lines(menu).last == " 1 of 20")
    menu.step(-1)
    #expect(lines(menu)[7] == ">c20 ")
    menu.step(1)
    #expect(lines(menu)[0] == ">c1  ")
    menu.page(1)
    #expect(lines(menu)[0] == ">c9  ")
    for _ in 0..<5 { menu.page(1) }
    #expect(menu.candidate.text == "c20")
  }

  @Test func `it is no higher than there is room`() throws {
    let menu = try menu(three)
    #expect(lines(menu, height: 3).count == 3)
    #expect(lines(menu, height: 2).last == " 1 of 3")
    #expect(lines(menu, height: 1).isEmpty)
    #expect(lines(menu, height: 0).isEmpty)
  }

  @Test func `control characters do not break the row`() throws {
    #expect(lines(try menu([Completion.Candidate("a\nb\u{1B}[m")])) == [">a\\nb\\x1b[m "])
  }

  @Test func `where only ASCII is shown an ellipsis is two dots`() throws {
    let menu = try menu([Completion.Candidate("max(", kind: "function", detail: "(x, …)")])
    #expect(lines(menu, unicode: false) == [">max(  function  (x, ..) "])
  }

  @Test func `letters that were typed are marked, but not where the row is`() throws {
    let rows = try menu([Completion.Candidate("runs"), Completion.Candidate("turn")], typed: "rn")
      .rows(width: 20, height: 9, colours: true, unicode: true)
    #expect(rows[0].allSatisfy { $0.paint == .chosen })
    #expect(rows[1].filter { $0.paint == .match }.map(\.character) == ["r", "n"])
  }

  @Test func `there is no menu of nothing`() {
    #expect(CompletionMenu(Completion(), typed: "") == nil)
  }
}
