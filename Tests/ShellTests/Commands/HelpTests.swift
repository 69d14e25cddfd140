import Tables
import Testing

@testable import Shell

@Suite struct HelpTests {
  @Test func `all commands fit two screens, in lines of 80 cells`() throws {
    let session = try Conversation()
    let lines = session.type(".help").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 64)
    let wide = lines.filter { displayWidth(of: String($0)) > 80 }
    #expect(wide.isEmpty)
    for command in ShellCommand.all {
      #expect(lines.contains { $0.hasPrefix("  .\(command.name) ") }, "\(command.name)")
    }
  }

  @Test func `a command is explained, by its short name too`() throws {
    let session = try Conversation()
    let text = session.type(".help once", ".help .once")
    #expect(text.contains("\n.once [-f] FILE"))
    #expect(text.contains("\n\nExample: .once -f /tmp/leaderboard.csv\n"))
    #expect(session.type("\\?o").hasSuffix(session.type(".help output").suffix(200)))
  }

  @Test func `words are searched`() throws {
    let session = try Conversation()
    let text = session.type(".help spreadsheet", ".help runs")
    #expect(text.contains(".help spreadsheet\n  .once "))
    #expect(text.contains("  .open "))
    #expect(text.contains("  .status             Count runs.\n"))
    #expect(session.type(".help opne").hasSuffix("error: no command .opne; did you mean .open?\n"))
  }

  @Test(arguments: ShellCommand.all)
  func `every command has an example that begins with its name`(command: ShellCommand) {
    let starts = [".\(command.name)", "\\\(command.name)"]
    #expect(command.example.isEmpty || starts.contains(where: command.example.hasPrefix))
    #expect(command.help.hasSuffix("."))
  }

  @Test func `what a backslash is short for is there`() {
    for (short, long) in ShellCommand.shortNames {
      let name = long.prefix { $0 != " " }
      #expect(ShellCommand.all.contains { $0.name == name }, "\\\(short)")
    }
  }
}
