internal import LineEditing
internal import SQLSyntax
internal import Tables

/// Finds what may stand for the word being typed: commands behind a dot, relations behind FROM and
/// JOIN, columns and keywords elsewhere.
struct Completer {
  private let repl: REPL
  private lazy var catalog = try? Catalog(of: repl.store)

  init(_ repl: REPL) {
    self.repl = repl
  }

  mutating func complete(_ text: String, _ after: String = "") -> Completion {
    if text.first == "." || text.first == "\\" { return completeCommand(text) }
    let word = lastWord(of: text)
    let before = lastWord(
      of: String(text.dropLast(word.count).reversed().drop { $0 == " " }.reversed()))
    let relations = (catalog?.relations ?? []).map(\.name)
    if ["FROM", "JOIN", "INTO", "UPDATE", "TABLE"].contains(before.uppercased()) {
      return starting(with: word, among: relations)
    }
    guard !word.isEmpty else { return Completion() }
    let columns = (catalog?.relations ?? []).flatMap(\.columns).map(\.name)
    let isLower = word.first?.isLowercase == true
    let keywords = sqlKeywords.map { isLower ? $0.lowercased() : $0 }
    return starting(with: word, among: columns + relations + keywords)
  }

  private mutating func completeCommand(_ text: String) -> Completion {
    let parts = text.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
    let word = String(parts.last ?? "")
    guard parts.count > 1 else { return starting(with: word, among: repl.commandNames) }
    switch parts[0] {
    case "mode": return starting(with: word, among: ["auto"] + TableFormat.all.map(\.name))
    case "help": return starting(with: word, among: repl.commandNames)
    case "schema", "describe", "d":
      return starting(with: word, among: (catalog?.relations ?? []).map(\.name))
    default: return Completion()
    }
  }

  private func starting(with word: String, among names: [String]) -> Completion {
    let matching = Set(names.filter { $0.lowercased().hasPrefix(word.lowercased()) })
    return Completion(
      typed: word.count, candidates: matching.sorted().map { Completion.Candidate($0) })
  }

  private func lastWord(of text: String) -> String {
    String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
  }
}
