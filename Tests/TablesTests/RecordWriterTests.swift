import TestSupport
import Testing

@testable import Tables

@Suite struct RecordWriterTests {
  @Test(arguments: [20, 40, 80], [true, false])
  func `records are numbered and long values go on below`(width: Int, unicode: Bool) {
    let options = DisplayOptions(width: width, maxRows: 2)
    var text = GridWriterTests.runs(12).formatted(.records(unicode: unicode), options: options)
    text += GridWriterTests.awkward.formatted(
      .records(unicode: unicode), options: DisplayOptions(width: width))
    expectGolden(text, "formats/records-\(width)\(unicode ? "" : "-ascii").txt")
    let widest = text.split(separator: "\n").map { displayWidth(of: String($0)) }.max() ?? 0
    #expect(widest <= width)
  }

  @Test func `no rows are no records`() {
    #expect(Table(columns: ["a"]).formatted(.records(unicode: true)).isEmpty)
  }

  @Test func `records come at once, the last ones at the end`() {
    var text = ""
    var writer = TableFormat.records(unicode: true).writer(DisplayOptions(maxRows: 2))
    writer.header(["n"], into: &text)
    writer.row([1], into: &text)
    #expect(text.hasSuffix("\nn       │ 1\n"))
    for row in 2...9 { writer.row([.integer(Int64(row))], into: &text) }
    writer.finish(into: &text)
    #expect(text.contains("⋮\n─[ 9 ]") && writer.leftOut == (7, 0))
  }
}
