/// Reads delimited text as it arrives, a record at a time, in memory that does not grow with it.
///
/// ```
/// var reader = CSVReader()
/// reader.feed(Array("id,name\n7,\"kr, vs\"\"kp\"\"\"\n".utf8))
/// reader.finish()
/// while try reader.advance() { print(reader.record.fields) }   // ["id", "name"] ["7", "kr, vs\"kp\""]
/// ```
///
/// **Shape**: every record has as many fields as the first. Lines end in LF, CRLF or CR; blank lines
/// and a byte order mark are passed over; a quoted field may hold delimiters, line ends and doubled
/// quotes; a quote inside an unquoted field stands for itself.
///
/// **Edge cases**: whatever breaks these rules is thrown once, with its line, and the next call goes
/// on with the next record; `record` then holds the broken one. A record past `limit` is cut there.
///
/// **Source**: RFC 4180, with line ends, blank lines and quotes read as liberally as pandas does.
package struct CSVReader: Sendable {
  /// What is wrong with a record.
  package enum Fault: Sendable, Equatable {
    case fieldCount(Int, expected: Int)
    /// A quote opens and the text ends before it closes.
    case unterminatedQuote
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterQuote
    case zeroByte
    case notUTF8
    /// More bytes than a record may have.
    case tooLong(limit: Int)
  }

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted
  }

  /// The last record read; its first line is `record.line`.
  package private(set) var record = CSVRecord()

  private let delimiter: UInt8
  private let limit: Int
  private var chunk: [UInt8] = []
  private var position = 0
  private var isFinished = false
  private var isMarkPassed = false

  private var state = State.fieldStart
  private var isRecordOpen = false
  private var fault: Fault?
  private var width: Int?
  private var line = 1
  private var quoteLine = 1
  private var wasCarriageReturn = false

  /// - Parameters:
  ///   - delimiter: what stands between two fields, an ASCII character.
  ///   - limit: the most bytes a record may have.
  package init(delimiter: UInt8 = UInt8(ascii: ","), limit: Int = 1 << 24) {
    precondition(delimiter < 0x80 && limit > 0, "a delimiter is ASCII, a record has room")
    self.delimiter = delimiter
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
    position = 0
  }

  /// Says that no bytes follow: the last record may lack a line end.
  package mutating func finish() {
    isFinished = true
  }

  /// Reads one record into `record`; false where more bytes are needed or, once finished, none are left.
  ///
  /// - Complexity: O(bytes of the record).
  package mutating func advance() throws(TablesError) -> Bool {
    guard passMark() else { return false }
    if !isRecordOpen { open() }
    guard scan() || (isFinished && closeLast()) else { return false }
    isRecordOpen = false
    if let fault = fault ?? countFault() ?? (record.isUTF8 ? nil : .notUTF8) {
      let at = fault == .unterminatedQuote ? quoteLine : record.line
      throw .malformedRecord(line: at, fault)
    }
    return true
  }

  private func countFault() -> Fault? {
    guard let width, width != record.count else { return nil }
    return .fieldCount(record.count, expected: width)
  }

  /// Passes over a byte order mark; false while too few bytes have come to tell.
  private mutating func passMark() -> Bool {
    if isMarkPassed { return true }
    guard chunk.count >= 3 || isFinished else { return false }
    isMarkPassed = true
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    return true
  }

  private mutating func open() {
    if width == nil, record.count > 0 { width = record.count }
    record.clear()
    record.line = line
    isRecordOpen = true
    state = .fieldStart
    fault = nil
  }

  /// Ends the record that the text's end leaves open; false if there is none.
  private mutating func closeLast() -> Bool {
    guard state != .fieldStart || record.count > 0 else { return false }
    if state == .quoted { fault = fault ?? .unterminatedQuote }
    record.endField()
    cutAtLimit()
    return true
  }

  /// Reads on in the chunk to the end of a record, or of the chunk: then false.
  private mutating func scan() -> Bool {
    record.reserve(chunk.count - position)
    while position < chunk.count {
      if state == .plain || state == .quoted { copyRun() }
      guard position < chunk.count else { break }
      let byte = chunk[position]
      position += 1
      if take(byte) { return true }
    }
    cutAtLimit()
    return false
  }

  /// Copies bytes that only stand for themselves.
  private mutating func copyRun() {
    let stop = state == .quoted ? quote : delimiter
    let end = record.append(chunk, from: position, upTo: stop)
    if end > position { wasCarriageReturn = false }
    position = end
  }

  /// Takes a byte that may mean something; true if it ends a record that is not blank.
  private mutating func take(_ byte: UInt8) -> Bool {
    let isLineEnd = byte == lineFeed || byte == carriageReturn
    if isLineEnd, !(byte == lineFeed && wasCarriageReturn) { line += 1 }
    wasCarriageReturn = byte == carriageReturn
    if byte == 0 { fault = fault ?? .zeroByte }

    switch state {
    case .quoted where byte == quote: state = .quoteInQuoted
    case .quoted: record.append(byte)
    case .quoteInQuoted where byte == quote:
      record.append(quote)
      state = .quoted
    case _ where byte == delimiter:
      record.endField()
      state = .fieldStart
    case _ where isLineEnd: return endLine()
    case .fieldStart where byte == quote:
      quoteLine = line
      state = .quoted
    case .fieldStart, .plain, .quoteInQuoted:
      if state == .quoteInQuoted { fault = fault ?? .textAfterQuote }
      record.append(byte)
      state = .plain
    }
    return false
  }

  private mutating func endLine() -> Bool {
    guard state != .fieldStart || record.count > 0 else {
      record.line = line
      return false
    }
    record.endField()
    cutAtLimit()
    return true
  }

  private mutating func cutAtLimit() {
    guard record.cut(at: limit) else { return }
    fault = .tooLong(limit: limit)
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
