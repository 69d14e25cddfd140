internal import Benchmark
internal import Tables

/// Any other table of results, in one of three shapes.
///
/// | shape | columns |
/// |---|---|
/// | long | `framework dataset metric value`: a row a score |
/// | wide | `framework dataset` and a column a metric: a row a run |
/// | folds | `framework dataset metric` and columns 0, 1, 2, ...: a column a fold, a file a metric |
///
/// Optional: `version dataset_id type seed fold budget key started_at message`, and the numbers `duration
/// train_seconds predict_seconds cpu_seconds peak_memory_mb`. `--map` gives the names above to columns
/// that are called otherwise, or a constant: `--map "framework='HC2'"`.
struct Generic: Importer {
  static let name = "generic"
  static let summary =
    "framework, dataset and a column a metric, or metric and value (--map names them)"

  fileprivate enum Shape {
    case long(metric: ImportHeader.Place, value: Int)
    case wide([MetricColumn])
    case folds([(fold: Int, index: Int)], metric: ImportHeader.Place)
  }

  private static let optional = [
    "version", "dataset_id", "type", "seed", "fold", "budget", "key", "started_at", "message",
    "duration", "train_seconds", "predict_seconds", "cpu_seconds", "peak_memory_mb",
  ]

  let recognised: String
  let notes: [String] = []

  private let shape: Shape
  private let places: [String: ImportHeader.Place]
  private let budgetID: Int64
  private let catalog: MetricCatalog
  private let file: String
  private var details: DetailColumns
  private var row = RunRow()
  private var namedMetrics: [String: MetricColumn] = [:]

  static func lack(of header: ImportHeader, metrics: MetricCatalog) -> String? {
    let dataset = header["dataset_id"] == nil ? ["dataset"] : []
    if let missing = header.missing(["framework"] + dataset) { return missing }
    guard shape(of: header, metrics) == nil else { return nil }
    return "metric and value, or a column called as one of the metrics "
      + metrics.names.joined(separator: ", ")
  }

  private static func shape(of header: ImportHeader, _ metrics: MetricCatalog) -> Shape? {
    if let metric = header["metric"] {
      if let value = header.column("value") { return .long(metric: metric, value: value) }
      let folds = header.columns.compactMap { name, index in Int(name).map { ($0, index) } }
      return folds.isEmpty ? nil : .folds(folds, metric: metric)
    }
    let columns = header.metrics(metrics, besides: []).metrics
    return columns.isEmpty ? nil : .wide(columns)
  }

  init(_ header: ImportHeader, options: ImportOptions, file: ImportFile, writer: inout RunWriter)
    throws
  {
    guard let shape = Self.shape(of: header, writer.metrics) else {
      throw StoreError.unknownHeader(
        file: file.name, columns: header.names, reason: "there is no metric")
    }
    self.shape = shape
    let known = ["framework", "dataset"] + Self.optional
    places = Dictionary(
      uniqueKeysWithValues: known.compactMap { name in header[name].map { (name, $0) } })
    budgetID = try writer.names.budget(options.budget(for: file))
    catalog = writer.metrics
    self.file = file.name
    let used = places.values.compactMap(\.column) + shape.columns
    let rest = header.columns.map(\.index).filter { !used.contains($0) }
    details = DetailColumns(rest, of: header)
    recognised = shape.words + (rest.isEmpty ? "" : ", other columns kept as details")
  }

  mutating func read(_ record: CSVRecord, into writer: inout RunWriter) throws {
    switch shape {
    case .long(let metric, let value):
      let column = try column(value, of: metric, in: record)
      try readRun(record, scores: [column], into: &writer) { $0.isPartial = true }
    case .wide(let columns):
      try readRun(record, scores: columns, into: &writer) { _ in }
    case .folds(let folds, let metric):
      let columns = try folds.map { try column($0.index, of: metric, in: record) }
      // All are read before one is written: a record is kept whole or not at all.
      for (column, fold) in zip(columns, folds) {
        _ = try record.score(column.index, called: "fold \(fold.fold)")
      }
      for (column, fold) in zip(columns, folds) where !record.isEmpty(column.index) {
        try readRun(record, scores: [column], into: &writer) {
          // Files of this shape hold a metric each.
          ($0.fold, $0.isPartial) = (fold.fold, true)
        }
      }
    }
  }

  private mutating func readRun(
    _ record: CSVRecord, scores: [MetricColumn], into writer: inout RunWriter,
    _ finish: (inout RunRow) -> Void
  ) throws {
    row.clear()
    row.line = record.line
    try readTask(record, &writer)
    row.type = scores.first?.metric.types.first ?? .classification
    if let type = text("type", record) { row.type = try problemType(type) }
    for column in scores {
      let score = try record.score(column.index, called: column.metric.name)
      guard let score else { continue }
      guard column.metric.types.contains(row.type) else {
        throw RowFault(
          "has a score of \(column.metric.name), which the table metrics does not have for "
            + "\(row.type)"
        )
      }
      row.score(column.metric.id, column.score(score))
    }
    try readRest(record, &writer)
    details.keep(record, in: &row)
    finish(&row)
    try writer.add(&row)
  }

  // MARK: What was run

  private mutating func readTask(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    guard let framework = text("framework", record) else { throw RowFault("has no framework") }
    row.framework = try framework.withBytes { name in
      try (text("version", record) ?? .none).withBytes {
        try writer.names.framework(name, version: $0)
      }
    }
    if let number = text("dataset_id", record) {
      row.dataset = try writer.names.dataset(openMLID: number.whole(called: "dataset_id"))
    } else if let dataset = text("dataset", record) {
      row.dataset = try dataset.withBytes { try writer.names.dataset($0) }
    } else {
      throw RowFault("has no dataset")
    }
    row.seed = try text("seed", record)?.whole(called: "seed") ?? 0
    row.fold = try text("fold", record)?.whole(called: "fold") ?? 0
    row.budget = budgetID
    if let budget = text("budget", record) {
      row.budget = try budget.withBytes { try writer.names.budget($0) }
    }
  }

  private mutating func readRest(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    row.key = text("key", record)?.withBytes { row.keep($0) }
    row.startedAt = text("started_at", record)?.withBytes { row.keep($0) }
    row.duration = try number("duration", record)
    row.trainSeconds = try number("train_seconds", record)
    row.predictSeconds = try number("predict_seconds", record)
    row.cpuSeconds = try number("cpu_seconds", record)
    row.peakMemoryMB = try number("peak_memory_mb", record)
    guard row.scores.isEmpty else { return }
    let message = text("message", record)?.string ?? "no score"
    row.message = row.keep(message)
    row.ending = .failed(try writer.failureClass(of: message))
  }

  private func problemType(_ text: FieldText) throws -> ProblemType {
    if case .field(let record, let index) = text {
      return try record.problemType(index, called: "type")
    }
    guard let type = ProblemType(rawValue: text.string) else {
      throw RowFault(
        "has the type \"\(text.string)\", not one of classification, regression, timeseries")
    }
    return type
  }

  // MARK: Fields

  /// What a row has for a name, nil where it has nothing.
  private func text(_ name: String, _ record: CSVRecord) -> FieldText? {
    switch places[name] {
    case .column(let index): record.isEmpty(index) ? nil : .field(record, index)
    case .constant(let text): .constant(text)
    case nil: nil
    }
  }

  private func number(_ name: String, _ record: CSVRecord) throws -> Double? {
    guard case .column(let column) = places[name] else { return nil }
    return try record.score(column, called: name)
  }

  /// The column `index` as scores of the metric that the row names.
  private mutating func column(
    _ index: Int, of metric: ImportHeader.Place, in record: CSVRecord
  ) throws -> MetricColumn {
    let name: String
    switch metric {
    case .constant(let text): name = text
    case .column(let column):
      try record.require(column, called: "metric")
      name = record[column]
    }
    var found = namedMetrics[name]
    if found == nil {
      let (metric, isNegated) = try catalog.required(name, file: file)
      found = MetricColumn(index: index, metric: metric, isNegated: isNegated)
      namedMetrics[name] = found
    }
    return MetricColumn(
      index: index, metric: found?.metric ?? .init(id: 0, name: name, types: []),
      isNegated: found?.isNegated ?? false)
  }
}

extension Generic.Shape {
  fileprivate var columns: [Int] {
    switch self {
    case .long(let metric, let value): [value] + [metric.column].compactMap(\.self)
    case .wide(let columns): columns.map(\.index)
    case .folds(let folds, let metric): folds.map(\.index) + [metric.column].compactMap(\.self)
    }
  }

  fileprivate var words: String {
    switch self {
    case .long: "a row a score"
    case .wide(let columns):
      "a row a run, scored by " + columns.map(\.metric.name).joined(separator: ", ")
    case .folds(let folds, _): "a row a dataset, a column for each of \(folds.count) folds"
    }
  }
}

extension ImportHeader.Place {
  fileprivate var column: Int? {
    if case .column(let index) = self { index } else { nil }
  }
}

/// A field of a record, or what stands for it in every row.
private enum FieldText {
  case field(CSVRecord, Int)
  case constant(String)

  static let none = FieldText.constant("")

  var string: String {
    switch self {
    case .field(let record, let index): record[index]
    case .constant(let text): text
    }
  }

  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    switch self {
    case .field(let record, let index): try record.withBytes(of: index, body)
    case .constant(let text): try Array(text.utf8).withUnsafeBufferPointer(body)
    }
  }

  func whole(called name: String) throws -> Int {
    if case .field(let record, let index) = self { return try record.whole(index, called: name) }
    guard let number = Int(string) else {
      throw RowFault("has \"\(string)\" as \(name), where a whole number belongs")
    }
    return number
  }
}
