import Compute
import Testing

@Suite struct CappedLogTests {
  @Test(arguments: ["", "a", "abcdefgh", "Zürich"]) func `what fits is kept`(text: String) {
    var log = CappedLog(limit: 8)
    log.append(text.utf8)
    #expect(log.text == text)
  }

  @Test(arguments: [1, 2, 3, 5, 26])
  func `the middle is left out and said, however the text arrives`(step: Int) {
    var log = CappedLog(limit: 8)
    let text = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    for start in stride(from: 0, to: text.count, by: step) {
      log.append(text[start..<min(start + step, text.count)])
    }
    #expect(log.text == "abcd\n[18 bytes left out]\nwxyz")
  }

  @Test func `bytes that are not text are replaced`() {
    var log = CappedLog()
    log.append([0x61, 0xFF, 0x62])
    #expect(log.text == "a\u{FFFD}b")
  }
}
