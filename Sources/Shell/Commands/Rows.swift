extension ShellCommand {
  static let rows = ShellCommand(
    "rows", "[N|auto|all]", takes: 0...1, help: "Show at most N rows of a result, from both ends.",
    details: """
      auto is 40, or what a lower screen holds. All rows are read and counted; .limit ends a query \
      earlier.
      """, example: ".rows 10", words: [.choice(["auto", "all", "10"])]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.tell("rows", repl.settings.rows.description)
    }
    switch word {
    case "auto": repl.settings.rows = .auto
    case "all": repl.settings.rows = .all
    default:
      guard let count = Int(word), count > 0 else { throw WrongWords() }
      repl.settings.rows = .most(count)
    }
  }
}
