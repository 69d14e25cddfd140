import func Glibc.memchr

/// Reads an ARFF text as it arrives, a row at a time, in memory that does not grow with it.
///
/// ```
/// var reader = ARFFReader()
/// reader.feed(Array("@relation r\n@attribute n numeric\n@attribute c {a,'b c'}\n@data\n1,'b c'\n".utf8))
/// reader.finish()
/// while try reader.advance() { print(reader.row.number(0), reader.row.number(1)) }   // 1.0 1.0
/// ```
///
/// **Shape**: `attributes` is whole when the first row is; every row has a cell for each. Rows may be
/// sparse, values in single or double quotes with backslash escapes, and separated by commas or blanks;
/// `?` and nothing between commas are missing, `%` begins a comment where a value may begin. In a sparse
/// row what is not given is 0, or the first nominal value.
///
/// **Edge cases**: lines end in LF or CRLF; what is not UTF-8 is Latin-1; a row that breaks a rule is
/// thrown once, with its line, and the next call goes on with the next row. After a broken declaration
/// there are no rows.
///
/// **Source**: the ARFF format of Weka 3.9; escapes as liac-arff 2.5 reads them.
package struct ARFFReader: Sendable {
  package private(set) var relation = ""
  package private(set) var attributes: [ARFFAttribute] = []
  /// The last row read.
  package private(set) var row = ARFFRow()

  private let limit: Int
  private var columns = ARFFColumns()
  private var names: Set<String> = []
  private var chunk: [UInt8] = []
  private var position = 0
  /// Before here there is no line end from the position on.
  private var searched = 0
  private var line = 0
  private var isFinished = false
  private var isMarkPassed = false
  private var hasHeader = false

  /// - Parameter limit: the most bytes a line may have.
  package init(limit: Int = 1 << 28) {
    precondition(limit > 0, "a line has room")
    self.limit = limit
  }

  /// Takes the next bytes of the text, of any number; `advance` until it has read them.
  package mutating func feed(_ bytes: [UInt8]) {
    if position == chunk.count {
      chunk = bytes
    } else {
      chunk.removeFirst(position)
      chunk += bytes
    }
    searched -= position
    position = 0
  }

  /// Says that no bytes follow: the last line may lack its end.
  package mutating func finish() {
    isFinished = true
  }

  /// Reads the declarations; false where more bytes are needed.
  package mutating func readHeader() throws(TablesError) -> Bool {
    while !hasHeader {
      do throws(ARFFFault) {
        guard let range = try nextLine() else {
          guard isFinished else { return false }
          throw .noData
        }
        try declare(try declaration(range))
      } catch {
        end()
        throw .malformedARFF(line: line, error)
      }
    }
    return true
  }

  /// Reads one row into `row`; false where more bytes are needed or, once finished, none are left.
  ///
  /// - Complexity: O(bytes of the line), and O(attributes) for a sparse one.
  package mutating func advance() throws(TablesError) -> Bool {
    guard try readHeader() else { return false }
    do throws(ARFFFault) {
      while let range = try nextLine() {
        row.line = line
        if try read(range) { return true }
      }
      return false
    } catch {
      throw .malformedARFF(line: line, error)
    }
  }

  private mutating func read(_ range: Range<Int>) throws(ARFFFault) -> Bool {
    let result = chunk.withUnsafeBufferPointer { bytes in
      Result { () throws(ARFFFault) in
        try row.read(UnsafeBufferPointer(rebasing: bytes[range]), as: columns)
      }
    }
    return try result.get()
  }

  // MARK: Declarations

  private mutating func declaration(_ range: Range<Int>) throws(ARFFFault) -> ARFFDeclaration {
    let result = chunk.withUnsafeMutableBufferPointer { bytes in
      Result { () throws(ARFFFault) in
        try ARFFDeclaration(UnsafeMutableBufferPointer(rebasing: bytes[range]))
      }
    }
    return try result.get()
  }

  private mutating func declare(_ declaration: ARFFDeclaration) throws(ARFFFault) {
    switch declaration {
    case .nothing: break
    case .relation(let name): relation = name
    case .data:
      guard !attributes.isEmpty else { throw .noAttributes }
      hasHeader = true
    case .attribute(let attribute, let column):
      guard names.insert(attribute.name).inserted else {
        throw .repeatedAttribute(attribute.name)
      }
      attributes.append(attribute)
      columns.append(column, zero: attribute.zero)
    }
  }

  /// Leaves nothing to read.
  private mutating func end() {
    (chunk, position, searched) = ([], 0, 0)
    (isFinished, hasHeader) = (true, true)
  }

  // MARK: Lines

  /// The next line without its end; nil where more bytes are needed or none are left.
  private mutating func nextLine() throws(ARFFFault) -> Range<Int>? {
    guard passMark(), let end = lineEnd() else { return nil }
    line += 1
    var range = position..<end
    position = min(end + 1, chunk.count)
    searched = position
    if let last = range.last, chunk[last] == UInt8(ascii: "\r") { range = range.dropLast() }
    guard range.count <= limit else { throw .tooLong(limit: limit) }
    guard find(0, in: range) == nil else { throw .zeroByte }
    return range
  }

  /// Where the line at the position ends; nil where that has not come, or no line is left.
  private mutating func lineEnd() -> Int? {
    if let found = find(UInt8(ascii: "\n"), in: searched..<chunk.count) { return found }
    searched = chunk.count
    return isFinished && position < chunk.count ? chunk.count : nil
  }

  private func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
    chunk.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !range.isEmpty,
        let found = memchr(start + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return start.distance(to: UnsafeRawPointer(found))
    }
  }

  /// Passes over a byte order mark; false while too few bytes have come to tell.
  private mutating func passMark() -> Bool {
    if isMarkPassed { return true }
    guard chunk.count >= 3 || isFinished else { return false }
    isMarkPassed = true
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { (position, searched) = (3, 3) }
    return true
  }
}

extension ARFFAttribute {
  /// What a sparse row that gives no value means, as it would be written; nil for a missing one.
  fileprivate var zero: String? {
    if case .nominal(let values) = kind { values.first } else { "0" }
  }
}
