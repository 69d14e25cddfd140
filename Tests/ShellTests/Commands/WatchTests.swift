import Testing
import Warehouse

@testable import Shell

@Suite struct WatchTests {
  @Test(arguments: [
    ("", nil, 2000, ""), ("5", nil, 5000, ""), ("0.5 select 1", nil, 500, "select 1"),
    ("-n 3", 3, 2000, ""), ("-n 3 1 select  'a'", 3, 1000, "select  'a'"),
    ("select 1", nil, 2000, "select 1"),
  ])
  func `count, pause and SQL may each be left out`(
    text: String, count: Int?, milliseconds: Int, sql: String
  ) {
    let watch = Watch(text)
    #expect(watch?.count == count)
    #expect(watch?.pause == .milliseconds(milliseconds))
    #expect(watch?.sql == sql)
  }

  @Test(arguments: ["-n", "-n 0", "-n x", "0", "-1", "1e9"])
  func `what cannot be is refused`(text: String) {
    #expect(Watch(text) == nil)
  }

  @Test func `a script gets the result so many times`() throws {
    let session = try Conversation(width: nil)
    var waits: [Duration] = []
    session.repl.world.wait = {
      waits.append($0)
      return true
    }
    let (status, text) = session.follow(".watch -n 3 5 select 1 as a\n.watch select 1")
    #expect(status == 1)
    #expect(text == "a\n1\na\n1\na\n1\nerror: line 2: .watch needs an end here: .watch -n COUNT\n")
    #expect(waits == [.seconds(5), .seconds(5)])
  }

  @Test(arguments: [0, 1])
  func `a screen without room is drawn all the same`(size: Int) throws {
    let session = try Conversation(width: size, height: size)
    #expect(session.type(".watch -n 1 select 1 as a").contains("\u{1B}[H"))
  }

  @Test func `a screen is drawn anew, what changed marked, until Ctrl-C`() throws {
    let session = try Conversation(access: .readWrite)
    session.repl.world.height = { 4 }
    session.repl.world.clock = { "12:00:00" }
    let (repl, store) = (session.repl, session.repl.store)
    var waits = 0
    repl.world.wait = { _ in
      waits += 1
      _ = try? store.table("UPDATE scores_of SET seed = 7 WHERE seed = 1000")
      return waits < 2
    }
    let text = session.type(".rows 1", ".watch select seed from scores_of limit 2;")
    let screens = text.split(separator: "\u{1B}[H").dropFirst()
    #expect(text.contains("limit 2;\n\n\n\n\u{1B}[H"))
    #expect(screens.count == 2)
    #expect(
      screens.first?.hasPrefix(
        "every 2.00 s, at 12:00:00; Ctrl-C ends\u{1B}[K\n  ┌──────┐\u{1B}[K\n") == true)
    #expect(screens.first?.contains("\n  │ 1000 │\u{1B}[K\n") == true)
    #expect(screens.last?.contains("\n> │    7 │\u{1B}[K\n") == true)
    #expect(screens.last?.contains("> └") == false)
    #expect(screens.last?.hasSuffix("\u{1B}[K\n\u{1B}[J\n") == true)
  }
}
