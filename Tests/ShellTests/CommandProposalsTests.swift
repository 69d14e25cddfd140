import Foundation
import LineEditing
import Testing

@testable import Shell

@Suite struct CommandProposalsTests {
  private func complete(_ text: String) throws -> [String] {
    let session = try Conversation()
    return Completer(session.repl).complete(text).candidates.map(\.text)
  }

  @Test func `behind a dot stand commands and verbs`() throws {
    #expect(try complete(".sta") == ["status"])
    #expect(try complete(".qui") == ["quit"])
    #expect(try complete("\\d").first == "d")
    #expect(try complete(".quit ").isEmpty)
    #expect(try complete("select 1;\n.qui") == ["quit"])
  }

  @Test func `words are of the kind that the command takes`() throws {
    #expect(try complete(".plan o") == ["on", "off"])
    #expect(try complete(".copy mark") == ["markdown"])
    #expect(try complete(".explain select * from lbrd") == ["leaderboard"])
    #expect(
      try complete(".explain select 1 from runs r join tas").first == "tasks t on t.id = r.task_id")
  }

  @Test func `a verb is followed by what its help tells`() throws {
    let typed = TypedLine("test friedman ")
    let session = try Conversation()
    let verb = VerbShape(
      "test",
      arguments: [
        .init(value: "name", values: ["friedman", "nemenyi"]),
        .init(names: ["-f", "--file"], value: "file"), .init(names: ["--fast"], help: "Be quick."),
        .init(names: ["--better"], value: "better", values: ["higher", "lower"]),
      ], subcommands: [VerbShape("list")])
    let proposals = CommandProposals(
      repl: session.repl, catalog: try Catalog(of: session.repl.store), values: ColumnValues()
    ) { _ in Completion() }
    func all(_ line: String) -> [String] {
      VerbProposals(proposals, verb, TypedLine(line)).all.map(\.candidate.text)
    }
    #expect(all("test ") == ["list", "friedman", "nemenyi", "--file", "--fast", "--better"])
    #expect(all("test --better ") == ["higher", "lower"])
    #expect(all("test friedman --fast -") == ["--file", "--better"])
    #expect(all("test list ") == [])
    #expect(typed.words == ["test", "friedman"] && typed.last.isEmpty)
  }

  @Test func `files are quoted where they must be`() throws {
    let folder = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder + "/a folder", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["my runs.csv", "it's.csv", ".hidden", "a folder/x"] {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil)
    }
    #expect(
      try complete(".read \(folder)/") == [
        "\"\(folder)/it's.csv\"", "'\(folder)/my runs.csv'", "'\(folder)/a folder/",
      ])
    #expect(try complete(".read '\(folder)/a folder/") == ["'\(folder)/a folder/x'"])
    #expect(try complete(".read \(folder)/.h") == ["\(folder)/.hidden"])
  }

  @Test func `a line is parted as it is run`() throws {
    for line in ["a b", "a 'b c'", "a \"b'c\" d", "a b\\ c", "x 'y' z"] {
      let typed = TypedLine(line)
      #expect(try words(of: line) == typed.words + [typed.last])
    }
    for word in ["a", "a b", "it's", "\"", "a\\b", "x'\"y"] {
      #expect(try words(of: commandWord(word)) == [word])
    }
  }
}
