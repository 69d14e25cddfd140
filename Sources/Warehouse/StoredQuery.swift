package import Tables

/// A SELECT with a name, a title and typed parameters: what `query`, `figure` and `test` run.
///
/// ```sql
/// -- title: Mean rank and wins per framework
/// -- param: metric = f1                which metric to rank by
/// -- param: source: text = null        only this source
/// -- figure: rank-cd block=dataset treatment=framework value=value
/// -- analysis: 40
/// -- report: 10
/// SELECT ...
/// ```
///
/// A parameter's type is the one written after its name, or else its default's. One without a
/// default must be given.
package struct StoredQuery: Sendable, Equatable {
  /// Where a query was found; earlier ones hide later ones of the same name.
  package enum Origin: String, Sendable, CaseIterable {
    case folder, warehouse
    case builtIn = "built in"
  }

  package struct Parameter: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case text, integer, real
    }

    package var name: String
    package var kind: Kind
    /// What is bound when nothing is given; nil when something must be.
    package var `default`: Value?
    package var help: String
  }

  package let name: String
  package let origin: Origin
  package let sql: String
  package let title: String
  package let parameters: [Parameter]
  /// The chart `figure` draws from it and its mappings, as the header says.
  package let figure: String?
  /// Its place among what run-analysis does; nil for a query that is no part of it.
  package let analysis: Int?
  /// Its place among the figures of the report; nil for one that the report does not have.
  package let report: Int?

  /// Reads the header of `sql`.
  package init(name: String, origin: Origin, sql: String) throws {
    let header = ScriptHeader(of: sql)
    self.name = name
    self.origin = origin
    self.sql = sql
    title = header.first("title") ?? ""
    parameters = try header.all("param").map { entry in
      guard let parameter = Parameter(entry.value) else {
        throw StoreError.malformedQuery(
          name: name,
          reason: "line \(entry.line) should read \"-- param: NAME = DEFAULT\", optionally with a "
            + "type, \"NAME: integer = 5\"")
      }
      return parameter
    }
    figure = header.first("figure")
    let place = { (key: String) in
      try header.first(key).map { text in
        guard let place = Int(text) else {
          throw StoreError.malformedQuery(
            name: name, reason: "\"-- \(key): \(text)\" should give its place, a whole number")
        }
        return place
      }
    }
    analysis = try place("analysis")
    report = try place("report")
  }

  /// The values to bind, with `given` texts read as each parameter's type.
  ///
  /// - Throws: `StoreError.badParameter` for an unknown name, a value of another type or none.
  package func bindings(_ given: [String: String] = [:]) throws -> [String: Value] {
    if let stranger = given.keys.sorted().first(where: { name in
      !parameters.contains { $0.name == name }
    }) {
      let known = parameters.map(\.name)
      let hint = suggestion(for: stranger, among: known).map { "; did you mean \($0)?" }
      throw bad(
        known.isEmpty
          ? "it takes no parameters, not even \(stranger)"
          : "no parameter \(stranger)\(hint ?? ", only \(known.joined(separator: ", "))")")
    }
    var bindings: [String: Value] = [:]
    for parameter in parameters {
      if let text = given[parameter.name] {
        guard let value = parameter.kind.read(text) else {
          throw bad("\(parameter.name) is of type \(parameter.kind.rawValue), not \"\(text)\"")
        }
        bindings[parameter.name] = value
      } else if let value = parameter.default {
        bindings[parameter.name] = value
      } else {
        throw bad("\(parameter.name) has no default; give it with -p \(parameter.name)=VALUE")
      }
    }
    return bindings
  }

  private func bad(_ reason: String) -> StoreError {
    .badParameter(query: name, reason: reason)
  }
}

extension StoredQuery.Parameter {
  /// Reads `metric: text = f1   which metric`; nil where there is no name or the type is not known.
  ///
  /// Two blanks part the declaration from its help, so that a default may hold one.
  init?(_ text: String) {
    let gap = text.firstRange(of: "  ")
    help = trimmed(gap.map { text[$0.upperBound...] } ?? "")
    let (declaration, literal) = halves(of: text[..<(gap?.lowerBound ?? text.endIndex)], at: "=")
    let (name, word) = halves(of: declaration[...], at: ":")
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      let kind = word.map(Kind.init(rawValue:)) ?? literal.map(Kind.init(of:)) ?? .text
    else { return nil }
    self.name = name
    self.kind = kind
    `default` = literal.flatMap { word != nil && $0 == "null" ? .null : kind.read($0) }
    if literal != nil, `default` == nil { return nil }
  }
}

extension StoredQuery.Parameter.Kind {
  fileprivate init(of literal: String) {
    self = Int64(literal) != nil ? .integer : Double(literal) != nil ? .real : .text
  }

  fileprivate func read(_ text: String) -> Value? {
    switch self {
    case .text: .text(text)
    case .integer: Int64(text).map(Value.integer)
    case .real: Double(text).map(Value.real)
    }
  }
}

/// The text before and after the first `separator`, without the blanks around them.
private func halves(of text: Substring, at separator: Character) -> (String, String?) {
  guard let index = text.firstIndex(of: separator) else { return (trimmed(text), nil) }
  return (trimmed(text[..<index]), trimmed(text[text.index(after: index)...]))
}

private func trimmed(_ text: Substring) -> String {
  String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
}
