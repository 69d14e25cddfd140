extension StatementReader {
  /// Takes one lexeme of a select list.
  func readItem(_ level: inout Level) {
    if level.items.isEmpty { level.items = [[]] }
    if lexemes[at].word == "," {
      level.items.append([])
    } else if !["DISTINCT", "ALL"].contains(lexemes[at].word) {
      level.items[level.items.count - 1].append(at)
    }
  }

  /// The columns that a select list gives, `*` in full.
  func columns(of items: [[Int]], from relations: [SQLRelation]) -> [SQLColumn] {
    var columns: [SQLColumn] = []
    for item in items {
      columns += self.columns(of: item, from: relations)
      if columns.count > Limit.columns { break }
    }
    return Array(columns.prefix(Limit.columns))
  }

  /// The columns that AS names in a select list.
  func aliases(of items: [[Int]], from relations: [SQLRelation]) -> [SQLColumn] {
    items.prefix(Limit.columns).compactMap { item in
      alias(of: item).map { named($0, item.dropLast(), from: relations) }
    }
  }

  private func columns(of item: [Int], from relations: [SQLRelation]) -> [SQLColumn] {
    guard let last = item.last else { return [] }
    if lexemes[last].word == "*" {
      if item.count == 1 { return relations.flatMap(\.columns) }
      guard let label = lexemes[item[0]].name, word(item[1]) == "." else { return [] }
      return relations.first { isSameName($0.label, label) }?.columns ?? []
    }
    if let alias = alias(of: item) { return [named(alias, item.dropLast(), from: relations)] }
    if let column = column(item[...], from: relations) { return [column] }
    if let name = lexemes[last].name, isReference(item[...]) { return [SQLColumn(name)] }
    // SQLite calls it by its text.
    let start = lexemes[item[0]].token.range.lowerBound
    guard !item.contains(where: { lexemes[$0].isHole }), let end = end(of: item) else { return [] }
    return [SQLColumn(String(decoding: text[start..<end], as: UTF8.self))]
  }

  /// Where the text of an item ends, its last bracket closed; nil for one too long to be typed again.
  private func end(of item: [Int]) -> Int? {
    let start = item[item.count - 1]
    var index = start
    var open = 0
    repeat {
      if word(index) == "(" { open += 1 }
      if word(index) == ")" { open -= 1 }
      index += 1
    } while open > 0 && index < lexemes.count && index - start < 100
    guard open == 0 else { return nil }
    return lexemes[index - 1].token.range.upperBound
  }

  private func alias(of item: [Int]) -> String? {
    guard item.count > 1, let name = lexemes[item[item.count - 1]].name else { return nil }
    let before = lexemes[item[item.count - 2]]
    if before.word == "AS" { return name }
    let isOperand =
      before.name != nil || before.word == "(" || before.word == "END"
      || [.number, .blob, .parameter].contains(before.token.kind)
    return isOperand ? name : nil
  }

  private func named(
    _ alias: String, _ item: ArraySlice<Int>, from relations: [SQLRelation]
  ) -> SQLColumn {
    let operand = item.last.map { word($0) } == "AS" ? item.dropLast() : item
    var column = column(operand, from: relations) ?? SQLColumn(alias)
    column.name = alias
    return column
  }

  /// The column that `c` or `r.c` means, if the words are no more than that.
  private func column(_ item: ArraySlice<Int>, from relations: [SQLRelation]) -> SQLColumn? {
    guard isReference(item), let last = item.last, let name = lexemes[last].name else { return nil }
    let label = item.count > 1 ? lexemes[item[item.startIndex + item.count - 3]].name : nil
    for relation in relations where label.map({ isSameName($0, relation.label) }) ?? true {
      if let found = relation.columns.first(where: { isSameName($0.name, name) }) { return found }
    }
    return nil
  }

  private func isReference(_ item: ArraySlice<Int>) -> Bool {
    [1, 3, 5].contains(item.count)
      && item.enumerated().allSatisfy { place, index in
        place % 2 == 0
          ? [.word, .quotedName].contains(lexemes[index].token.kind) && lexemes[index].name != nil
          : word(index) == "."
      }
  }
}
