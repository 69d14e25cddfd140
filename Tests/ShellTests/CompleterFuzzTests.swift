import LineEditing
import TestSupport
import Testing

@testable import Shell

/// Completion asked at places where nobody thought of it.
@Suite struct CompleterFuzzTests {
  private static let queries = Repository.files(in: "queries", "sql").map { Repository.text($0) }

  /// Completes at a place of `text` and takes each of a few candidates: what stands before the word and
  /// behind the cursor stays, and a name becomes a word of its own.
  private func ask(_ completer: Completer, _ text: [Character], at cursor: Int) {
    let (before, after) = (String(text[..<cursor]), String(text[cursor...]))
    let completion = completer.complete(before, after)
    #expect(completion.typed <= before.count)
    let typed = before.suffix(completion.typed)
    #expect(
      !typed.contains { $0 == " " || $0 == "\n" } || "'\"`[".contains(typed.first ?? " "),
      "\(before)|")
    for candidate in completion.candidates {
      #expect(!candidate.text.unicodeScalars.contains { $0.value < 0x20 }, "\(before)|")
    }
  }

  @Test func `stored queries can be completed anywhere`() throws {
    #expect(Self.queries.count > 20)
    let completer = Completer(try Conversation().repl)
    for query in Self.queries {
      let text = Array(query)
      // A step without a common factor with line lengths; ten minutes by hand would take every place.
      for cursor in stride(from: 0, through: text.count, by: 53) {
        ask(completer, text, at: cursor)
      }
    }
  }

  @Test func `so can what is cut short or garbled`() throws {
    let completer = Completer(try Conversation().repl)
    var generator = SplitMix64(seed: 4)
    let odd = Array("'\"()`[];.,*=é\u{301}\r\n\t\u{1F469}\u{200D}\u{1F52C}\\")
    for _ in 0..<600 {
      var text = Array(Self.queries.randomElement(using: &generator) ?? "")
      text = Array(text.prefix(Int.random(in: 0...min(400, text.count), using: &generator)))
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        text.insert(odd.randomElement(using: &generator) ?? "'", at: place)
      }
      text = Array(String(text))
      ask(completer, text, at: Int.random(in: 0...text.count, using: &generator))
    }
  }
}
