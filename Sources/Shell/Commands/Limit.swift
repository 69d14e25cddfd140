internal import Tables

extension ShellCommand {
  static let limit = ShellCommand(
    "limit", "[N|off]", takes: 0...1, help: "End each query after N rows.",
    details: """
      The rows beyond are not even computed, where SQLite gives them as it finds them. .rows hides rows
      in the middle but counts them all. The footer says where a result was cut.
      """, example: ".limit 1000", words: [.choice(["off", "1000"])]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.tell("limit", repl.settings.limit.map(grouped) ?? "off")
    }
    if ["off", "all"].contains(word) {
      repl.settings.limit = nil
    } else if let count = Int(word), count > 0 {
      repl.settings.limit = count
    } else {
      throw WrongWords()
    }
  }
}
