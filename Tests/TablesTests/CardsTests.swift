import Testing

@testable import Tables

@Suite struct CardsTests {
  private let two = [
    Card(title: "runs", lines: [("id", "integer"), ("status", "text")], foot: "1,800 rows"),
    Card(title: "データ", lines: [("a name that is long", "")], foot: "view"),
  ]

  @Test func `cards stand side by side where there is room`() {
    #expect(
      formatted(two, width: 80, colour: false, unicode: true) == """
        ┌────────────────┐ ┌─────────────────────┐
        │      runs      │ │       データ        │
        │                │ │                     │
        │ id     integer │ │ a name that is long │
        │ status text    │ │                     │
        │                │ │        view         │
        │   1,800 rows   │ └─────────────────────┘
        └────────────────┘

        """)
  }

  @Test(arguments: [5, 12, 20, 39, 40, 80], [true, false])
  func `no card is wider than the terminal`(width: Int, unicode: Bool) {
    let text = formatted(two, width: width, colour: false, unicode: unicode)
    let widest = text.split(separator: "\n").map { displayWidth(of: String($0)) }.max() ?? 0
    #expect(widest <= width)
  }

  @Test func `no cards are nothing`() {
    #expect(formatted([], width: 80, colour: true, unicode: true).isEmpty)
  }
}
