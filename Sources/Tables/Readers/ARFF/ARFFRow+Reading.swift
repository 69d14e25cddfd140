import func Glibc.memcpy

/// What the columns of an ARFF text make of its rows.
struct ARFFColumns: Sendable {
  private(set) var all: [ARFFColumn] = []
  /// The cells of a sparse row that gives no value, and what they are written as.
  private(set) var zeros: [ARFFRow.Cell] = []
  private(set) var zeroBytes: [UInt8] = []
  private var zeroWords: [[UInt8]: Range<Int>] = [:]

  var count: Int { all.count }

  mutating func append(_ column: ARFFColumn, zero: String?) {
    all.append(column)
    let word = Array((zero ?? "").utf8)
    let range = zeroWords[word] ?? zeroBytes.count..<zeroBytes.count + word.count
    if zeroWords.updateValue(range, forKey: word) == nil { zeroBytes += word }
    zeros.append(
      ARFFRow.Cell(
        number: zero == nil ? .nan : 0, start: Int32(range.lowerBound),
        end: Int32(range.upperBound)))
  }
}

extension ARFFRow {
  /// Reads a line of the data; false for a blank one or a comment.
  mutating func read(
    _ line: UnsafeBufferPointer<UInt8>, as columns: ARFFColumns
  ) throws(ARFFFault) -> Bool {
    let base = columns.zeroBytes.count
    if bytes.count < base + line.count {
      bytes = columns.zeroBytes + repeatElement(0, count: line.count)
    }
    cells.removeAll(keepingCapacity: true)
    var result: Result<Bool, ARFFFault> = .success(false)
    bytes.withUnsafeMutableBufferPointer { bytes in
      let copy = UnsafeMutableBufferPointer(rebasing: bytes[base..<(base + line.count)])
      if let target = copy.baseAddress, let source = line.baseAddress {
        memcpy(target, source, line.count)
      }
      var reading = Reading(cursor: ARFFCursor(copy), columns: columns, base: base, cells: cells)
      cells = []
      result = Result { () throws(ARFFFault) in try reading.readRow() }
      swap(&cells, &reading.cells)
    }
    return try result.get()
  }

  private struct Reading {
    var cursor: ARFFCursor
    let columns: ARFFColumns
    /// Where the line begins in the bytes of the row.
    let base: Int
    var cells: [ARFFRow.Cell]

    mutating func readRow() throws(ARFFFault) -> Bool {
      cursor.skipBlanks()
      if cursor.isAtEnd { return false }
      if cursor.skip(openBrace) { try readSparse() } else { try readDense() }
      return true
    }

    private mutating func readDense() throws(ARFFFault) {
      var count = 0
      while !cursor.isAtEnd {
        let word = try cursor.word()
        if count < columns.count {
          cells.append(try cell(word, in: count))
        } else if count == columns.count, cursor[word.range].first == openBrace {
          throw .weight
        }
        count += 1
        try endWord(word)
        cursor.skipBlanks()
        guard cursor.skip(comma) else { continue }
        cursor.skipBlanks()
        if cursor.isAtEnd, count < columns.count {
          cells.append(ARFFRow.Cell(number: .nan, start: 0, end: 0))
          count += 1
        }
      }
      guard count == columns.count else { throw .valueCount(count, expected: columns.count) }
    }

    private mutating func readSparse() throws(ARFFFault) {
      cells = columns.zeros
      cursor.skipBlanks()
      while !cursor.skip(closeBrace) {
        guard !cursor.isAtEnd else { throw .openBrace }
        let index = try index()
        cursor.skipBlanks()
        guard ![comma, closeBrace, 0].contains(cursor.byte) else { throw .noValue(index: index) }
        let word = try cursor.word(upTo: closeBrace)
        cells[index] = try cell(word, in: index)
        try endWord(word)
        cursor.skipBlanks()
        if cursor.skip(comma) { cursor.skipBlanks() }
      }
      cursor.skipBlanks()
      if cursor.skip(comma) { cursor.skipBlanks() }
      if cursor.byte == openBrace { throw .weight }
      guard cursor.isAtEnd else { throw .textAfterBrace }
    }

    /// The number of an attribute in a sparse row that has no value yet.
    private mutating func index() throws(ARFFFault) -> Int {
      let word = try cursor.word(upTo: closeBrace)
      guard let index = Decimal.integer(cursor[word.range]), cells.indices.contains(index) else {
        throw .index(cursor.text(word), attributes: columns.count)
      }
      guard Int(cells[index].start) < base || base == 0 else { throw .repeatedIndex(index) }
      return index
    }

    private func cell(_ word: ARFFCursor.Word, in index: Int) throws(ARFFFault) -> ARFFRow.Cell {
      let text = cursor[word.range]
      var number = Double.nan
      if word.isQuoted || !(text.isEmpty || (text.count == 1 && text.first == question)) {
        guard let found = columns.all[index].number(text) else {
          throw columns.all[index].fault(arffText(text))
        }
        number = found
      }
      return ARFFRow.Cell(
        number: number, start: Int32(base + word.range.lowerBound),
        end: Int32(base + word.range.upperBound))
    }

    /// What follows a closing quote is a blank, a comma or a brace.
    private func endWord(_ word: ARFFCursor.Word) throws(ARFFFault) {
      guard word.isQuoted else { return }
      let next = cursor.byte
      guard next <= comma && (next <= 0x20 || next == comma) || next == closeBrace else {
        throw .textAfterQuote
      }
    }
  }
}

private let comma = UInt8(ascii: ",")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let question = UInt8(ascii: "?")
