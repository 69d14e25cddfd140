import Testing
import Warehouse

@testable import Shell

@Suite struct OutletsTests {
  @Test func `results go to a file while .output says so`() throws {
    let session = try Conversation()
    let text = session.type(
      ".timer off", ".mode csv", ".once once", "select 1 as a;", "select 2 as a;", ".mode auto",
      ".output 'all of it'", "select 3 as b;", "select null as c;", ".output", "select 4 as d;")
    #expect(session.taken(by: "once") == "a\n1\n")
    #expect(session.taken(by: "all of it") == "b\n3\nc\n\n")
    #expect(text.contains("1 row to once\n") && text.contains("1 row to all of it\n"))
    #expect(text.contains("a\n2\n") && text.hasSuffix("│ 4 │\n└───┘\n1 row\n"))
  }

  @Test func `the ending of a file's name chooses the format unless .mode does`() throws {
    let session = try Conversation()
    _ = session.type(
      ".once a.json", "select 1 as a;", ".once a.md", "select 1 as a;", ".mode csv", ".once b.json",
      "select 1 as a;")
    #expect(session.taken(by: "a.json") == "[\n{\"a\":1}\n]\n")
    #expect(session.taken(by: "a.md") == "|   a |\n| --: |\n|   1 |\n")
    #expect(session.taken(by: "b.json") == "a\n1\n")
  }

  @Test func `a file is replaced by force only, and not by half a result`() throws {
    let session = try Conversation()
    let text = session.type(
      ".once a.csv", "select 1 as a;", ".once a.csv", ".once -f a.csv", "select 2 as a;")
    #expect(session.taken(by: "a.csv") == "a\n2\n")
    #expect(text.contains(".once a.csv\nerror: a.csv cannot be written\n"))
    _ = session.type(".once b.csv", "select abs(-9223372036854775808);")
    #expect(session.taken(by: "b.csv") == "discarded")
  }

  @Test(arguments: [".once |sort -r", ".once | sort -r", ".once '| sort -r'"])
  func `a command takes a result on its input`(line: String) throws {
    let session = try Conversation()
    _ = session.type(line, "select 1 as a;", "select 2 as a;")
    #expect(session.taken(by: "|sort -r") == "a\n1\n")
  }

  @Test func `a command that has seen enough ends the query, and well`() throws {
    let session = try Conversation(width: nil)
    let numbers = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n;"
    #expect(session.follow(".once |head\n" + numbers).status == 0)
    #expect(session.taken(by: "|head")?.hasPrefix("i\n1\n2\n") == true)
  }

  @Test func `a result opens in the editor, in a spreadsheet, in a browser`() throws {
    let session = try Conversation()
    let text = session.type(
      ".once -e", "select 1 as a;", ".once -x", "select 2 as a;", ".open", ".open html")
    #expect(session.taken(by: "editor.txt") == "+---+\n| a |\n+---+\n| 1 |\n+---+\n")
    #expect(session.taken(by: "viewer.csv") == "a\n2\n")
    #expect(session.taken(by: "viewer.html")?.contains(">2</td>") == true)
    #expect(text.contains("1 row shown in the editor\n"))
    #expect(text.contains(".open\n1 row opened by xdg-open\n"))
  }

  @Test func `.open with the path of a picture shows it`() throws {
    let session = try Conversation()
    #expect(session.type(".open cd.SVG").contains("opened by xdg-open"))
    #expect(session.taken(by: "opener") == "cd.SVG")
  }

  @Test func `.open with a path is another warehouse`() throws {
    let session = try Conversation()
    let text = session.type(".open /nowhere/none.db", ".open \(session.repl.store.path)")
    #expect(text.contains("error: no database at /nowhere/none.db"))
    #expect(session.type("select count(*) as n from scores_of;").contains("│ 12 │"))
  }

  @Test func `the last result is copied whole, as TSV unless asked otherwise`() throws {
    let session = try Conversation()
    let text = session.type(
      ".copy", ".x on", ".mode line", "select seed from scores_of limit 2;", ".copy")
    #expect(text.contains(".copy\nerror: no query has been run yet\n"))
    #expect(session.taken(by: "clipboard") == "seed\n1000\n2000\n")
    #expect(session.type(".copy markdown").hasSuffix(".copy markdown\n2 rows copied by xclip\n"))
    #expect(session.taken(by: "clipboard")?.hasPrefix("| seed |") == true)
    #expect(session.type(".show").contains("mode       line\nx          on\n"))
  }

  @Test func `without a desktop the terminal copies, and nothing opens`() throws {
    let session = try Conversation()
    session.haveNoDesktop()
    let text = session.type("select 1 as a;", ".copy", ".open")
    #expect(
      text.contains(
        ".copy\n\u{1B}]52;c;YQoxCg==\u{07}1 row copied by the terminal, if it allows that\n"))
    #expect(text.contains(".open\nerror: nothing here opens files"))
    #expect(
      session.type("select hex(zeroblob(50000)) as a;", ".copy").hasSuffix(
        "error: the terminal's clipboard takes 74,000 bytes, this is 100,003. wl-copy, xclip or xsel "
          + "would take it, .once FILE keeps it.\n"))
  }

  @Test func `without a terminal and a desktop there is no clipboard`() throws {
    let session = try Conversation(width: nil)
    session.haveNoDesktop()
    #expect(
      session.follow("select 1 as a;\n.copy").text.contains("error: line 2: there is no clip"))
  }

  @Test func `a command of the shell runs, and its status counts`() throws {
    let session = try Conversation()
    #expect(session.type("\\! echo 'a  b' | cat").hasSuffix("cat\n"))
    #expect(session.taken(by: "shell") == "echo 'a  b' | cat")
    #expect(session.type(".shell false").hasSuffix("error: false ended with status 1\n"))
  }
}
