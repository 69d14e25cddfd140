internal import LineEditing
internal import SQLSyntax
internal import Tables
internal import Warehouse

/// Finds what may stand for the word before the cursor, in SQL and behind a dot.
///
/// It keeps what it read of the warehouse until that changes, so one is made for a whole conversation.
final class Completer {
  private let repl: REPL
  private let catalogs = CatalogCache()
  private let values = ColumnValues()

  init(_ repl: REPL) {
    self.repl = repl
  }

  /// Reads ahead of time what completing needs to know of the warehouse.
  func prepare() {
    _ = try? catalogs.catalog(of: repl.store)
  }

  /// What may stand for the end of `before`, in the text that goes on with `after`.
  func complete(_ before: String, _ after: String = "") -> Completion {
    let text = Array((before + after).utf8)
    let cursor = before.utf8.count
    guard let catalog = try? catalogs.catalog(of: repl.store) else { return Completion() }
    let passage = Passage.all(in: text).first {
      $0.range.lowerBound <= cursor
        && (cursor < $0.range.upperBound || $0.range.upperBound == text.count
          || $0.isCommand && cursor == $0.range.upperBound)
    }
    if let passage, passage.isCommand {
      let line = String(decoding: text[passage.range.lowerBound..<cursor], as: UTF8.self)
      let proposals = CommandProposals(repl: repl, catalog: catalog, values: values) { sql in
        let text = Array(sql.utf8)
        return self.statement(text, sqlTokens(text), text.count, catalog)
      }
      return proposals.completion(of: line)
    }
    return statement(text, passage?.tokens ?? [], cursor, catalog)
  }

  // MARK: Statements

  private func statement(
    _ text: [UInt8], _ tokens: [SQLToken], _ cursor: Int, _ catalog: Catalog
  ) -> Completion {
    let place = sqlPlace(in: text, tokens, at: cursor) { [self] schema, name in
      columns(schema, name, catalog)
    }
    let typed = String(decoding: text[place.typed], as: UTF8.self)
    let isLowerBefore = isLower(text, tokens, before: place.typed.lowerBound)
    let proposals = StatementProposals(
      place: place, catalog: catalog, store: repl.store, values: values,
      isLowerBefore: isLowerBefore,
      isLower: typed.first(where: \.isLetter)?.isLowercase ?? isLowerBefore)
    let quote = typed.first.flatMap { "'\"`[".contains($0) ? $0 : nil }
    let word = quote == nil ? typed : unquoted(typed, isClosed: false)
    var candidates = ranked(fitting(proposals.all, quote), for: word)
    // The quote that closes may stand behind the cursor already.
    if let quote, quote != "[", cursor < text.count, text[cursor] == quote.asciiValue {
      for index in candidates.indices where candidates[index].text.last == quote {
        candidates[index].text.removeLast()
        candidates[index].isWhole = false
      }
    }
    // A word that begins within a character cannot be replaced by itself.
    let start = String(decoding: text[..<place.typed.lowerBound], as: UTF8.self).count
    let end = String(decoding: text[..<cursor], as: UTF8.self).count
    guard end - start == typed.count else { return Completion() }
    return Completion(typed: typed.count, candidates: candidates)
  }

  /// Behind an open quote only what stands in such quotes will do.
  private func fitting(_ proposals: [Proposal], _ quote: Character?) -> [Proposal] {
    switch quote {
    case nil: return proposals
    case "'": return proposals.filter { $0.candidate.text.first == "'" }
    default:
      return proposals.filter { ["column", "table", "view", "cte"].contains($0.candidate.kind) }
        .map { proposal in
          var quoted = proposal
          quoted.candidate.text = "\"\(proposal.name.replacing("\"", with: "\"\""))\""
          return quoted
        }
    }
  }

  /// Whether the last keyword before byte `end` is in lower case.
  private func isLower(_ text: [UInt8], _ tokens: [SQLToken], before end: Int) -> Bool {
    let last = tokens.last { token in
      token.kind == .word && token.range.upperBound <= end
        && sqlKeywords.contains(String(decoding: text[token.range], as: UTF8.self).uppercased())
    }
    return last.map { text[$0.range.lowerBound] >= UInt8(ascii: "a") } ?? false
  }

  /// The columns of a relation, or of a table-valued function.
  private func columns(_ schema: String?, _ name: String, _ catalog: Catalog) -> [SQLColumn]? {
    let isOwn = schema.map { isSameName($0, "main") || isSameName($0, "temp") } ?? true
    if isOwn, let relation = catalog.find(name) { return relation.columns.map { SQLColumn($0) } }
    let isModule = catalog.modules.contains { isSameName($0, name) }
    guard !isOwn || isModule || name.lowercased().hasPrefix("pragma_") else { return nil }
    let sql =
      isOwn
      ? "SELECT name, upper(type) FROM pragma_table_info(:name)"
      : "SELECT name, upper(type) FROM pragma_table_info(:name, :schema)"
    let bindings = ["name": Value.text(name), "schema": .text(schema ?? "")]
    let rows = try? repl.store.table(sql, bindings: bindings).rows
    return rows.map { rows in
      rows.map { SQLColumn($0[0].string ?? "", type: $0[1].string ?? "") }
    }
  }
}
