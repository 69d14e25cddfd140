/// The cells of one row of an ARFF text, in storage that the next row uses again.
///
/// A cell is a number and the bytes that it was written as, without quotes and escapes.
package struct ARFFRow: Sendable {
  /// The line it stands on, from 1.
  package internal(set) var line = 0

  struct Cell {
    /// NaN where the value is missing.
    var number: Double
    var start: Int32
    var end: Int32
  }

  var bytes: [UInt8] = []
  var cells: [Cell] = []

  package var count: Int { cells.count }

  package func isMissing(_ index: Int) -> Bool { cells[index].number.isNaN }

  /// The number of a numeric cell, the code of a nominal one, a date as seconds from the beginning of
  /// 1970 in UTC; NaN where the value is missing.
  package func number(_ index: Int) -> Double { cells[index].number }

  /// The cell as it was written; nil where the value is missing.
  ///
  /// **Edge cases**: what is not UTF-8 is taken for Latin-1.
  package func text(_ index: Int) -> String? {
    isMissing(index) ? nil : withBytes(of: index) { arffText($0) }
  }

  /// Calls `body` with the bytes of a cell; a sparse row's zero is `0`.
  package func withBytes<Result>(
    of index: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) throws -> Result
  ) rethrows -> Result {
    let range = Int(cells[index].start)..<Int(cells[index].end)
    return try bytes.withUnsafeBufferPointer { try body($0[range]) }
  }
}

/// Bytes as text: UTF-8, or Latin-1 where they are not that.
func arffText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var text = ""
  for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
  return text
}
