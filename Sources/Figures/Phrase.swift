internal import Tables

/// Words of titles and notes that every chart needs.
enum Phrase {
  /// `a`, `a and b`, `a, b and c`; past `limit` names the rest are counted.
  static func list(_ names: [String], limit: Int = 3) -> String {
    let names = names.map { TextMetrics.fitted($0, to: 220, size: TextRole.title.size) }
    switch names.count {
    case 0: return "nothing"
    case 1: return names[0]
    case ...limit:
      return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    default:
      let shown = limit - 1
      return names.prefix(shown).joined(separator: ", ") + " and \(names.count - shown) others"
    }
  }

  /// A metric's name as print has it, with abbreviations in capitals: `scaled f1` as `scaled F1`.
  static func metric(_ name: String) -> String {
    let abbreviations: Set<Substring> = ["f1", "auc", "mse", "rmse", "mae", "r2"]
    return name.split(separator: " ").map {
      abbreviations.contains($0) ? $0.uppercased() : String($0)
    }
    .joined(separator: " ")
  }

  /// Pieces of a description: as many as one would listen to, and how many more there are.
  static func spoken(_ pieces: [String]) -> String {
    let limit = 12
    guard pieces.count > limit else { return pieces.joined(separator: ", ") }
    return pieces.prefix(limit).joined(separator: ", ") + " and \(pieces.count - limit) more"
  }

  /// `3 rows without a number left out`; nil for none.
  static func skipped(_ count: Int) -> String? {
    count == 0 ? nil : "\(counted(count, "row")) without a name or a finite number left out"
  }

  static func better(_ isHigherBetter: Bool) -> String {
    isHigherBetter ? "higher is better" : "lower is better"
  }
}
