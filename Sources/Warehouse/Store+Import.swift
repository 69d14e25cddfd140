internal import GRDB
internal import Tables

extension Store {
  /// Imports files in one transaction: all of them or, when anything throws, nothing.
  ///
  /// - Parameter progress: called after every piece of a file; what it throws undoes the import.
  /// - Complexity: O(bytes), in memory that grows with the distinct names and cells, not with the rows.
  package func importRuns(
    _ files: [ImportFile], options: ImportOptions,
    progress: (ImportProgress) throws -> Void = { _ in }
  ) throws -> [ImportSummary] {
    try bulkWrite { bulk in
      try files.map { file in
        var job = try ImportJob(file, options: options, in: bulk)
        return try job.run(progress)
      }
    }
  }
}

/// The import of one file.
private struct ImportJob {
  private let file: ImportFile
  private let options: ImportOptions
  private let bulk: BulkWrite
  private let source: String
  private var pieces: Pieces
  private var importer: any Importer
  private var writer: RunWriter
  private var rows = 0
  private let rejects: RejectTable
  private var rejected = 0
  private var firstFault: (line: Int, reason: String)?

  /// Reads the header, which tells the importer.
  init(_ file: ImportFile, options: ImportOptions, in bulk: BulkWrite) throws {
    self.file = file
    self.options = options
    self.bulk = bulk
    source = options.source ?? file.stem
    if options.source == nil { try Self.refuseSource(of: file, in: bulk) }
    pieces = Pieces(file)
    let header = try ImportHeader(pieces.header(), map: options.map, file: file.name)
    let kind = try Importers.importer(
      for: header, options: options, file: file, metrics: MetricCatalog(bulk.connection()))
    let source = RunSource(name: source, kind: kind.name, location: file.location)
    writer = try bulk.runs(of: source, duplicates: options.duplicates)
    rejects = try RejectTable(bulk.connection(), source: bulk.id(of: source))
    importer = try kind.init(header, options: options, file: file, writer: &writer)
  }

  /// Two files of one name would become one source in silence.
  private static func refuseSource(of file: ImportFile, in bulk: BulkWrite) throws {
    let known = try String.fetchOne(
      bulk.db, sql: "SELECT location FROM sources WHERE name = ?", arguments: [file.stem])
    guard let known, known != file.location else { return }
    throw StoreError.sourceElsewhere(file: file.name, source: file.stem, location: known)
  }

  mutating func run(_ progress: (ImportProgress) throws -> Void) throws -> ImportSummary {
    repeat {
      try readRecords()
      try progress(
        ImportProgress(file: file.name, rows: rows, bytes: pieces.bytes, size: file.size))
    } while try pieces.next()
    for record in importer.waiting() { try readWaiting(record) }
    return try end()
  }

  private mutating func readWaiting(_ record: CSVRecord) throws {
    do {
      try importer.readWaiting(record, into: &writer)
    } catch let fault as RowFault {
      try reject(record, line: record.line, fault.reason)
    } catch let conflict as ConflictingRun {
      throw try described(conflict)
    }
  }

  private mutating func readRecords() throws {
    while true {
      do {
        guard try pieces.reader.advance() else { return }
        rows += 1
        try importer.read(pieces.reader.record, into: &writer)
      } catch TablesError.malformedRecord(let line, let fault) {
        rows += 1
        try reject(pieces.reader.record, line: line, "\(fault)")
      } catch let fault as RowFault {
        try reject(pieces.reader.record, line: pieces.reader.record.line, fault.reason)
      } catch let conflict as ConflictingRun {
        throw try described(conflict)
      }
    }
  }

  // MARK: Rejects

  private mutating func reject(_ record: CSVRecord, line: Int, _ reason: String) throws {
    rejected += 1
    if firstFault.map({ line < $0.line }) ?? true { firstFault = (line, reason) }
    guard options.skipsBad else { return }
    try rejects.add(line: line, record.text().utf8, reason: reason)
  }

  // MARK: The end

  private mutating func end() throws -> ImportSummary {
    let counts: RunWriter.Counts
    do {
      counts = try writer.finish()
    } catch let conflict as ConflictingRun {
      throw try described(conflict)
    }
    if let firstFault, !options.skipsBad {
      throw StoreError.malformedRow(
        file: file.name, line: firstFault.line, reason: firstFault.reason, others: rejected - 1,
        good: rows - rejected)
    }
    try importer.finish(in: bulk)
    return ImportSummary(
      file: file.name, source: source, importer: type(of: importer).name,
      recognised: importer.recognised, rows: rows, runs: counts, rejects: rejected,
      scores: try scores(counts), notes: importer.notes)
  }

  private func scores(_ counts: RunWriter.Counts) throws -> [ImportSummary.Score] {
    try Row.fetchAll(bulk.db, sql: "SELECT id, name FROM metrics ORDER BY id").compactMap { row in
      counts.scores[row[0]].map { ImportSummary.Score(metric: row[1], count: $0) }
    }
  }

  private func described(_ conflict: ConflictingRun) throws -> StoreError {
    let run = try Row.fetchOne(
      bulk.db,
      sql: """
        SELECT framework, dataset, seed, fold, budget FROM results WHERE run_id = ?
        """, arguments: [conflict.run])
    let words = run.map { run in
      "\(run["framework"] as String) on \(run["dataset"] as String) (seed \(run["seed"] as Int), "
        + "fold \(run["fold"] as Int), budget \(run["budget"] as String))"
    }
    return .conflictingRun(
      file: file.name, line: conflict.line, run: words ?? "a run", source: source)
  }
}

/// A file's bytes on their way into a reader.
private struct Pieces {
  var reader = CSVReader()
  private(set) var bytes = 0
  private let file: ImportFile
  private var isAtEnd = false

  init(_ file: ImportFile) {
    self.file = file
  }

  /// The fields of the first record.
  mutating func header() throws -> [String] {
    do {
      while try !reader.advance() {
        guard try next() else { throw StoreError.emptyFile(file.name) }
      }
    } catch TablesError.malformedRecord(let line, let fault) {
      throw StoreError.malformedHeader(file: file.name, line: line, reason: "\(fault)")
    }
    return reader.record.fields
  }

  /// Hands the next piece, or the end, to the reader; false once the end was handed over.
  mutating func next() throws -> Bool {
    if isAtEnd { return false }
    let piece = try file.next()
    bytes += piece.count
    isAtEnd = piece.isEmpty
    if isAtEnd { reader.finish() } else { reader.feed(piece) }
    return true
  }
}
