internal import Benchmark
internal import Tables

/// Reads what `out/results<ID>.csv` holds: one line `model,dataset_id,type,seed,mse,r2,logloss,f1`.
struct ResultBody {
  private static let width = 8
  /// Bytes that a line can have; the longest that the original writes has a few hundred.
  private static let longest = 1 << 16

  private let columns: GeorgianColumns
  private var line: [UInt8] = []
  private var written: [UInt8] = []

  init(_ writer: inout RunWriter, budget: Int64) throws {
    let metrics = try ["mse", "r2", "logloss", "f1"].enumerated().map { place, name in
      let (metric, isNegated) = try writer.metrics.required(name, file: "a bucket")
      return MetricColumn(index: 4 + place, metric: metric, isNegated: isNegated)
    }
    columns = GeorgianColumns(
      model: 0, dataset: 1, type: 2, seed: 3, metrics: metrics, budget: budget)
  }

  /// Reads a run. Its `details` keep the line where printing what was read would not give its bytes.
  ///
  /// - Throws: `RowFault`, whatever the body is, where it is not such a line.
  mutating func read(_ body: [UInt8], id: Int, into row: inout RunRow, _ names: inout Names) throws
  {
    let record = try record(of: body)
    row.originalID = id
    try columns.read(record, into: &row, &names)
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: withoutLineEnd(body))
    write(record, row)
    guard line != written else { return }
    var json = Array("{\"line\":".utf8)
    line.withUnsafeBufferPointer { appendJSON($0, to: &json) }
    row.details = row.keep(json + [UInt8(ascii: "}")])
  }

  private func record(of body: [UInt8]) throws -> CSVRecord {
    guard body.count <= Self.longest else {
      throw RowFault("has \(body.count) bytes, where one line belongs")
    }
    var reader = CSVReader()
    reader.feed(body)
    reader.finish()
    do {
      guard try reader.advance() else { throw RowFault("is empty, where one line belongs") }
      let record = reader.record
      guard record.count == Self.width else {
        throw RowFault("has \(record.count) fields, where \(Self.width) belong")
      }
      guard try !reader.advance() else { throw RowFault("has two lines, where one belongs") }
      return record
    } catch TablesError.malformedRecord(_, .fieldCount) {
      throw RowFault("has two lines, where one belongs")
    } catch TablesError.malformedRecord(_, let fault) {
      throw RowFault("\(fault)")
    }
  }

  /// Prints what the warehouse will know as the original would.
  private mutating func write(_ record: CSVRecord, _ row: borrowing RunRow) {
    written.removeAll(keepingCapacity: true)
    written.append(contentsOf: csvField(record[columns.model]).utf8)
    written.append(contentsOf: ",\(record.integer(columns.dataset) ?? 0),".utf8)
    written.append(contentsOf: "\(row.type.word),\(row.seed)".utf8)
    for column in columns.metrics {
      let score = row.scores.first { $0.metric == column.metric.id }?.value ?? .nan
      // SQLite has no minus zero.
      written.append(contentsOf: ",\(pythonFloat(score + 0))".utf8)
    }
  }
}

private func withoutLineEnd(_ body: [UInt8]) -> ArraySlice<UInt8> {
  var line = body.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  while line.last == UInt8(ascii: "\n") { line.removeLast() }
  return line
}
