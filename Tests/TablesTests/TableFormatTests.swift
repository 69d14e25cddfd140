import TestSupport
import Testing

@testable import Tables

@Suite struct TableFormatTests {
  /// Every kind of value, and texts that try each format's quoting.
  static let awkward = Table(
    columns: ["name", "n", "score", "note"],
    rows: [
      ["AutoGluon", 900, -7.895763276989469, "a, b and \"c\" | d"],
      ["データ", .integer(.max), 0.1, "tab\there, line\nthere\r"],
      ["O'Reilly & <Söhne>", 0, 2.0, .null],
      ["🏳️‍🌈 e\u{301}", .null, .real(.infinity), ""],
      ["50% of $x_1 {~^#}\\", -1, 1e-07, .blob([0, 255])],
      ["\u{1B}[31mred\u{7}\u{9B}", 7, .null, "nul\u{0}byte"],
    ])

  @Test(arguments: TableFormat.all.map(\.name))
  func `each format quotes what it must`(name: String) throws {
    let format = try TableFormat.named(name, onTerminal: false)
    expectGolden(Self.awkward.formatted(format), "formats/\(name).txt")
  }

  @Test(arguments: TableFormat.all.map(\.name))
  func `an empty table has its header and no row`(name: String) throws {
    let format = try TableFormat.named(name, onTerminal: false)
    let empty = Table(columns: ["framework", "runs"])
    expectGolden(empty.formatted(format), "formats/\(name)-empty.txt")
  }

  @Test(arguments: TableFormat.all.map(\.name))
  func `no format lets data steer a terminal`(name: String) throws {
    let format = try TableFormat.named(name, onTerminal: true)
    let text = Self.awkward.formatted(format, options: DisplayOptions(terminal: true))
    let controls = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || 0x7F...0x9F ~= $0.value
    }
    #expect(controls.isEmpty)
  }

  @Test(arguments: TableFormat.all.map(\.name))
  func `the printer writes what the table formats`(name: String) throws {
    let format = try TableFormat.named(name, onTerminal: false)
    var text = ""
    var printer = TablePrinter(format) { text += $0 }
    printer.header(Self.awkward.columns)
    for row in Self.awkward.rows { printer.row(row) }
    let summary = printer.finish()
    #expect(text == Self.awkward.formatted(format))
    #expect(summary.isWhole && summary.rows == 6 && summary.columns == 4)
  }

  @Test func `names are unique and every format has help`() {
    #expect(Set(TableFormat.all.map(\.name)).count == TableFormat.all.count)
    #expect(TableFormat.all.allSatisfy { !$0.help.isEmpty })
  }

  @Test func `auto is a box on a terminal and tsv in a pipe`() throws {
    #expect(try TableFormat.named("auto", onTerminal: true).name == "box")
    #expect(try TableFormat.named("auto", onTerminal: false).name == "tsv")
  }

  @Test func `an unknown format names those there are`() throws {
    let error = #expect(throws: TablesError.self) {
      try TableFormat.named("boks", onTerminal: true)
    }
    #expect(error?.description.hasPrefix("no format \"boks\" among auto, box, table") == true)
  }

  @Test func `json says how many infinities it could not write`() {
    var printer = TablePrinter(.json) { _ in }
    printer.header(["x"])
    for value in [Double.infinity, -Double.infinity, 1.0] { printer.row([.real(value)]) }
    let notes = printer.finish().notes
    #expect(
      notes == ["2 infinite values are written as null, because JSON has no infinity"])
  }

  @Test func `json numbers a column name that comes again`() {
    let table = Table(columns: ["a", "a", "a_2"], rows: [[1, 2, 3]])
    #expect(table.formatted(.jsonl) == "{\"a\":1,\"a_2\":2,\"a_2_2\":3}\n")
  }

  @Test func `a stream is written in pieces before it ends`() {
    var pieces = 0
    var printer = TablePrinter(.csv) { _ in pieces += 1 }
    printer.header(["n"])
    for n in 0..<100_000 { printer.row([.integer(Int64(n))]) }
    #expect(pieces > 5)
    printer.finish()
  }
}
