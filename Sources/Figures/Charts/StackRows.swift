internal import Tables

/// How many of each kind every bar of a stacked chart has.
struct StackRows {
  struct Row: Sendable {
    var name: String
    /// By kind, in the order of `kinds`.
    var counts: [Double]
    /// What the counts are out of, where the table says it.
    var whole: Double?

    var sum: Double { counts.reduce(0, +) }
  }

  /// In the order bars are stacked; every kind of the setting `order`, and those it does not name.
  let kinds: [String]
  /// Most first.
  let rows: [Row]
  let skipped: Int

  init(in input: ChartInput) throws(FigureError) {
    let names = try input.names("y")
    let wholes = try input.columns("whole").isEmpty ? nil : try input.numbers("whole")
    let columns = try Self.counts(in: input)
    var sums: [String: [String: Double]] = [:]
    var whole: [String: Double] = [:]
    var skipped = 0
    for row in names.indices {
      guard let name = names[row] else {
        skipped += 1
        continue
      }
      for column in columns {
        guard let kind = column.kinds[row], let count = column.counts[row], count >= 0 else {
          skipped += 1
          continue
        }
        sums[name, default: [:]][kind, default: 0] += count
      }
      if let more = wholes?[row] { whole[name] = max(whole[name] ?? 0, more) }
    }
    let given = input.list("order")
    let strangers = Set(sums.values.flatMap(\.keys)).subtracting(given).sorted()
    let kinds = given + strangers
    self.kinds = kinds
    self.skipped = skipped
    rows = sums.map { name, counts in
      Row(name: name, counts: kinds.map { counts[$0] ?? 0 }, whole: whole[name])
    }.sorted { $0.name < $1.name }
  }

  /// A column of counts with the kind in each row: one, or several named for what they count.
  private static func counts(
    in input: ChartInput
  ) throws(FigureError) -> [(kinds: [String?], counts: [Double?])] {
    if let kinds = try input.texts("fill") { return [(kinds, try input.numbers("value"))] }
    var columns: [(kinds: [String?], counts: [Double?])] = []
    for column in try input.columns("value") {
      let counts = try input.numbers(ofColumn: column)
      let kind = column.replacing("_", with: " ")
      columns.append((Array(repeating: kind, count: counts.count), counts))
    }
    return columns
  }

  func total(of kind: Int) -> Double { rows.reduce(0) { $0 + $1.counts[kind] } }
}
