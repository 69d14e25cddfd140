import Testing

@testable import Tables

@Suite struct MarkdownTests {
  @Test func `a long table is written as its rows come, a wide cell pushing its line aside`() {
    var (writer, text) = (TableFormat.markdown.writer(DisplayOptions()), "")
    writer.header(["n"], into: &text)
    for row in 1...9_999 { writer.row([.integer(Int64(row))], into: &text) }
    #expect(text.isEmpty)
    writer.row([10_000], into: &text)
    #expect(text.hasPrefix("|     n |\n| ----: |\n|     1 |\n") && text.hasSuffix("| 10000 |\n"))
    writer.row([1_234_567], into: &text)
    writer.finish(into: &text)
    #expect(text.hasSuffix("| 10000 |\n| 1234567 |\n"))
  }
}
