internal import Tables

/// Counts by kind: a bar a framework, a part of it a kind.
enum Stack: Chart {
  static let name = "stack"
  static let help = "counts, a bar a framework, parted by kind"
  static let channels = [
    Channel("y", "the bars: the framework"),
    Channel("value", "the counts: one column, or several named for what they count"),
    Channel("fill", "the kind, where value is one column", isRequired: false),
    Channel("whole", "how many the counts of a bar are out of", isRequired: false),
  ]
  static let settings = [
    Setting("order", "kinds in the order they are stacked, with commas between"),
    Setting("rest", "the kind that is all well, which a title does not count"),
    Setting("unit", "what is counted: run unless told"),
  ]

  /// More bars than this no reader follows.
  static let mostRows = 60

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let stack = try StackRows(in: input)
    let rest = input.spec.settings["rest"]
    let unit = input.spec.settings["unit"] ?? "run"
    let counted = StackCount(stack, rest: rest, unit: unit, label: input.label)
    guard stack.rows.contains(where: { $0.sum > 0 }) else {
      throw .tooLittle("there are no \(input.label ?? "\(unit)s") to count, one at least is needed")
    }
    let rows = counted.ordered
    let layout = StackLayout(
      kinds: stack.kinds, rows: Array(rows.prefix(mostRows)), count: counted, width: input.width)
    let left = rows.dropFirst(mostRows).map(\.name)
    return Drawing(
      title: counted.title, notes: counted.notes, description: counted.description,
      height: layout.height, marks: layout.marks,
      footnotes: left.isEmpty ? [] : ["Not drawn, of fewer: \(Phrase.list(left, limit: 12))."])
  }
}

/// What the bars come to, in words.
struct StackCount: Sendable {
  private let kinds: [String]
  private let rows: [StackRows.Row]
  private let skipped: Int
  /// Where among the kinds the one stands that is all well.
  let rest: Int?
  private let unit: String
  private let label: String

  init(_ stack: StackRows, rest: String?, unit: String, label: String?) {
    kinds = stack.kinds
    rows = stack.rows
    skipped = stack.skipped
    self.rest = rest.flatMap { stack.kinds.firstIndex(of: $0) }
    self.unit = unit
    self.label = label ?? "\(unit)s"
  }

  /// What a bar's title counts: all of it but the rest.
  func counted(_ row: StackRows.Row) -> Double { row.sum - (rest.map { row.counts[$0] } ?? 0) }

  /// Most of what is counted first.
  var ordered: [StackRows.Row] {
    rows.sorted {
      counted($0) == counted($1) ? $0.name < $1.name : counted($0) > counted($1)
    }
  }

  private var total: Double { rows.reduce(0) { $0 + counted($1) } }
  private var all: Double { rows.reduce(0) { $0 + $1.sum } }

  /// Every kind but the rest, most first.
  private var frequent: [(kind: String, count: Double)] {
    kinds.indices.filter { $0 != rest }
      .map { kind in (kinds[kind], rows.reduce(0) { $0 + $1.counts[kind] }) }
      .filter { $0.1 > 0 }
      .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
  }

  var title: String {
    let count = Numeral.brief(total)
    if rest != nil {
      let word = kinds.count == 2 ? kinds[rest == 0 ? 1 : 0] : "not \(rest.map { kinds[$0] } ?? "")"
      guard total > 0 else { return "None of \(Numeral.brief(all)) \(unit)s is \(word)" }
      return "\(count) of \(Numeral.brief(all)) \(unit)s \(total == 1 ? "is" : "are") \(word)"
        + leaders
    }
    return "\(count) \(label)\(leaders)\(kind)"
  }

  /// Whose bar is longest.
  private var leaders: String {
    guard rows.count > 1, let first = ordered.first else { return "" }
    let most = ordered.filter { counted($0) == counted(first) }
    guard most.count <= 3 else { return "" }
    return ", most of \(Phrase.list(most.map(\.name))) (\(Numeral.brief(counted(first))))"
  }

  private var kind: String {
    guard frequent.count > 1, let first = frequent.first else { return "" }
    return ", most by \(first.kind) (\(Numeral.brief(first.count)))"
  }

  var notes: [String] {
    let wholes = rows.compactMap(\.whole)
    return [
      Tables.counted(rows.count, "framework"),
      wholes.isEmpty
        ? nil : "of \(Numeral.brief(wholes.reduce(0, +))) \(unit)s",
      "most on top", Phrase.skipped(skipped),
    ].compactMap { $0 }
  }

  var description: String {
    let bars = ordered.map { "\($0.name) \(Numeral.brief(counted($0)))" }
    let parts = frequent.map { "\($0.kind) \(Numeral.brief($0.count))" }
    return "Stacked bars. \(title). By framework: \(Phrase.spoken(bars)). By kind: "
      + "\(Phrase.spoken(parts))."
  }

  /// What stands beside a bar.
  func text(beside row: StackRows.Row) -> String {
    let count = counted(row)
    let whole = rest == nil ? row.whole : row.sum
    guard let whole, whole > 0 else { return Numeral.brief(count) }
    let share = 100 * count / whole
    let percent = share > 0 && share < 1 ? "< 1" : Numeral.fixed(share, decimals: 0)
    return "\(Numeral.brief(count)) (\(percent) %)"
  }

  func tooltip(_ row: StackRows.Row, kind: Int) -> String {
    "\(row.name): \(Numeral.brief(row.counts[kind])) \(kinds[kind])"
  }
}
