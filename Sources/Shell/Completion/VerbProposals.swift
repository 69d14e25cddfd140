internal import LineEditing
internal import SQLSyntax
internal import Tables
internal import Warehouse

/// Says what may stand behind a verb of the command line.
struct VerbProposals {
  private let commands: CommandProposals
  private let typed: TypedLine
  /// The verb, or its subcommand that is typed.
  private let shape: VerbShape
  private let path: [String]
  /// What is typed behind that.
  private let words: [String]

  init(_ commands: CommandProposals, _ verb: VerbShape, _ typed: TypedLine) {
    self.commands = commands
    self.typed = typed
    var (shape, path) = (verb, [verb.name])
    var words = typed.words.dropFirst()
    while let first = words.first, let inner = shape.subcommands.first(where: { $0.name == first })
    {
      (shape, path) = (inner, path + [first])
      words.removeFirst()
    }
    (self.shape, self.path, self.words) = (shape, path, Array(words))
  }

  var all: [Proposal] {
    if let option = option(words.last ?? ""), option.value != nil { return values(of: option) }
    if typed.last.hasPrefix("-") { return options }
    let subcommands = shape.subcommands.map {
      Proposal($0.name, "verb", detail: $0.help, rank: 0)
    }
    return subcommands + positional + options
  }

  private func option(_ word: String) -> VerbShape.Argument? {
    shape.arguments.first { $0.names.contains(word) }
  }

  private var options: [Proposal] {
    shape.arguments.filter { !$0.names.isEmpty }.flatMap { option -> [Proposal] in
      guard option.repeats || !option.names.contains(where: words.contains) else { return [] }
      return option.names.filter {
        $0.hasPrefix("--") || typed.last == $0 || option.names.count == 1
      }.map {
        Proposal($0, "option", detail: option.help, rank: 2)
      }
    }
  }

  // MARK: Words that stand by their place

  private var positional: [Proposal] {
    var given: [String] = []
    var isValue = false
    for word in words {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-"), word.count > 1 {
        isValue = option(word)?.value != nil
      } else {
        given.append(word)
      }
    }
    if path == ["query"] || path == ["figure"], let name = given.first,
      let query = commands.queries.first(where: { $0.name == name })
    {
      return parameters(of: query) + (path == ["figure"] ? files(typed.last) : [])
    }
    let places = shape.arguments.filter { $0.names.isEmpty }
    guard let place = given.count < places.count ? places[given.count] : places.last,
      given.count < places.count || place.repeats
    else { return [] }
    return values(of: place)
  }

  /// What an option or word may say.
  private func values(of argument: VerbShape.Argument) -> [Proposal] {
    if !argument.values.isEmpty { return argument.values.map { Proposal($0, "choice", rank: 0) } }
    if argument.names.contains("--param") {
      let query = commands.queries.first { words.contains($0.name) }
      return query.map(parameters) ?? []
    }
    switch (path.first ?? "", argument.value ?? "") {
    case (_, "file"), (_, "dir"): return files(typed.last)
    case (_, "format"): return commands.proposals(of: .format, typed)
    case (_, "table"): return commands.relations
    case ("figure", "name"):
      return queries(commands.queries.filter { $0.figure != nil })
    case (_, "name-or-sql"), (_, "query"), ("queries", "name"): return queries(commands.queries)
    case ("frameworks", "name"), (_, "model"): return stored("framework")
    case (_, let value): return stored(value)
    }
  }

  private func queries(_ queries: [StoredQuery]) -> [Proposal] {
    queries.map { Proposal($0.name, "query", detail: $0.title, rank: 0) }
  }

  /// `metric=` for each parameter that is not given yet, or its values once its name is typed.
  private func parameters(of query: StoredQuery) -> [Proposal] {
    if let sign = typed.last.firstIndex(of: "=") {
      let name = String(typed.last[..<sign])
      guard query.parameters.contains(where: { $0.name == name }) else { return [] }
      return stored(name).map { value in
        Proposal("\(name)=\(value.name)", "value", detail: value.candidate.detail, rank: 0)
      }
    }
    return query.parameters
      .filter { parameter in !words.contains { $0.hasPrefix(parameter.name + "=") } }
      .map { parameter in
        let value = parameter.default.map { " = \($0.string ?? "\($0)")" } ?? ""
        return Proposal(
          parameter.name + "=", "parameter",
          detail: parameter.kind.rawValue + (parameter.default == .null ? "" : value)
            + (parameter.help.isEmpty ? "" : ", " + parameter.help),
          name: parameter.name, rank: 0, isWhole: false)
      }
  }

  /// The names that the warehouse has of a kind of thing, such as `metric`.
  private func stored(_ kind: String) -> [Proposal] {
    let columns = [
      "metric": ("metrics", "name"), "source": ("sources", "name"), "budget": ("budgets", "name"),
      "framework": ("frameworks", "name"), "dataset": ("datasets", "name"),
      "class": ("runs", "class"), "status": ("runs", "status"), "type": ("tasks", "type"),
    ]
    guard let (table, column) = columns[kind] else { return [] }
    let origin = SQLColumn.Origin(table, column)
    return commands.values.values(of: origin, in: commands.catalog, commands.repl.store).map {
      Proposal($0.hasPrefix("'") ? unquoted($0) : $0, "value", detail: table, rank: 0)
    }
  }
}
