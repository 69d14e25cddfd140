internal import Tables
internal import Warehouse

extension ShellCommand {
  static let param = ShellCommand(
    "param", "[NAME [VALUE]]", takes: 0...1, isVerbatim: true,
    help: "Give :NAME a value in SQL; list, show or clear values.",
    details: """
      The value stands for :NAME, @NAME and $NAME. 5 and 2.5 are numbers, '5' is text, null is NULL, x'0f'
      a blob; anything else is text as it stands. .param NAME = SELECT ... takes the first value of a
      query, .param last the columns of the last query, which must give one row, each by its name.
      .param clear [NAME] forgets.
      """,
    example: ".param metric f1", words: [.other]
  ) { repl, words in
    let (name, value) = try nameAndValue(words.first ?? "")
    switch (name, value) {
    case ("", _): try repl.listParameters(repl.parameters)
    case ("clear", nil): repl.parameters = [:]
    case ("clear", let name?): try repl.clear(bare(name))
    case ("last", nil): try repl.takeLast()
    case (let name, nil):
      guard let value = repl.parameters[name] else { throw repl.noParameter(name) }
      try repl.listParameters([name: value])
    case (let name, let text?):
      repl.parameters[name] = try isQuery(text) ? repl.first(of: text) : Value(literal: text)
    }
  }
}

extension REPL {
  fileprivate func listParameters(_ parameters: [String: Value]) throws {
    let width = (parameters.keys.map { displayWidth(of: $0) }.max() ?? 0) + 3
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      let text = escapingControls(in: value.literal, keeping: [])
      try world.write(padded(":" + escapingControls(in: name), to: width) + text + "\n")
    }
  }

  fileprivate func clear(_ name: String) throws {
    guard parameters.removeValue(forKey: name) != nil else { throw noParameter(name) }
  }

  fileprivate func noParameter(_ name: String) -> ShellError {
    .noParameter(name, meant: suggestion(for: name, among: parameters.keys.sorted()))
  }

  /// The first value of the first row that `sql` gives.
  fileprivate func first(of sql: String) throws -> Value {
    guard let value = try row(of: sql)?.values.first else { throw ShellError.notOneRow(0) }
    return value
  }

  /// Makes each column of the last query's only row a parameter.
  fileprivate func takeLast() throws {
    guard let sql = lastQuery else { throw ShellError.nothingYet }
    guard let (columns, values) = try row(of: sql) else { throw ShellError.notOneRow(0) }
    for (column, value) in zip(columns, values) { parameters[column] = value }
  }

  /// The only row of a query, nil where there is none.
  private func row(of sql: String) throws -> (columns: [String], values: [Value])? {
    var names: [String] = []
    var rows: [[Value]] = []
    do {
      try store.run(sql, bindings: parameters) {
        names = $0
      } row: {
        rows.append($0)
        if rows.count > 1 { throw ShellError.notOneRow(rows.count) }
      }
    } catch StoreError.unboundParameter(let name) {
      throw ShellError.unbound(name)
    }
    return rows.first.map { (names, $0) }
  }
}

/// `metric f1`, `metric = f1` and `:metric=f1` as a name and the text of its value.
private func nameAndValue(_ text: String) throws -> (String, String?) {
  let text = bare(text)
  let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  var rest = text[name.endIndex...]
  guard rest.isEmpty || "= \t".contains(rest.first ?? " "), !name.isEmpty || text.isEmpty else {
    throw WrongWords()
  }
  rest = rest.drop(while: \.isWhitespace)
  if rest.first == "=" { rest = rest.dropFirst().drop(while: \.isWhitespace) }
  return (String(name), rest.isEmpty ? nil : String(rest))
}

/// A parameter's name without the mark that SQL puts before it.
private func bare(_ name: String) -> String {
  name.first.map { ":@$".contains($0) } == true ? String(name.dropFirst()) : name
}

private func isQuery(_ text: String) -> Bool {
  let word = text.prefix(while: \.isLetter).uppercased()
  return ["SELECT", "WITH", "VALUES"].contains(word) && text.count > word.count
}
