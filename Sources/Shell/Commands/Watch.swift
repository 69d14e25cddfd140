internal import Tables
internal import Warehouse

extension ShellCommand {
  static let watch = ShellCommand(
    "watch", "[-n COUNT] [SECONDS] [SQL]", takes: 0...1, isVerbatim: true,
    help: "Run a query again every 2 or more seconds, till Ctrl-C.",
    details: """
      Without SQL the last query. On a terminal the screen is drawn anew each time, and what changed since is
      marked with >. -n ends it after so many times, as a script needs it to.
      """,
    example: ".watch -n 1 SELECT status, count(*) FROM runs GROUP BY status",
    words: [.statement]
  ) { repl, words in
    guard let watch = Watch(words.first ?? "") else { throw WrongWords() }
    guard watch.count != nil || repl.world.width() != nil else { throw ShellError.endless }
    try repl.watch(try repl.statement(watch.sql), watch)
  }
}

/// How often a query is run again: `-n 3 5 SELECT ...` is three times, with five seconds between them.
struct Watch: Equatable {
  var count: Int?
  var pause = Duration.seconds(2)
  var sql: String

  /// Nil for a count or a pause that cannot be.
  init?(_ text: String) {
    var rest = text[...]
    func word() -> Substring { rest.prefix { !$0.isWhitespace } }
    func drop() { rest = rest[word().endIndex...].drop(while: \.isWhitespace) }
    if word() == "-n" {
      drop()
      guard let count = Int(word()), count > 0 else { return nil }
      self.count = count
      drop()
    }
    if let seconds = Double(word()) {
      guard 0.1...86_400 ~= seconds else { return nil }
      pause = .milliseconds(Int(seconds * 1000))
      drop()
    }
    sql = String(rest)
  }
}

extension REPL {
  /// Shows what `sql` gives, again and again.
  fileprivate func watch(_ sql: String, _ watch: Watch) throws {
    guard let height = world.height(), let width = world.width() else {
      for number in 1...(watch.count ?? 1) {
        if number > 1, !world.wait(watch.pause) { return }
        try show(sql)
      }
      return
    }
    // What is on the screen is not drawn over but moves up.
    try world.write(String(repeating: "\n", count: max(0, height - 1)))
    var last: Set<Substring>?
    var number = 0
    repeat {
      number += 1
      let text = try captured(columns: max(1, width - 2)) {
        try show(sql) { $0.maxRows = max(1, min($0.maxRows ?? .max, height - 8)) }
      }
      let lines = text.split(separator: "\n")
      let head = "every \(spoken(watch.pause)), at \(world.clock()); Ctrl-C ends"
      try draw(
        Paint.dim(fitting(head, into: max(1, width - 1)), on: world.colours), lines, since: last)
      last = Set(lines)
      if number == watch.count { return }
    } while world.wait(watch.pause)
    // The terminal has shown ^C by now and left the cursor behind it.
    try world.write("\n")
  }

  /// Draws the screen anew: `head`, then lines, those that were not there last marked.
  private func draw(_ head: String, _ lines: [Substring], since last: Set<Substring>?) throws {
    // Not cleared first, which would flicker: each line is, behind its end, and the rest at last.
    let (home, end, rest) = ("\u{1B}[H", "\u{1B}[K\n", "\u{1B}[J")
    var screen = home + head + end
    for line in lines {
      let isNew = last?.contains(line) == false && line != lines.last
      screen += (isNew ? Paint.match(">", on: world.colours) + " " : "  ") + line + end
    }
    try world.write(screen + rest)
  }

  /// What `body` would show on a terminal of so many columns.
  private func captured(columns: Int, _ body: () throws -> Void) rethrows -> String {
    let (worldBefore, settingsBefore) = (world, settings)
    defer { (world, settings) = (worldBefore, settingsBefore) }
    var text = ""
    world.write = { text += $0 }
    world.width = { columns }
    settings.pager = .off
    try body()
    return text
  }
}
