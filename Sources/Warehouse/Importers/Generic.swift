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
/// Optional: `version dataset_id type seed fold budget key started_at status class message log`, and
/// the numbers `duration train_seconds predict_seconds cpu_seconds peak_memory_mb`. `--map` gives the names
/// above to columns that are called otherwise, or a constant: `--map "framework='HC2'"`.
///
/// The problem type is the row's `type`, else that of the metrics it has scores of, else that of its
/// metrics, else that of its dataset's other runs. A run is as its `status` and `class` say, else it failed
/// if it has no score. So what `export --table results` writes comes back as it was.
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
    "version", "dataset_id", "type", "seed", "fold", "budget", "key", "started_at", "status",
    "class", "message", "duration", "train_seconds", "predict_seconds", "cpu_seconds",
    "peak_memory_mb", "log",
  ]

  let recognised: String
  let notes: [String] = []

  private let shape: Shape
  private let fields: RowFields
  /// Whether the metrics of a row are of no one problem type, so that its scores must tell.
  private let isMixed: Bool
  private let budgetID: Int64
  private let catalog: MetricCatalog
  private let file: String
  private var details: DetailColumns
  private var row = RunRow()
  private var openMLID: Int?
  private var typeless: [CSVRecord] = []
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
      let folds = header.columns.compactMap { name, index in
        name.flatMap(Int.init).map { ($0, index) }
      }
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
    if case .wide(let columns) = shape {
      isMixed = commonType(of: columns) == nil
    } else {
      isMixed = false
    }
    fields = try RowFields(["framework", "dataset"] + Self.optional, of: header)
    budgetID = try writer.names.budget(options.budget(for: file))
    catalog = writer.metrics
    self.file = file.name
    let used = fields.columns + shape.columns
    let rest = header.columns.map(\.index).filter { !used.contains($0) }
    details = DetailColumns(rest, of: header)
    recognised = shape.words + (rest.isEmpty ? "" : ", other columns kept as details")
  }

  // MARK: Records

  mutating func read(_ record: CSVRecord, into writer: inout RunWriter) throws {
    switch shape {
    case .long(let metric, let value):
      let column = try column(value, of: metric, in: record)
      try readRun(record, [column], &writer)
      row.isPartial = true
      try add(record, &writer)
    case .wide(let columns):
      if try readRun(record, columns, &writer) {
        try add(record, &writer)
        return
      }
      typeless.append(record)
    case .folds(let folds, let metric):
      try readFolds(record, folds, of: metric, &writer)
    }
  }

  /// A file of this shape holds one metric; its rows are runs, one a fold, an empty field a failed one.
  private mutating func readFolds(
    _ record: CSVRecord, _ folds: [(fold: Int, index: Int)], of metric: ImportHeader.Place,
    _ writer: inout RunWriter
  ) throws {
    var rows: [RunRow] = []
    for (fold, index) in folds {
      _ = try record.score(index, called: "fold \(fold)")
      try readRun(record, [column(index, of: metric, in: record)], &writer)
      (row.fold, row.isPartial) = (fold, true)
      rows.append(row)
    }
    // All are read before one is written: a record is kept whole or not at all.
    for filled in rows {
      row = filled
      try add(record, &writer)
    }
  }

  mutating func waiting() -> [CSVRecord] { typeless }

  mutating func readWaiting(_ record: CSVRecord, into writer: inout RunWriter) throws {
    guard case .wide(let columns) = shape else { return }
    try readRun(record, columns, &writer)
    guard let type = try knownDataset(record, &writer).flatMap({ try writer.types.type(of: $0) })
    else {
      throw RowFault(
        "names no problem type, and neither its scores nor other runs of its dataset tell it")
    }
    row.type = type
    try checkScores(columns)
    try add(record, &writer)
  }

  /// Reads all that needs no names, since a row that is bad must not leave its names behind; false
  /// where nothing tells the row's problem type yet.
  @discardableResult private mutating func readRun(
    _ record: CSVRecord, _ columns: [MetricColumn], _ writer: inout RunWriter
  ) throws -> Bool {
    row.clear()
    row.line = record.line
    try readTask(record)
    for column in columns {
      let score = try record.score(column.index, called: column.metric.name)
      if let score { row.score(column.metric.id, column.score(score)) }
    }
    try readRest(record)
    try readEnding(record, &writer)
    details.keep(record, in: &row)
    guard let type = try type(of: record, columns) else { return false }
    row.type = type
    try checkScores(columns)
    return true
  }

  private mutating func add(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    try resolveNames(record, &writer)
    if isMixed { writer.types.note(row.type, of: row.dataset) }
    try writer.add(&row)
  }

  // MARK: What was run

  private mutating func readTask(_ record: CSVRecord) throws {
    if fields["framework", record] == nil { throw RowFault("has no framework") }
    openMLID = try fields.whole("dataset_id", record)
    if openMLID == nil, fields["dataset", record] == nil { throw RowFault("has no dataset") }
    row.seed = try fields.whole("seed", record) ?? 0
    row.fold = try fields.whole("fold", record) ?? 0
  }

  private func type(of record: CSVRecord, _ columns: [MetricColumn]) throws -> ProblemType? {
    if let field = fields["type", record] {
      return try field.record.problemType(field.index, called: "type")
    }
    guard isMixed else { return commonType(of: columns) }
    return commonType(of: columns.filter { row.hasScore(of: $0.metric.id) })
  }

  private func checkScores(_ columns: [MetricColumn]) throws {
    for column in columns where !column.metric.types.contains(row.type) {
      guard row.hasScore(of: column.metric.id) else { continue }
      throw RowFault(
        "has a score of \(column.metric.name), which the table metrics does not have for "
          + "\(row.type)")
    }
  }

  private func knownDataset(_ record: CSVRecord, _ writer: inout RunWriter) throws -> Int64? {
    if let openMLID { return try writer.names.knownDataset(openMLID: openMLID) }
    return try fields["dataset", record]?.withBytes { try writer.names.knownDataset($0) }
  }

  private mutating func resolveNames(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    row.framework =
      try fields["framework", record]?.withBytes { name in
        try fields.withBytes("version", record) { version in
          try writer.names.framework(name, version: version)
        }
      } ?? row.framework
    row.dataset = try fields.withBytes("dataset", record) { name in
      guard let openMLID else { return try writer.names.dataset(name) }
      return name.isEmpty
        ? try writer.names.dataset(openMLID: openMLID)
        : try writer.names.dataset(openMLID: openMLID, name: name)
    }
    row.budget =
      try fields["budget", record]?.withBytes { try writer.names.budget($0) } ?? budgetID
  }

  // MARK: How it went

  private mutating func readRest(_ record: CSVRecord) throws {
    row.key = fields["key", record]?.withBytes { row.keep($0) }
    row.startedAt = fields["started_at", record]?.withBytes { row.keep($0) }
    row.duration = try fields.number("duration", record)
    row.trainSeconds = try fields.number("train_seconds", record)
    row.predictSeconds = try fields.number("predict_seconds", record)
    row.cpuSeconds = try fields.number("cpu_seconds", record)
    row.peakMemoryMB = try fields.number("peak_memory_mb", record)
    row.log = fields["log", record]?.withBytes { row.keep($0) }
  }

  private mutating func readEnding(_ record: CSVRecord, _ writer: inout RunWriter) throws {
    let status = fields["status", record]?.string
    let failure = fields["class", record]?.string
    var message = fields["message", record]?.string
    if status != nil || failure != nil {
      row.ending = try ending(status, failure, message, &writer)
      if row.ending.isFailed, !row.scores.isEmpty {
        throw RowFault("has the status \(row.ending.words.status) and a score")
      }
    } else if row.scores.isEmpty {
      message = message ?? "no score"
      row.ending = .failed(try writer.failureClass(of: message ?? ""))
    }
    row.message = message.map { row.keep($0) }
  }

  /// What the words of `runs.status` and `runs.class` say; a class that is missing is that of the message.
  private func ending(
    _ status: String?, _ failure: String?, _ message: String?, _ writer: inout RunWriter
  ) throws -> RunRow.Ending {
    if let status, !["ok", "failed", "timeout", "killed"].contains(status) {
      throw RowFault(
        "has \"\(status)\" as status, where ok, failed, timeout or killed belongs")
    }
    let known = try failure.map(failureClass) ?? message.map { try writer.failureClass(of: $0) }
    switch status {
    case "ok" where failure == nil: return .ok
    case "timeout" where failure == nil: return .failed(.timeout)
    case "killed" where failure == nil: return .failed(known == .memory ? .memory : .interrupted)
    default: break
    }
    let ending = RunRow.Ending.failed(known ?? .unknown)
    guard status == nil || status == "failed" || status == "\(ending.words.status)" else {
      throw RowFault(
        "has the status \(status ?? "") and the class \(failure ?? ""), which disagree")
    }
    return ending
  }

  private func failureClass(_ word: String) throws -> FailureClass {
    guard let known = FailureClass(rawValue: word) else {
      let words = FailureClass.allCases.map(\.rawValue).joined(separator: ", ")
      throw RowFault("has \"\(word)\" as class, where one of \(words) belongs")
    }
    return known
  }

  // MARK: Metrics

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

/// The likeliest problem type that all these metrics are for.
private func commonType(of columns: [MetricColumn]) -> ProblemType? {
  columns.first?.metric.types.first { type in
    columns.allSatisfy { $0.metric.types.contains(type) }
  }
}

extension ImportHeader.Place {
  fileprivate var column: Int? {
    if case .column(let index) = self { index } else { nil }
  }
}
