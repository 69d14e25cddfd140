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
  private static let longestReject = 1 << 16

  private let file: ImportFile
  private let options: ImportOptions
  private let bulk: BulkWrite
  private let source: String
  private var writer: RunWriter?
  private var importer: (any Importer)?
  private var reader = CSVReader()
  private var rows = 0
  private var rejects = 0
  private var firstFault: (line: Int, reason: String)?

  init(_ file: ImportFile, options: ImportOptions, in bulk: BulkWrite) throws {
    self.file = file
    self.options = options
    self.bulk = bulk
    source = options.source ?? file.stem
  }

  mutating func run(_ progress: (ImportProgress) throws -> Void) throws -> ImportSummary {
    var bytes = 0
    while true {
      let piece = try file.next()
      if piece.isEmpty { reader.finish() } else { reader.feed(piece) }
      bytes += piece.count
      try readRecords()
      try progress(ImportProgress(file: file.name, rows: rows, bytes: bytes, size: file.size))
      if piece.isEmpty { break }
    }
    return try end()
  }

  private mutating func readRecords() throws {
    while true {
      do {
        guard try reader.advance() else { return }
        guard importer != nil else {
          try readHeader()
          continue
        }
        rows += 1
        try readRow()
      } catch let error as TablesError {
        rows += 1
        try reject(error)
      } catch let fault as RowFault {
        try reject(line: reader.record.line, fault.reason)
      } catch let conflict as ConflictingRun {
        throw try described(conflict)
      }
    }
  }

  private mutating func readRow() throws {
    guard var lent = writer.take() else { return }
    defer { writer = lent }
    try importer?.read(reader.record, into: &lent)
  }

  private mutating func readHeader() throws {
    let header = try ImportHeader(reader.record.fields, map: options.map, file: file.name)
    let catalog = try MetricCatalog(bulk.connection())
    let kind = try Importers.importer(
      for: header, options: options, file: file, metrics: catalog)
    var writer = try bulk.runs(
      of: RunSource(name: source, kind: kind.name, location: file.location),
      duplicates: options.duplicates)
    importer = try kind.init(header, options: options, file: file, writer: &writer)
    self.writer = writer
  }

  // MARK: Rejects

  private mutating func reject(_ error: TablesError) throws {
    guard case .malformedRecord(let line, let fault) = error else { throw error }
    guard importer != nil else {
      throw StoreError.malformedHeader(file: file.name, line: line, reason: "\(fault)")
    }
    try reject(line: line, "\(fault)")
  }

  private mutating func reject(line: Int, _ reason: String) throws {
    rejects += 1
    if firstFault == nil { firstFault = (line, reason) }
    guard options.skipsBad else { return }
    // Text with a zero byte would end there for whoever reads it.
    var text = reader.record.text().replacing("\0", with: "\u{FFFD}")
    var reason = reason
    if text.utf8.count > Self.longestReject {
      reason += " (\(text.utf8.count) bytes, of which the first \(Self.longestReject) are kept)"
      text = String(decoding: text.utf8.prefix(Self.longestReject), as: UTF8.self)
    }
    try bulk.db.execute(
      sql: """
        INSERT INTO rejects (source_id, line, text, reason)
        SELECT id, ?, ?, ? FROM sources WHERE name = ?
        ON CONFLICT DO NOTHING
        """, arguments: [line, text, reason, source])
  }

  // MARK: The end

  private mutating func end() throws -> ImportSummary {
    guard var writer, var importer else { throw StoreError.emptyFile(file.name) }
    let counts: RunWriter.Counts
    do {
      counts = try writer.finish()
    } catch let conflict as ConflictingRun {
      throw try described(conflict)
    }
    if let firstFault, !options.skipsBad {
      throw StoreError.malformedRow(
        file: file.name, line: firstFault.line, reason: firstFault.reason, others: rejects - 1,
        good: rows - rejects)
    }
    try importer.finish(in: bulk)
    return ImportSummary(
      file: file.name, source: source, importer: type(of: importer).name,
      recognised: importer.recognised, rows: rows, runs: counts, rejects: rejects,
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
