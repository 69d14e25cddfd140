import Foundation
import Tables
import TestSupport
import Testing
import Warehouse

@testable import Shell

/// What commands show, at several widths and in ASCII.
@Suite struct ScreenTests {
  static let lines = [
    ".tables scores_%", "\\d scores_of", "\\d runs", ".describe scores_of",
    ".count framework scores_of", ".rows 5", ".count dataset scores_of", ".rows auto",
    ".find AUTO scores_of", "select * from scores_of;", ".chart auc", ".chart auc framework",
    ".chart auc framework seed", ".chart framework", ".pivot seed framework auc",
    ".pivot framework framework auc",
    ".pivot framework framework auc median", ".describe", ".count auc",
    "select dataset, auc - 0.2 as gain from scores_of limit 4;", ".chart gain dataset",
    ".x on", "select * from scores_of limit 1;",
  ]

  @Test(arguments: [40, 80, 200], [true, false])
  func `screens are as they were looked at`(width: Int, unicode: Bool) throws {
    let session = try Conversation(width: width, unicode: unicode)
    var text = ""
    for line in Self.lines { text = session.type(line) }
    expectGolden(text, "shell/screens-\(width)\(unicode ? "" : "-ascii").txt")
    if !unicode {
      let ours = text.unicodeScalars.filter { !$0.isASCII && !"データ".unicodeScalars.contains($0) }
      #expect(ours.isEmpty)
    }
    let pictures = text.split(separator: "\n").filter { "│┌├└─|+".contains($0.prefix(1)) }
    let widest = pictures.map { displayWidth(of: String($0)) }.max() ?? 0
    #expect(widest <= width)
  }

  @Test func `settings tell what they are, and refuse what they do not know`() throws {
    let session = try Conversation()
    let text = session.type(
      ".rows", ".rows 7", ".rows", ".rows all", ".rows", ".rows auto", ".rows 0", ".limit",
      ".limit 1000", ".limit", ".limit off", ".limit no", ".digits", ".digits full", ".digits",
      ".null", ".null -", ".null", ".null auto", ".null", ".timer", ".timer off", ".timer",
      ".pager", ".pager less -R", ".pager", ".pager off", ".pager", ".x", ".x auto")
    expectGolden(text, "shell/settings.txt")
  }

  @Test func `a command says what it cannot look into`() throws {
    let session = try Conversation()
    let text = session.type(
      ".pivot a b c", ".count framework", "pragma table_info(scores_of);", ".count name",
      "select * from scores_of;", ".count framwork", ".count nothing", ".pivot framework dataset",
      ".pivot framework framework dataset", ".pivot framework framework dataset max",
      ".pivot framework framework dataset mode", ".chart dataset framework",
      "select 1e999 as x;", ".chart x", ".chart nothing", ".describe nothing",
      ".find 'no such thing'", ".tables nothing%", "\\d nothing")
    expectGolden(text, "shell/display-errors.txt")
  }

  @Test func `a low screen shows fewer rows, and .rows as many as asked`() throws {
    let session = try Conversation(height: 14)
    #expect(session.type("select * from scores_of;").contains("12 rows (6 shown)"))
    #expect(session.type(".rows 8", "select * from scores_of;").contains("12 rows (8 shown)"))
    #expect(session.type(".rows all", "select * from scores_of;").hasSuffix("\n12 rows, 0 ms\n"))
  }

  @Test func `.limit ends a query that would never end`() throws {
    let session = try Conversation()
    let endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select x from c;"
    let text = session.type(".limit 3", endless)
    #expect(text.hasSuffix("│ 3 │\n└───┘\n3 rows, cut by .limit, 0 ms\n"))
  }

  @Test func `rows that stand in for failed runs are counted`() throws {
    let session = try Conversation()
    let text = session.type("select value as imputed from json_each('[0, 1, null, 1, 2]');")
    #expect(text.hasSuffix("5 rows, 3 of 5 imputed, 0 ms\n"))
    #expect(session.type("select 0 as imputed;").hasSuffix("\n1 row, 0 ms\n"))
  }

  @Test func `elsewhere than on a screen pictures are tables`() throws {
    let session = try Conversation(width: nil)
    let text = session.type(
      ".tables scores_of", ".count framework scores_of", "select auc from scores_of limit 2;")
    #expect(text.contains("scores_of\ttable\t12\tframework dataset auc seed\n"))
    #expect(text.contains("framework\tcount\tpercent\nAutoGluon_best\t6\t50.0\ntpot\t6\t50.0\n"))
  }

  @Test func `of many rows a sample is described, and that is said`() throws {
    let session = try Conversation(width: 200)
    let many = "with recursive c(x) as (select 1 union all select x + 1 from c limit 250000)"
    let text = session.type("\(many) select x % 10 as fold from c;", ".describe")
    #expect(text.contains("│ integer │     0 │       10 │   0 │ 2.0 │    4.0 │ 7.0 │   9 │"))
    #expect(text.hasSuffix("250,000 rows, 1 column, distinct and quartiles of 1 row in 2\n"))
  }

  @Test func `names that SQL would misread are quoted`() throws {
    let session = try Conversation()
    let text = session.type(
      #"select framework as "a ""b""", auc as "order", seed as "x y" from scores_of; "#,
      #".count 'a "b"'"#, #".pivot 'a "b"' 'a "b"' order"#, ".chart order 'x y'", ".describe")
    #expect(!text.contains("error"))
  }

  @Test(arguments: ["source", "numbered", "counted"])
  func `a table may be called what commands might call their own`(name: String) throws {
    let session = try Conversation(access: .readWrite)
    let text = session.type(
      "create table \(name) (x text, y real);", "insert into \(name) values ('a', 1), ('a', 2);",
      ".describe \(name)", ".count x \(name)", "select * from \(name);", ".count x", ".describe",
      ".pivot x x y", ".chart y x", ".chart y")
    #expect(!text.contains("error"))
  }
}
