internal import Tables
internal import Warehouse

extension ShellCommand {
  static let chart = ShellCommand(
    "chart", "COLUMN [LABEL [ALONG]]", takes: 1...3, help: "Draw a column of the last result.",
    details: """
      Numbers alone become a histogram. With LABEL there is a bar for each row, or, where labels come
      again, a box plot for each label: from the least to the greatest, the box between the quartiles,
      the median marked. With ALONG there is a sparkline for each label: its means in the order of that
      column. Texts are counted, as by .count.
      """, example: ".chart duration framework", words: [.column, .column, .column]
  ) { repl, words in
    let source = try repl.rowSource(nil)
    let value = try source.column(words[0])
    let facts = try repl.row(
      """
      SELECT count(value), min(value), max(value), median(iif(isNumber, value, NULL)), sum(isNumber)
      FROM (
        SELECT \(value) AS value, typeof(\(value)) IN ('integer', 'real') AS isNumber
        FROM \(source.sql)
      )
      """)
    guard facts[0] != 0, facts[0] == facts[4] else {
      guard words.count == 1 else {
        throw ShellError.noChart(words[0], why: "it holds more than numbers, which .count counts")
      }
      return try count(value, titled: words[0], of: source, repl)
    }
    let numbers = Numbers(
      name: words[0], column: value, source: source, count: Int(facts[0].number ?? 0),
      low: facts[1].number ?? 0, high: facts[2].number ?? 0, median: facts[3].number ?? 0)
    if let why = numbers.whyNotDrawn { throw ShellError.noChart(words[0], why: why) }
    let label = try words.dropFirst().first.map { try source.column($0) }
    let along = try words.dropFirst(2).first.map { try source.column($0) }
    try repl.received {
      try repl.paged {
        if let label, let along {
          try lines(numbers, by: label, along: along, named: words[2], repl)
        } else if let label {
          try labelled(numbers, by: label, repl)
        } else {
          try histogram(numbers, repl)
        }
      }
      return (nil, nil)
    }
  }
}

/// A column of numbers, and where they lie.
private struct Numbers {
  var name: String
  /// As SQL has it.
  var column: String
  var source: RowSource
  var count: Int
  var low, high, median: Double

  /// What keeps them from being drawn; nil where nothing does.
  var whyNotDrawn: String? {
    guard low.isFinite, high.isFinite else { return "some of its numbers are infinite" }
    // The bounds of a histogram reach past the numbers, and must be finite.
    guard (4 * max(abs(low), abs(high))).isFinite else {
      return "some of its numbers are too large"
    }
    guard low == high || high - low >= .leastNormalMagnitude else {
      return "its numbers are too close together"
    }
    return nil
  }
}

private func histogram(_ numbers: Numbers, _ repl: REPL) throws {
  let bounds = roundSteps(from: numbers.low, to: numbers.high, about: 12)
  let step = bounds[1] - bounds[0]
  let rows = try repl.table(
    """
    SELECT cast((\(numbers.column) - :first) / :step AS INTEGER) AS bin, count(*)
    FROM \(numbers.source.sql)
    WHERE \(numbers.column) IS NOT NULL
    GROUP BY bin
    """, bindings: ["first": .real(bounds[0]), "step": .real(step)]
  ).rows
  var counts = [Double](repeating: 0, count: bounds.count - 1)
  for row in rows {
    let bin = min(max(Int(row[0].number ?? 0), 0), counts.count - 1)
    counts[bin] += row[1].number ?? 0
  }
  let labels = zip(bounds, bounds.dropFirst()).map { "\(short($0)) to \(short($1))" }
  let lines = zip(labels, counts).map { ChartLine(label: $0, value: grouped(Int($1)), bar: $1) }
  try draw(lines, from: 0, to: counts.max() ?? 0, repl)
  try repl.note(
    "\(counted(numbers.count, "value")) of \(numbers.name) from \(short(numbers.low)) to "
      + "\(short(numbers.high)), median \(short(numbers.median))")
}

/// A bar for each row, or a box plot for each label where some come again.
private func labelled(_ numbers: Numbers, by label: String, _ repl: REPL) throws {
  let limit = repl.maxRows ?? Int(Int32.max)
  let rows = try repl.table(
    """
    WITH benchdb_numbered AS (
      SELECT \(label) AS label, \(numbers.column) AS value, row_number() OVER () AS position
      FROM \(numbers.source.sql)
    )
    SELECT
      label, count(value), min(value), quantile(value, 0.25), median(value), quantile(value, 0.75),
      max(value), count(*) OVER ()
    FROM benchdb_numbered
    WHERE value IS NOT NULL
    GROUP BY label
    ORDER BY min(position)
    LIMIT \(limit)
    """
  ).rows
  let isSingle = rows.allSatisfy { $0[1] == 1 }
  let lines = rows.map { row in
    let five = row[2...6].map { $0.number ?? 0 }
    let box = TextScale.FiveNumbers(
      least: five[0], lower: five[1], median: five[2], upper: five[3], most: five[4])
    return ChartLine(
      label: row[0].description ?? "NULL", value: short(five[2]), bar: five[2],
      box: isSingle ? nil : box)
  }
  let low = isSingle ? min(numbers.low, 0) : numbers.low
  let high = isSingle ? max(numbers.high, 0) : numbers.high
  try draw(lines, from: low, to: high, repl)
  let rest = Int(rows.first?[7].number ?? 0) - rows.count
  let what = isSingle ? "" : "medians beside the boxes, "
  try repl.note(
    what + "\(numbers.name) from \(short(low)) to \(short(high))"
      + (rest > 0 ? ", and \(grouped(rest)) more labels" : ""))
}

/// A sparkline for each label: its means in the order of another column, over all that column's values.
private func lines(
  _ numbers: Numbers, by label: String, along: String, named name: String, _ repl: REPL
) throws {
  let rows = try repl.table(
    """
    SELECT \(label) AS label, \(along) AS place, avg(\(numbers.column)) AS mean
    FROM \(numbers.source.sql)
    GROUP BY label, place
    ORDER BY place
    """
  ).rows
  var places: [Value] = []
  var labels: [String] = []
  var means: [String: [Int: Double]] = [:]
  for row in rows {
    if places.last != row[1] { places.append(row[1]) }
    let label = row[0].description ?? "NULL"
    if means[label] == nil { labels.append(label) }
    means[label, default: [:]][places.count - 1] = row[2].number
  }
  let all = means.values.flatMap(\.values)
  let limit = repl.maxRows ?? Int.max
  let drawn = labels.sorted().prefix(limit).map { label in
    let own = places.indices.map { means[label]?[$0] }
    let last = own.compactMap { $0 }.last
    return ChartLine(label: label, value: last.map(short) ?? "", bar: 0, line: own)
  }
  try draw(drawn, from: all.min() ?? 0, to: all.max() ?? 1, repl)
  let (first, last) = (places.first?.description ?? "NULL", places.last?.description ?? "NULL")
  let rest = labels.count - drawn.count
  try repl.note(
    "last mean beside the line, \(name) from \(first) to \(last), \(numbers.name) from "
      + "\(short(all.min() ?? 0)) to \(short(all.max() ?? 0))"
      + (rest > 0 ? ", and \(grouped(rest)) more labels" : ""))
}

/// A label, what is written beside it, and what is drawn.
private struct ChartLine {
  var label: String
  var value: String
  var bar: Double
  var box: TextScale.FiveNumbers?
  var line: [Double?]?
}

private func draw(_ lines: [ChartLine], from low: Double, to high: Double, _ repl: REPL) throws {
  let (unicode, colour) = (repl.world.unicode, repl.isOnTerminal && repl.world.colours)
  let ellipsis = unicode ? "…" : ".."
  let labels = lines.map { fitting(escapingControls(in: $0.label), into: 30, ellipsis: ellipsis) }
  let labelWidth = labels.map { displayWidth(of: $0) }.max() ?? 0
  let valueWidth = lines.map { displayWidth(of: $0.value) }.max() ?? 0
  let room = (repl.world.width() ?? 80) - labelWidth - valueWidth - 4
  let scale = TextScale(from: low, to: high, width: min(max(room, 10), 60), unicode: unicode)
  let bar = Paint.dim(unicode ? "│" : "|", on: colour)
  for (line, label) in zip(lines, labels) {
    let picture =
      line.line.map { scale.sparkline($0) } ?? line.box.map { scale.box($0) }
      ?? scale.bar(line.bar)
    try repl.write(
      padded(label, to: labelWidth) + " " + padded(line.value, to: valueWidth, right: true) + " "
        + bar + Paint.number(picture, on: colour) + "\n")
  }
}

/// A number as it may stand beside a chart.
private func short(_ value: Double) -> String {
  let text = significant(value, digits: 4)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
