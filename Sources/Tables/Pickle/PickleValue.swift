/// What a Python pickle of plain data holds.
///
/// ```
/// let tasks = try PickleValue(pickle: Array("(lp0\n(lp1\nI7\naVtpot\np2\naa.".utf8))
/// // .list([.list([.integer(7), .text("tpot")])])
/// ```
package enum PickleValue: Sendable, Equatable {
  case none
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  case list([PickleValue])
  case tuple([PickleValue])
  case set([PickleValue])
  /// In the order they were written; a key may come twice.
  case dictionary([Entry])

  /// A key of a dictionary and what it leads to.
  package struct Entry: Sendable, Equatable {
    package var key: PickleValue
    package var value: PickleValue
  }
}

extension PickleValue {
  /// Reads a pickle of protocol 0 to 5, and runs nothing of it.
  ///
  /// A pickle is a program for a small machine that can call whatever Python knows. Here only the
  /// instructions that build plain data are obeyed; the first that names anything else is thrown with
  /// that name. Read as the plain values they stand for are numpy's scalars and sets.
  ///
  /// **Edge cases**: a text of Python 2 is `text` where it is UTF-8 and else `bytes`; a shared value
  /// comes as often as it is referred to. Refused are whole numbers past 64 bits, bytes after the end,
  /// nesting deeper than 64 (a list within itself is), more than `limit` values.
  ///
  /// **Source**: CPython's `Lib/pickletools.py`, which describes each instruction.
  ///
  /// - Parameters:
  ///   - pickle: the whole file.
  ///   - limit: the most values there may be, of which a few bytes can make any number; instructions
  ///     may be eight times as many.
  /// - Complexity: O(bytes + values) in time and memory.
  package init(pickle: [UInt8], limit: Int = 1 << 20) throws(TablesError) {
    var reader = PickleReader(PickleBytes(pickle))
    do throws(PickleFault) {
      let root = try reader.run(limit: 8 * limit)
      var tree = PickleTree(reader.heap, limit: limit)
      self = try tree.value(root)
    } catch {
      throw .malformedPickle(offset: reader.instruction, error)
    }
  }
}
