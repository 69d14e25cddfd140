import Testing

@testable import Tables

@Suite struct WrappingTests {
  @Test func `a line that fits stays as it is`() {
    #expect(wrapped("", to: 5) == [""])
    #expect(wrapped("abcde", to: 5) == ["abcde"])
  }

  @Test func `lines break behind spaces, and within words that are too long`() {
    #expect(wrapped("one two three", to: 8) == ["one two ", "three"])
    #expect(wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(wrapped("データベース", to: 5) == ["デー", "タベ", "ース"])
  }

  @Test(arguments: 1...20)
  func `nothing is lost and nothing too wide`(width: Int) {
    let text = "Traceback (most recent call last):  File \"/srv/データ/run.py\", line 12, in main"
    let lines = wrapped(text, to: width)
    #expect(lines.joined() == text)
    let widest = lines.map { displayWidth(of: $0) }.max() ?? 0
    #expect(widest <= max(width, 2))
  }
}
