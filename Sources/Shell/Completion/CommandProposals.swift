internal import LineEditing
internal import SQLSyntax
internal import Tables
internal import Warehouse

/// Says what may stand in a line that begins with a dot or a backslash.
struct CommandProposals {
  let repl: REPL
  let catalog: Catalog
  let values: ColumnValues
  /// Completes SQL that stands in a command.
  let statement: (_ sql: String) -> Completion

  /// What may stand for the end of `line`.
  func completion(of line: String) -> Completion {
    let start = line.drop { $0 == " " || $0 == "\t" }
    guard let dot = start.first else { return Completion() }
    let rest = start.dropFirst()
    let typed = TypedLine(rest)
    guard let first = typed.words.first else {
      return Completion(
        typed: typed.typed.count, candidates: ranked(names(isShort: dot == "\\"), for: typed.last))
    }
    let name = dot == "\\" ? ShellCommand.shortNames[first] ?? first : first
    if let command = ShellCommand.all.first(where: { $0.name == name }) {
      return words(of: command, typed, rest)
    }
    guard let verb = repl.world.shapes().first(where: { $0.name == name }) else {
      return Completion()
    }
    return finished(VerbProposals(self, verb, typed).all, typed)
  }

  private func names(isShort: Bool) -> [Proposal] {
    let short = isShort ? ShellCommand.shortNames.keys.sorted() : []
    return short.map {
      Proposal($0, "command", detail: "." + (ShellCommand.shortNames[$0] ?? ""), rank: 0)
    }
      + ShellCommand.all.map { Proposal($0.name, "command", detail: $0.help, rank: 0) }
      + repl.world.verbs.map { Proposal($0.name, "verb", detail: $0.help, rank: 1) }
  }

  private func words(
    of command: ShellCommand, _ typed: TypedLine, _ rest: Substring
  ) -> Completion {
    if command.isVerbatim {
      return verbatim(command.words.last ?? .other, rest.drop { !$0.isWhitespace }.dropFirst())
    }
    let place = typed.words.count - 1
    guard place < command.takes.upperBound,
      let kind = place < command.words.count ? command.words[place] : command.words.last
    else { return Completion() }
    return finished(proposals(of: kind, typed), typed)
  }

  /// What may follow a command that takes the rest of its line as it stands, after flags.
  private func verbatim(_ kind: WordKind, _ text: Substring) -> Completion {
    let flags = text.prefixMatch(of: /\s*(?:-\w\s+)*/)
    let text = text[(flags?.range.upperBound ?? text.startIndex)...]
    switch kind {
    case .statement: return statement(String(text))
    case .file:
      let typed = TypedLine(text)
      return finished(files(typed.last), typed)
    default:
      let word = text[(text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex)...]
      let proposals = proposals(of: kind, TypedLine(word))
      return Completion(typed: word.count, candidates: ranked(proposals, for: String(word)))
    }
  }

  /// The candidates as they are typed in a command line.
  private func finished(_ proposals: [Proposal], _ typed: TypedLine) -> Completion {
    let quoted = proposals.map { proposal in
      var quoted = proposal
      let text = proposal.candidate.text
      quoted.candidate.text = commandWord(text, isOpen: !proposal.candidate.isWhole)
      return quoted
    }
    return Completion(typed: typed.typed.count, candidates: ranked(quoted, for: typed.last))
  }

  // MARK: Kinds of words

  func proposals(of kind: WordKind, _ typed: TypedLine) -> [Proposal] {
    switch kind {
    case .relation: relations
    case .column: columns
    case .command: names(isShort: false)
    case .format:
      (["auto"] + TableFormat.all.map(\.name)).map { Proposal($0, "format", rank: 0) }
    case .storedQuery: queries.map { Proposal($0.name, "query", detail: $0.title, rank: 0) }
    case .file: files(typed.last)
    case .choice(let words): words.map { Proposal($0, "choice", rank: 0) }
    case .statement, .other: []
    }
  }

  var relations: [Proposal] {
    catalog.relations.map { relation in
      Proposal(
        relation.name, relation.isView ? "view" : "table",
        detail: relation.columns.map(\.name).joined(separator: " "),
        rank: relation.isView ? 0 : 1)
    }
  }

  /// First the last result's columns, then those of every relation.
  private var columns: [Proposal] {
    let last = sqlColumns(ofView: repl.lastQuery ?? "") { _, name in
      catalog.find(name)?.columns.map { SQLColumn($0) }
    }
    return last.map { Proposal($0.name, "column", detail: "of the last result", rank: 0) }
      + catalog.relations.flatMap { relation in
        relation.columns.map { Proposal($0.name, "column", detail: relation.name, rank: 1) }
      }
  }

  var queries: [StoredQuery] { (try? repl.world.queries(repl.store)) ?? [] }
}
