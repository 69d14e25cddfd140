internal import SQLSyntax
internal import Tables

/// Names that SQLite does not know, or cannot tell apart.
extension Diagnosis {
  mutating func explainTable(_ subject: String) {
    let name = subject.split(separator: ".").last.map(String.init) ?? subject
    let known = suggestion(for: name, among: names.relations())
    say(known.map(question), at: index(of: name).map { tokens[$0].range.lowerBound })
  }

  /// - Parameter subject: `frmework` or `r.frmework`.
  mutating func explainColumn(_ subject: String) {
    let parts = subject.split(separator: ".").map(String.init)
    guard let name = parts.last else { return }
    if offset == nil { offset = index(of: parts[0]).map { tokens[$0].range.lowerBound } }
    let place = self.place
    let relations = place?.scope.flatMap { $0 } ?? []
    if parts.count > 1 {
      return explainColumn(name, of: parts[parts.count - 2], among: relations)
    }
    let columns = relations.flatMap(\.columns).map(\.name)
    if let meant = suggestion(for: name, among: columns) { return say(question(meant)) }
    let holders = names.relations().filter { relation in
      names.columns(relation)?.contains { isSameName($0, name) } == true
    }
    if let holders = listed(holders) { return say("\(name) is a column of \(holders)") }
    if place?.compared != nil { return say("text stands in single quotes: \(sqlString(name))") }
  }

  private mutating func explainColumn(
    _ name: String, of label: String, among relations: [SQLRelation]
  ) {
    guard let relation = relations.first(where: { isSameName($0.label, label) }) else {
      let meant = suggestion(for: label, among: relations.map(\.label))
      let aliased = relations.first { isSameName($0.name, label) }
      return say(
        aliased.map { "it is called \($0.label) here" } ?? meant.map { question("\($0).\(name)") })
    }
    let meant = suggestion(for: name, among: relation.columns.map(\.name))
    say(meant.map { question("\(relation.label).\($0)") })
  }

  mutating func explainAmbiguity(of subject: String) {
    if offset == nil { offset = index(of: subject).map { tokens[$0].range.lowerBound } }
    let holders = (place?.scope.first ?? []).filter { relation in
      relation.columns.contains { isSameName($0.name, subject) }
    }
    guard holders.count > 1 else { return }
    say(holders.map { "\($0.label).\(subject)" }.joined(separator: " or ") + "?")
  }

  mutating func explainFunction(_ subject: String) {
    let known = Set(names.functions().map(\.name)).filter(isSpoken).sorted()
    say(
      suggestion(for: subject, among: known).map { question($0 + "()") },
      at: index(of: subject).map { tokens[$0].range.lowerBound })
  }

  /// - Parameter message: `wrong number of arguments to function quantile()`.
  mutating func explainArguments(_ message: String) {
    guard let name = message.split(separator: " ").last?.prefix(while: { $0 != "(" }) else {
      return
    }
    let counts = Set(
      names.functions().filter { isSameName($0.name, String(name)) }.map(\.arguments))
    let fixed = counts.filter { $0 >= 0 }.sorted().map(String.init)
    say(
      counts.contains { $0 < 0 } || fixed.isEmpty
        ? nil : "it takes " + fixed.joined(separator: " or "),
      at: index(of: String(name)).map { tokens[$0].range.lowerBound })
  }

  /// - Parameter subject: `sum()`.
  mutating func explainAggregate(_ subject: String) {
    let name = String(subject.prefix { $0 != "(" })
    let inWhere = tokens.indices.contains { keyword($0) == "WHERE" }
    say(
      inWhere ? "WHERE looks at single rows; HAVING at groups" : nil,
      at: index(of: name).map { tokens[$0].range.lowerBound })
  }

  /// - Parameter message: `table runs has no column named statos`.
  mutating func explainInsertion(_ message: String) {
    guard let match = message.wholeMatch(of: /table (.+) has no column named (.+)/) else { return }
    let name = String(match.2)
    let columns = names.columns(String(match.1)) ?? []
    say(
      suggestion(for: name, among: columns).map(question),
      at: index(of: name).map { tokens[$0].range.lowerBound })
  }

  /// What may stand at the place at fault.
  private var place: SQLPlace? {
    guard let offset, let first = tokens.first, let last = tokens.last else { return nil }
    // Without a gap, as the reader of statements wants them.
    var all: [SQLToken] = []
    var next = first.range.lowerBound
    while next < last.range.upperBound {
      all.append(sqlToken(in: text, at: next))
      next = all[all.count - 1].range.upperBound
    }
    return sqlPlace(in: text, all, at: offset) { _, name in
      names.columns(name).map { $0.map { SQLColumn($0) } }
    }
  }
}

private func question(_ name: String) -> String { "did you mean \(name)?" }

/// Whether a person would write the function; SQLite and GRDB have some for their own use.
private func isSpoken(_ name: String) -> Bool {
  name.first?.isLetter == true && !name.hasPrefix("sqlite_")
}

/// Some of the names, nil for none: `results, failures and 3 more`.
private func listed(_ names: [String]) -> String? {
  guard let last = names.last else { return nil }
  if names.count == 1 { return last }
  if names.count > 3 {
    return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
  }
  return names.dropLast().joined(separator: ", ") + " and " + last
}
