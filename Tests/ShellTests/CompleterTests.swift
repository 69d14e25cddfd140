import LineEditing
import Testing

@testable import Shell

@Suite struct CompleterTests {
  private func complete(_ text: String) throws -> [String] {
    let session = try Conversation()
    var completer = Completer(session.repl)
    return completer.complete(text).candidates.map(\.text)
  }

  @Test func `behind FROM and JOIN stand relations`() throws {
    #expect(try complete("select * from scores_") == ["scores_of"])
    #expect(try complete("select * from a JOIN leader") == ["leaderboard"])
    #expect(try complete("select * from ").contains("runs"))
  }

  @Test func `elsewhere stand columns and keywords, in the case typed`() throws {
    #expect(try complete("select frame").contains("framework"))
    #expect(try complete("sel") == ["select"])
    #expect(try complete("SEL") == ["SELECT"])
    #expect(try complete("select ").isEmpty)
  }

  @Test func `behind a dot stand commands and verbs`() throws {
    #expect(try complete(".st") == ["status"])
    #expect(try complete(".mode mark") == ["markdown"])
    #expect(try complete(".describe scores_") == ["scores_of"])
    #expect(try complete(".quit ").isEmpty)
  }
}
