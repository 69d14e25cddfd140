package import Tables

extension StoredQuery.Parameter {
  /// A parameter that has `value` for its default and its type; nil where a head cannot say so, as for a
  /// blob or a text of several lines.
  package init?(_ name: String, default value: Value) {
    self.name = name
    help = ""
    `default` = value
    switch value {
    case .null, .text: kind = .text
    case .integer: kind = .integer
    case .real: kind = .real
    case .blob: return nil
    }
    guard Self(headerLine) == self, !headerLine.contains(where: \.isNewline) else { return nil }
  }

  /// The parameter as a head declares it, its help left out: `metric: text = f1`.
  package var headerLine: String {
    "\(name): \(kind.rawValue)" + (`default`.map { " = \($0.description ?? "null")" } ?? "")
  }
}
