import TestSupport
import Testing

@testable import Tables

@Suite struct BoxTests {
  /// Shaped like AMLB's runs: 16 columns, long texts at the end.
  private func runs(_ count: Int) -> Table {
    let names = [
      "id", "task_id", "framework_id", "budget", "fold", "seed", "result", "metric", "status",
      "utc", "duration", "training_duration", "predict_duration", "models", "info", "source",
    ]
    let rows = (1...count).map { id in
      let counters = [id, id / 240 + 1, id % 12].map { Value.integer(Int64($0)) }
      let draw = [id % 10, id * 48271 % 2_147_483_647].map { Value.integer(Int64($0)) }
      let times: [Value] = ["ok", "2026-01-18 18:11:00", 2806.3, 2725.3, 30.06, 202]
      let texts: [Value] = [nil, "s3://amlb-results/AutoGluon_best/adult/0.csv"]
      return counters + ["1h8c_gp3"] + draw + [.real(1 / Double(id)), "auc"] + times + texts
    }
    return Table(columns: names, rows: rows)
  }

  @Test func `a wide and long table leaves out its middle and says so`() {
    let options = DisplayOptions(width: 112, maxRows: 12)
    let text = runs(10_800).formatted(.box, options: options)
    expectGolden(text, "formats/box-elided.txt")
    let lines = text.split(separator: "\n").map { displayWidth(of: String($0)) }
    #expect(lines.dropLast().allSatisfy { $0 == lines[0] && $0 <= 112 })
  }

  @Test(arguments: [20, 30, 40, 60, 80, 100, 150, 200, 300])
  func `no line is wider than the terminal`(width: Int) {
    let options = DisplayOptions(width: width, maxRows: 4, counts: false)
    for format in [TableFormat.box, .table] {
      let text = runs(20).formatted(format, options: options)
      #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) <= width })
    }
  }

  @Test func `a table that fits is shown whole`() {
    let table = Table(
      columns: ["framework", "runs"], rows: [["AutoGluon_best", 900], ["flaml", .null]])
    #expect(
      table.formatted(.box, options: DisplayOptions(width: 80, maxRows: 40)) == """
        ┌────────────────┬──────┐
        │ framework      │ runs │
        ├────────────────┼──────┤
        │ AutoGluon_best │  900 │
        │ flaml          │ NULL │
        └────────────────┴──────┘

        """)
  }

  @Test func `names are bold, borders and NULL grey when colour is on`() {
    let table = Table(columns: ["a"], rows: [[.null]])
    #expect(
      table.formatted(.box, options: DisplayOptions(colour: true)) == """
        \u{1B}[90m┌──────┐\u{1B}[0m
        \u{1B}[90m│\u{1B}[0m \u{1B}[1ma   \u{1B}[0m \u{1B}[90m│\u{1B}[0m
        \u{1B}[90m├──────┤\u{1B}[0m
        \u{1B}[90m│\u{1B}[0m \u{1B}[90mNULL\u{1B}[0m \u{1B}[90m│\u{1B}[0m
        \u{1B}[90m└──────┘\u{1B}[0m

        """)
  }

  @Test func `the printer counts what the box left out`() {
    let table = runs(100)
    var printer = TablePrinter(
      .box, options: DisplayOptions(width: 80, maxRows: 10, counts: false)
    ) { _ in }
    printer.header(table.columns)
    for row in table.rows { printer.row(row) }
    let summary = printer.finish()
    #expect(summary.rowsShown == 10 && summary.columnsShown < 16 && summary.columnsShown > 2)
    #expect(summary.description.hasPrefix("100 rows (10 shown), 16 columns ("))
  }

  @Test func `records take the place of a grid that would leave out columns`() {
    let options = DisplayOptions(width: 60, maxRows: 2, recordsWhenWide: true)
    let text = runs(3).formatted(.box, options: options)
    #expect(text.hasPrefix("─[ 1 ]────────────┬─"))
    #expect(text.contains("\nid                │ 1\ntask_id           │ 1\n"))
    #expect(text.contains("\n⋮\n─[ 3 ]────"))
    let narrow = Table(columns: ["a"], rows: [[1]])
    #expect(narrow.formatted(.box, options: options) == narrow.formatted(.box))
  }

  @Test func `a text of megabytes is cut without being measured`() {
    let log = String(repeating: "line of a log\n", count: 200_000)
    let table = Table(columns: ["id", "log"], rows: (1...40).map { [.integer($0), .text(log)] })
    let text = table.formatted(.box, options: DisplayOptions(width: 60))
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) == 60 })
  }
}
