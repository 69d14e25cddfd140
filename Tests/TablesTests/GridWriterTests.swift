import TestSupport
import Testing

@testable import Tables

@Suite struct GridWriterTests {
  /// Sixteen columns as AMLB has them, with a text that grows.
  static func runs(_ count: Int) -> Table {
    let columns = [
      "id", "task_id", "framework", "constraint_name", "fold", "seed", "result", "metric", "status",
      "utc", "duration", "training_duration", "predict_duration", "models_count", "info", "source",
    ]
    return Table(columns: columns, rows: (0..<count).map(run))
  }

  private static func run(_ number: Int) -> [Value] {
    let result = 0.894201881454589 / Double(number + 1)
    let source = "s3://amlb-results/AutoGluon_best/adult/\(number).csv"
    let place: [Value] = [.integer(Int64(number + 1)), .integer(Int64(number / 10))]
    let task: [Value] = ["AutoGluon_best", "1h8c_gp3", .integer(Int64(number % 10)), 394_035_137]
    let outcome: [Value] = [.real(result), "auc", "ok", "2026-01-18T18:11:00"]
    return place + task + outcome + [2806.3, 2725.3, 30.06, 202, .null, .text(source)]
  }

  static let awkward = Table(
    columns: ["name", "n", "note"],
    rows: [
      ["データ 1", 1, "two\nlines\tand a tab"],
      ["👩‍👩‍👧 e\u{301}", 22, "\u{1B}[31mred\u{7}"],
      ["\u{202E}abc\u{200F}", .null, "שלום and العربية"],
      ["🇩🇪 ❤️", -1.5, "a text that is longer than any narrow terminal has cells for it"],
    ])

  @Test(arguments: [20, 40, 60, 80, 200], [true, false])
  func `a grid fits any terminal`(width: Int, unicode: Bool) {
    var options = DisplayOptions(width: width, maxRows: 6)
    let format = unicode ? TableFormat.box : .table
    var text = Self.runs(10_800).formatted(format, options: options)
    text += Self.awkward.formatted(format, options: options)
    text += Table(columns: ["framework", "runs"]).formatted(format, options: options)
    options.recordsWhenWide = true
    text += Self.runs(3).formatted(format, options: options)
    expectGolden(text, "formats/\(format.name)-\(width).txt")
    let lines = text.split(separator: "\n").filter { !$0.contains(" shown)") }
    let widest = lines.map { displayWidth(of: String($0)) }.max() ?? 0
    #expect(widest <= width)
    if !unicode {
      let ours = Self.runs(9).formatted(format, options: options)
      #expect(!ours.utf8.contains { $0 > 0x7E })
    }
  }

  @Test func `a thousand columns are counted, not drawn`() {
    let table = Table(
      columns: (0..<1000).map { "column \($0)" },
      rows: [(0..<1000).map { .integer(Int64($0)) }])
    let text = table.formatted(.box, options: DisplayOptions(width: 80))
    #expect(text.hasSuffix("1 row, 1,000 columns (6 shown)\n"))
    #expect(Table(columns: []).formatted(.box).isEmpty)
  }

  @Test func `colours are for names, rules and NULL`() {
    let text = Table(columns: ["a"], rows: [[.null], [1]]).formatted(
      .box, options: DisplayOptions(colour: true))
    #expect(text.contains("\u{1B}[1m   a\u{1B}[0m"))
    #expect(text.contains("\u{1B}[90mNULL\u{1B}[0m") && text.contains("    1 "))
  }

  // MARK: Streams

  /// What a writer has written by the time `rows` have come, and the rest.
  private func drawn(
    _ rows: [Int], then more: [Int], limit: Int?,
    ending: (inout any TableWriter, inout String) -> Void
  ) -> (before: String, after: String) {
    var writer = TableFormat.box.writer(DisplayOptions(width: 80, maxRows: limit))
    var (before, after) = ("", "")
    writer.header(["n"], into: &before)
    for row in rows { writer.row([.integer(Int64(row))], into: &before) }
    writer.showSoFar(into: &before)
    for row in more { writer.row([.integer(Int64(row))], into: &after) }
    ending(&writer, &after)
    return (before, after)
  }

  @Test func `first rows can be seen before the last are known`() {
    let (before, after) = drawn([1, 2], then: Array(3...1_000_000), limit: 4) {
      $0.finish(into: &$1)
    }
    #expect(
      before + after == """
        ┌───────────┐
        │         n │
        ├───────────┤
        │         1 │
        │         2 │
        │         ⋮ │
        │    999999 │
        │   1000000 │
        └───────────┘
        1,000,000 rows (4 shown)

        """)
    #expect(before.hasSuffix("│         2 │\n"))
  }

  @Test func `a value too wide for the grid begins another`() {
    let (before, after) = drawn([1], then: [1_234_567_890_123], limit: nil) { $0.finish(into: &$1) }
    #expect(before.hasSuffix("│         1 │\n"))
    #expect(
      after == """
        └───────────┘
        ┌───────────────┐
        │             n │
        ├───────────────┤
        │ 1234567890123 │
        └───────────────┘

        """)
  }

  @Test func `a grid that is broken off is closed`() {
    let (_, after) = drawn([1, 2], then: [3, 4], limit: 4) { $0.breakOff(into: &$1) }
    #expect(after == "│         ⋮ │\n└───────────┘\n")
    var (writer, text) = (TableFormat.box.writer(DisplayOptions()), "")
    writer.header(["n"], into: &text)
    writer.row([1], into: &text)
    writer.breakOff(into: &text)
    #expect(text.isEmpty)
  }

  @Test func `without a limit pages of rows are drawn as they fill`() {
    var writer = TableFormat.box.writer(DisplayOptions(width: 80))
    var (text, pieces) = ("", 0)
    writer.header(["n"], into: &text)
    for row in 0..<10_000 {
      let before = text.utf8.count
      writer.row([.integer(Int64(row))], into: &text)
      pieces += text.utf8.count > before ? 1 : 0
    }
    writer.finish(into: &text)
    #expect(pieces == 10)
    #expect(text.split(separator: "\n").count == 10_004)
    #expect(writer.leftOut == (0, 0))
  }
}
