extension JSONValue {
  /// The value as RFC 8259 writes it, without spaces; a number that JSON does not have is null.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .real(let value): value.isFinite ? String(value) : "null"
    case .text(let value): jsonString(value)
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { jsonString($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object, its names in the order they are written.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member(name: $0, value: $1) })
  }
}
