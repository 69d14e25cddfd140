/// What a piece of text on a terminal is, and by that its colour.
///
/// Only attributes and the first sixteen colours, which each terminal's theme fits to its background,
/// dark or light.
package enum Paint: Sendable, Equatable, CaseIterable {
  case plain
  /// What may be overlooked: rules of a grid, NULL, footers, suggestions, details.
  case dim
  /// Names: a result's columns, a command.
  case name
  case keyword, function, string, number, comment, parameter
  /// What is wrong or left open.
  case error
  /// Letters that were searched for, and a bracket's partner.
  case match
  /// The entry of a list that Enter takes.
  case chosen

  /// The parameters of ECMA-48's SGR sequence; nil for text as it is.
  private var attributes: String? {
    switch self {
    case .plain: nil
    case .dim, .comment: "90"
    case .name: "1"
    case .keyword: "35"
    case .function, .number: "36"
    case .string: "32"
    case .parameter: "33"
    case .error: "31"
    case .match: "1;4"
    case .chosen: "7"
    }
  }

  /// `text` in this paint; as it is where `isOn` is false, as it must be in pipes and by `NO_COLOR`.
  package func callAsFunction(_ text: String, on isOn: Bool) -> String {
    guard isOn, !text.isEmpty, let attributes else { return text }
    return "\u{1B}[\(attributes)m\(text)\u{1B}[0m"
  }
}
