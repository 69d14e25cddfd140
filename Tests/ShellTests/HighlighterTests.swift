import Tables
import TestSupport
import Testing

@testable import Shell

@Suite struct HighlighterTests {
  private func painted(_ text: String) -> [String] {
    let highlighter = Highlighter(commands: ["mode", "once"], shortCommands: ["d"])
    let bytes = Array(text.utf8)
    return highlighter.highlights(text).map {
      "\($0.paint) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func `a command is painted by whether there is one`() {
    #expect(painted(".mode csv") == ["keyword .mode"])
    #expect(painted(".mo") == [])
    #expect(painted(".mo csv") == ["error .mo"])
    #expect(painted(".moo") == ["error .moo"])
    #expect(painted("\\d runs") == ["keyword \\d"])
    #expect(painted(".d runs") == ["error .d"])
    #expect(painted(".once 'a b' \"c") == ["keyword .once", "string 'a b'", "error \"c"])
  }

  @Test func `commands and statements take turns`() {
    #expect(
      painted(".mode csv\nselect 1; -- a\n\n  .once it's\nselect\n.5") == [
        "keyword .mode", "keyword select", "number 1", "comment -- a", "keyword .once",
        "error 's", "keyword select", "number .5",
      ])
  }

  @Test func `any text is painted in order`() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
          ".\\'\"; \n\t-(a)é/*".randomElement(using: &generator)!
        })
      var place = 0
      for (range, _) in Highlighter(commands: [], shortCommands: []).highlights(text) {
        #expect(range.lowerBound >= place && !range.isEmpty)
        place = range.upperBound
      }
      #expect(place <= text.utf8.count)
      #expect(Passage.all(in: Array(text.utf8)).last?.range.upperBound ?? 0 == text.utf8.count)
    }
  }
}
