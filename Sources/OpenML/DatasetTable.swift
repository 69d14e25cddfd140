package import Benchmark
import Foundation
import Tables

/// A dataset as the original keeps it, and what is known of it once it is made.
package struct DatasetTable: Sendable, Equatable {
  /// Features in their order, then the target.
  package var columns: [DatasetColumn]
  package var rows: Int
  /// Distinct values of the target.
  package var classes: Int
  /// What the user should know, one sentence each.
  package var notes: [String]

  package init(columns: [DatasetColumn], rows: Int, classes: Int, notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.classes = classes
    self.notes = notes
  }

  /// The text of `<id>_types.csv`.
  package var types: String {
    columns.reduce("NAME,TYPE\n") { $0 + "\(csvField($1.name)),\($1.kind.rawValue)\n" }
  }

  /// Makes the text of `<id>.csv` from an ARFF file.
  ///
  /// Columns that tell nothing are left out, and the target comes last, called `target`. Nominal values
  /// are their codes, from 0 in the order they were declared, strings theirs in the order they come;
  /// dates are seconds from 1970; numbers stay as they are spelled, and what is missing is nothing.
  ///
  /// - Parameters:
  ///   - file: the ARFF file's path.
  ///   - check: called some times a second; what it throws ends the work.
  ///   - write: takes the next bytes of the text.
  package init(
    arff file: String, of description: DatasetDescription, check: () throws -> Void = {},
    write: ([UInt8]) throws -> Void
  ) throws {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw OpenMLError.file(file, reason: "it cannot be read")
    }
    var conversion = Conversion(of: description)
    do {
      var reader = ARFFReader()
      var isOver = false
      while !isOver {
        try check()
        let bytes = try handle.read(upToCount: 1 << 20) ?? Data()
        isOver = bytes.isEmpty
        if isOver { reader.finish() } else { reader.feed(Array(bytes)) }
        if try conversion.takeHeader(&reader) {
          while try reader.advance() { try conversion.take(reader.row) }
        }
        try write(conversion.takeText())
      }
    } catch let error as TablesError {
      throw OpenMLError.unreadable(description.id, error)
    }
    self = try conversion.table()
  }
}
