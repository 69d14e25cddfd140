internal import Benchmark
internal import Tables

/// A kind of results file: recognised by its header, read a record at a time.
///
/// To add one, write a file of it in this folder and a line in `Importers.all`.
protocol Importer: SendableMetatype {
  static var name: String { get }
  /// What it reads, for help.
  static var summary: String { get }

  /// What a header lacks to be of this kind; nil if nothing.
  static func lack(of header: ImportHeader, metrics: MetricCatalog) -> String?

  /// - Throws: `StoreError` where the header is of this kind but cannot be understood.
  init(_ header: ImportHeader, options: ImportOptions, file: ImportFile, writer: inout RunWriter)
    throws

  /// What the file was taken for, said to the user.
  var recognised: String { get }
  /// What else the user must know, once all rows are read.
  var notes: [String] { get }

  /// Writes the runs that a record tells of.
  ///
  /// - Throws: `RowFault` where it cannot be read; none of its runs is written then.
  mutating func read(_ record: CSVRecord, into writer: inout RunWriter) throws

  /// The records that could not be read yet, because only the whole file tells what they lack; called
  /// once after the last record, before `readWaiting` is for each of them.
  mutating func waiting() -> [CSVRecord]

  /// Writes the runs that a record of `waiting` tells of.
  mutating func readWaiting(_ record: CSVRecord, into writer: inout RunWriter) throws

  /// Called once after all records, with the writer finished.
  mutating func finish(in bulk: BulkWrite) throws
}

extension Importer {
  mutating func waiting() -> [CSVRecord] { [] }
  mutating func readWaiting(_ record: CSVRecord, into writer: inout RunWriter) throws {}
  mutating func finish(in bulk: BulkWrite) throws {}
}

/// The importers, in the order that `auto` tries them.
package enum Importers {
  static let all: [any Importer.Type] = [Georgian.self, AMLB.self, Generic.self]

  /// Name and summary of each, for help.
  package static var help: [(name: String, summary: String)] {
    all.map { ($0.name, $0.summary) }
  }

  /// The importer that the options name, or the first that the header is of.
  static func importer(
    for header: ImportHeader, options: ImportOptions, file: ImportFile, metrics: MetricCatalog
  ) throws -> any Importer.Type {
    let candidates = all.filter { options.importer == nil || $0.name == options.importer }
    var lacks: [String] = []
    for candidate in candidates {
      guard let lack = candidate.lack(of: header, metrics: metrics) else { return candidate }
      lacks.append("\(candidate.name) needs \(lack)")
    }
    throw StoreError.unknownHeader(
      file: file.name, columns: header.names, reason: lacks.joined(separator: "; "))
  }
}

/// Why a record cannot be imported: what a sentence that begins with its line goes on with.
struct RowFault: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
