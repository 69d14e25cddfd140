internal import Benchmark
internal import Tables

/// The AutoML benchmark's `results.csv`, of any generation.
///
/// | from | columns besides `id task framework fold result mode version utc duration seed info` |
/// |---|---|
/// | 2019 | `tag models`, then `params`; scores `acc auc logloss`. `result` is one of them, AUC or log-loss, and does not say which; no type and no budget either |
/// | 2020 | `constraint metric`; scores `balacc mae r2 rmse` too |
/// | 2021 | `type app_version training_duration predict_duration models_count`; a metric that is better when lower is called `neg_...` and `result` has its sign turned |
///
/// A row without a result is a failed run: `info` says why, `failure_rules` what class that is.
///
/// **Source**: `Scoreboard` and `TaskResult.compute_score` in amlb/results.py of
/// https://github.com/openml/automlbenchmark.
struct AMLB: Importer {
  static let name = "amlb"
  static let summary = "results.csv of the AutoML benchmark, 2019 and later"

  private static let required = ["id", "task", "framework", "fold", "result"]
  private static let placed =
    required + [
      "type", "metric", "version", "constraint", "utc", "duration", "training_duration",
      "predict_duration", "info",
    ]

  let recognised: String
  var notes: [String] {
    untyped == 0 ? [] : ["\(untyped) failed rows name no problem type and were taken for \(likely)"]
  }

  private let (type, version, constraint, utc): (Int?, Int?, Int?, Int?)
  private let (duration, training, prediction): (Int?, Int?, Int?)
  private let (id, task, framework, fold, result): (Int, Int, Int, Int, Int)
  /// The columns that `result` may equal where none says which metric it is, the likeliest first.
  private let metrics: [MetricColumn]
  private let info: Int?
  private let metric: Int?
  private let budgetID: Int64
  private let file: String
  private let catalog: MetricCatalog
  private var details: DetailColumns
  private var failureDetails: DetailColumns

  private var namedMetrics: [String: (metric: MetricCatalog.Metric, isNegated: Bool)] = [:]
  private let likely: ProblemType
  /// Whether a row that names no metric may be of more than one type.
  private let isMixed: Bool
  private var untyped = 0
  private var typeless: [CSVRecord] = []
  private var row = RunRow()

  static func lack(of header: ImportHeader, metrics: MetricCatalog) -> String? {
    header.missing(required)
  }

  init(_ header: ImportHeader, options: ImportOptions, file: ImportFile, writer: inout RunWriter)
    throws
  {
    let required = try Self.required.map { try header.requiredColumn($0, file: file.name) }
    (id, task, framework, fold, result) = (
      required[0], required[1], required[2], required[3], required[4]
    )
    let place = { header.column($0) }
    (type, version, constraint, utc) = (
      place("type"), place("version"), place("constraint"), place("utc")
    )
    (duration, training, prediction) = (
      place("duration"), place("training_duration"), place("predict_duration")
    )
    (info, metric) = (place("info"), place("metric"))
    let (metrics, rest) = header.metrics(
      writer.metrics, besides: Set(Self.placed.compactMap(header.column)))
    self.metrics = metrics.sorted { rank($0) < rank($1) }
    likely = metrics.first?.metric.types.first ?? .classification
    isMixed = Set(metrics.map(\.metric.types)).count > 1
    self.file = file.name
    catalog = writer.metrics
    budgetID = try writer.names.budget(options.budget(for: file))
    details = DetailColumns(rest + [info].compactMap(\.self), of: header)
    failureDetails = DetailColumns((rest + metrics.map(\.index)).sorted(), of: header)
    recognised = Self.words(header, budget: options.budget(for: file))
  }

  mutating func read(_ record: CSVRecord, into writer: inout RunWriter) throws {
    let asked = try readRun(record, &writer)
    guard let type = try type(of: record, asked: asked) else {
      typeless.append(record)
      return
    }
    row.type = type
    try resolveNames(record, &writer)
    if isMixed { writer.types.note(type, of: row.dataset) }
    try writer.add(&row)
  }

  mutating func waiting() -> [CSVRecord] { typeless }

  mutating func readWaiting(_ record: CSVRecord, into writer: inout RunWriter) throws {
    _ = try readRun(record, &writer)
    try resolveNames(record, &writer)
    let known = try writer.types.type(of: row.dataset)
    if known == nil { untyped += 1 }
    row.type = known ?? likely
    try writer.add(&row)
  }

  /// All that needs no names: what is wrong with a row is found before names get their rows.
  private mutating func readRun(
    _ record: CSVRecord, _ writer: inout RunWriter
  ) throws -> MetricCatalog.Metric? {
    row.clear()
    row.line = record.line
    try record.require(task, called: "task")
    try record.require(framework, called: "framework")
    row.fold = try record.whole(fold, called: "fold")
    row.openMLTaskID = record.withBytes(of: id, openMLTask)
    try readTimes(record)
    let asked = try readMetric(record)
    if let score = try record.score(result, called: "result") {
      try readScores(record, result: score, asked: asked)
      details.keep(record, in: &row)
    } else {
      row.metric = asked?.metric.id
      try readFailure(record, &writer)
      failureDetails.keep(record, in: &row)
    }
    return asked?.metric
  }

  // MARK: What was run

  private mutating func resolveNames(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    row.framework = try record.withBytes { bytes in
      let version = version.map { record.range(of: $0) } ?? 0..<0
      return try writer.names.framework(
        UnsafeBufferPointer(rebasing: bytes[record.range(of: framework)]),
        version: UnsafeBufferPointer(rebasing: bytes[version]))
    }
    row.dataset = try record.withBytes(of: task) { try writer.names.dataset($0) }
    row.budget = budgetID
    if let constraint, !record.isEmpty(constraint) {
      row.budget = try record.withBytes(of: constraint) { try writer.names.budget($0) }
    }
  }

  /// When it began is what tells a run from another of its task.
  private mutating func readTimes(_ record: CSVRecord) throws {
    row.duration = try seconds(record, duration)
    row.trainSeconds = try seconds(record, training)
    row.predictSeconds = try seconds(record, prediction)
    guard let utc, !record.isEmpty(utc) else { return }
    record.withBytes(of: utc) { time in
      row.key = row.keep(time)
      guard isISO(time) else { return }
      row.startedAt = row.keep(Array(time) + (saysZone(time) ? [] : [UInt8(ascii: "Z")]))
    }
  }

  private func seconds(_ record: CSVRecord, _ column: Int?) throws -> Double? {
    try column.flatMap { try record.score($0, called: "seconds") }
  }

  /// Nil where the row does not tell, nor the file as a whole.
  private func type(
    of record: CSVRecord, asked: MetricCatalog.Metric?
  ) throws -> ProblemType? {
    if let type, !record.isEmpty(type) {
      return try record.problemType(type, called: "type")
    }
    let scored = metrics.first { $0.metric.id == row.metric }?.metric
    return (asked ?? scored)?.types.first ?? (isMixed ? nil : likely)
  }

  // MARK: How it ended

  /// The metric that the row names, nil where it names none.
  private mutating func readMetric(
    _ record: CSVRecord
  ) throws -> (metric: MetricCatalog.Metric, isNegated: Bool)? {
    guard let metric, !record.isEmpty(metric) else { return nil }
    return try named(record[metric])
  }

  private mutating func readScores(
    _ record: CSVRecord, result: Double,
    asked: (metric: MetricCatalog.Metric, isNegated: Bool)?
  ) throws {
    var equal: MetricColumn?
    for column in metrics {
      let name = column.metric.name
      guard let number = try record.score(column.index, called: name) else { continue }
      row.score(column.metric.id, column.score(number))
      if equal == nil, number == result { equal = column }
    }
    guard let asked else {
      guard let equal else { throw unequal(result) }
      row.metric = equal.metric.id
      return
    }
    row.metric = asked.metric.id
    let value = asked.isNegated ? -result : result
    if let stated = row.scores.first(where: { $0.metric == asked.metric.id })?.value {
      // Both are rounded to six digits, not always alike.
      guard abs(stated - value) <= 1e-5 * max(abs(stated), abs(value)) else {
        throw RowFault(
          "has the result \(value) and the \(asked.metric.name) \(stated), which should be the same"
        )
      }
    } else {
      row.score(asked.metric.id, value)
    }
  }

  private func unequal(_ result: Double) -> RowFault {
    let names = metrics.map(\.metric.name).joined(separator: ", ")
    return RowFault("has the result \(result), which none of \(names) equals: it names no metric")
  }

  private mutating func readFailure(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    let text = info.map { record[$0] } ?? ""
    let message = text.isEmpty ? "no result" : text
    row.message = row.keep(message)
    row.ending = .failed(try writer.failureClass(of: message))
  }

  private static func words(_ header: ImportHeader, budget: Budget) -> String {
    let unsaid = ["type", "metric", "constraint"].filter { header[$0] == nil }
    var words = "results of the AutoML benchmark"
    if !unsaid.isEmpty { words += " without " + unsaid.joined(separator: ", ") }
    if unsaid.contains("metric") { words += "; the metric is the column that result equals" }
    if unsaid.contains("constraint") { words += "; the budget is \(budget.name)" }
    return words
  }
}

extension AMLB {
  private mutating func named(
    _ name: String
  ) throws -> (metric: MetricCatalog.Metric, isNegated: Bool) {
    if let known = namedMetrics[name] { return known }
    let found = try catalog.required(name, file: file)
    namedMetrics[name] = found
    return found
  }
}

/// Whether `time` is `2019-04-12T19:41:14`, with or without what may follow the seconds.
private func isISO(_ time: UnsafeBufferPointer<UInt8>) -> Bool {
  let pattern: StaticString = "0000-00-00T00:00:00"
  guard time.count >= pattern.utf8CodeUnitCount else { return false }
  return pattern.withUTF8Buffer { pattern in
    zip(pattern, time).allSatisfy { wanted, byte in
      wanted == UInt8(ascii: "0") ? byte &- wanted < 10 : byte == wanted
    }
  }
}

/// Whether an ISO time ends in a zone, `Z` or `+01:00`.
private func saysZone(_ time: UnsafeBufferPointer<UInt8>) -> Bool {
  time.dropFirst(19).contains { byte in
    [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
  }
}

/// AUC is what the benchmark judges binary problems by, log-loss the others with classes.
private func rank(_ column: MetricColumn) -> Int {
  ["auc", "logloss"].firstIndex(of: column.metric.name) ?? 2 + column.index
}

/// 7592 of `openml.org/t/7592`.
private func openMLTask(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
  let prefix = "openml.org/t/"
  guard id.count > prefix.utf8.count, id.starts(with: prefix.utf8) else { return nil }
  return Decimal.integer(id[prefix.utf8.count...])
}
