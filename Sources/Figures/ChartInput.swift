import Tables

/// A table as a chart sees it: columns by channel, settings by name.
struct ChartInput {
  let table: Table
  let spec: FigureSpec
  let options: FigureOptions
  let channels: [Channel]
  /// The pixels a chart has from left to right.
  let width: Double

  /// The columns of `channel`, named in the figure line with commas between them, or else the one that
  /// has the channel's name; none where the channel is optional and absent.
  func columns(_ channel: String) throws(FigureError) -> [String] {
    let named = spec.settings[channel].map { $0.split(separator: ",").map(String.init) }
    if named == nil, !has(column: channel), !isRequired(channel) { return [] }
    let columns = named ?? [channel]
    for column in columns where !has(column: column) {
      throw .noColumn(column, channel: channel, among: table.columns)
    }
    return columns
  }

  /// The cells of a channel as text; nil for NULL, and nil in all for an absent channel.
  func texts(_ channel: String) throws(FigureError) -> [String?]? {
    try columns(channel).first.map { column in cells(of: column).map(\.description) }
  }

  /// The cells of a required channel as text; nil for NULL.
  func names(_ channel: String) throws(FigureError) -> [String?] {
    if let texts = try texts(channel) { return texts }
    throw .noColumn(channel, channel: channel, among: table.columns)
  }

  /// The cells of a required channel as numbers; nil for NULL and for what is not finite.
  func numbers(_ channel: String) throws(FigureError) -> [Double?] {
    guard let column = try columns(channel).first else {
      throw .noColumn(channel, channel: channel, among: table.columns)
    }
    return try numbers(ofColumn: column)
  }

  func numbers(ofColumn column: String) throws(FigureError) -> [Double?] {
    var numbers: [Double?] = []
    for (row, cell) in cells(of: column).enumerated() {
      guard cell.isNull || cell.number != nil else {
        throw .notNumber(cell.description ?? "", column: column, row: row + 1)
      }
      numbers.append(cell.number.flatMap { $0.isFinite ? $0 : nil })
    }
    return numbers
  }

  private func cells(of column: String) -> [Value] {
    (try? table.column(column)) ?? []
  }

  private func has(column: String) -> Bool {
    (try? table.index(of: column)) != nil
  }

  private func isRequired(_ channel: String) -> Bool {
    channels.contains { $0.name == channel && $0.isRequired }
  }
}

// MARK: - Settings

extension ChartInput {
  /// Whether higher values are the better ones: by the setting `better`, else by the channel
  /// `direction`, else yes.
  ///
  /// Refuses a column that holds two directions: its values cannot be compared.
  func isHigherBetter() throws(FigureError) -> Bool {
    if let better = spec.settings["better"] {
      return try direction(better, key: "better")
    }
    let directions = Set((try texts("direction") ?? []).compactMap { $0 }).sorted()
    guard directions.count <= 1 else {
      throw .badSetting(
        "direction", value: directions.joined(separator: ", "),
        expected: "one direction for all values")
    }
    guard let word = directions.first else { return true }
    return try direction(word, key: "direction")
  }

  private func direction(_ word: String, key: String) throws(FigureError) -> Bool {
    switch word {
    case "higher", "maximize", "max": return true
    case "lower", "minimize", "min": return false
    default: throw .badSetting(key, value: word, expected: "higher or lower")
    }
  }

  /// Whether the values stand on a log scale.
  func isLog(default value: Bool) throws(FigureError) -> Bool {
    switch spec.settings["scale"] {
    case nil: return value
    case "log": return true
    case "linear": return false
    case .some(let word): throw .badSetting("scale", value: word, expected: "log or linear")
    }
  }

  /// A setting that is a number within `range`.
  func number(
    _ key: String, default value: Double, in range: ClosedRange<Double>
  ) throws(FigureError) -> Double {
    guard let text = spec.settings[key] else { return value }
    if let number = Double(text), range.contains(number) { return number }
    throw .badSetting(
      key, value: text,
      expected:
        "a number from \(Numeral.brief(range.lowerBound)) to \(Numeral.brief(range.upperBound))")
  }

  /// The words of a setting with commas between.
  func list(_ key: String) -> [String] {
    (spec.settings[key] ?? "").split(separator: ",").map(String.init)
  }

  /// What the values are called.
  var label: String? {
    if let label = spec.settings["label"] { return label }
    return options.metric.flatMap { $0.isEmpty ? nil : Phrase.metric($0) }
  }

  /// Colours for the frameworks `shown`; among more than eight only the ones the caller chose, or else
  /// `favourites`, have one.
  func palette(of shown: [String], favourites: [String]) -> Palette {
    Palette(
      shown: shown, sharedWith: options.frameworks,
      highlight: options.highlight.isEmpty ? favourites : options.highlight)
  }
}
