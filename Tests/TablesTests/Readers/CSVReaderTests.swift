import Tables
import Testing

struct CSVReaderTests {
  @Test func `the example of the documentation holds`() throws {
    var reader = CSVReader()
    reader.feed(Array("id,name\n7,\"kr, vs\"\"kp\"\"\"\n".utf8))
    reader.finish()
    var records: [[String]] = []
    while try reader.advance() { records.append(reader.record.fields) }
    #expect(records == [["id", "name"], ["7", "kr, vs\"kp\""]])
  }

  @Test(arguments: [
    ("", []),
    ("\n\n", []),
    ("a", [["a"]]),
    ("a,b\n", [["a", "b"]]),
    ("a,b\n1,2\n3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n\n\r\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a\n\"\"\n", [["a"], [""]]),
    ("a,b\n\"1\n2\r\n3\",\"\"\"\"", [["a", "b"], ["1\n2\r\n3", "\""]]),
    ("a,b\n6\" disk,{'x': 1}\n", [["a", "b"], ["6\" disk", "{'x': 1}"]]),
    ("a,b\nKöln,木\n", [["a", "b"], ["Köln", "木"]]),
  ])
  func `text is read as records, however it is cut into pieces`(
    text: String, records: [[String]]
  ) throws {
    for size in [1, 2, 3, 7, 1000] {
      let read = try Records(of: Array(text.utf8), pieces: size)
      #expect(read.records == records, "in pieces of \(size)")
      #expect(read.faults.isEmpty)
    }
  }

  @Test func `another delimiter leaves commas alone`() throws {
    let read = try Records(of: Array("a\tb\n1,5\t\"2\t2\"\n".utf8), delimiter: UInt8(ascii: "\t"))
    #expect(read.records == [["a", "b"], ["1,5", "2\t2"]])
  }

  @Test(arguments: [
    ("a,b\n1\n3,4\n", 2, CSVReader.Fault.fieldCount(1, expected: 2)),
    ("a,b\n1,2,\n3,4\n", 2, .fieldCount(3, expected: 2)),
    ("a,b\r\n\r\n1,2,3\r\n3,4\r\n", 3, .fieldCount(3, expected: 2)),
    ("a,b\n\"1\"x,2\n3,4\n", 2, .textAfterQuote),
    ("a,b\n1,\0\n3,4\n", 2, .zeroByte),
    ("a,b\n3,4\n1,\"2\n\n", 3, .unterminatedQuote),
  ])
  func `a broken record is thrown once and the next is read`(
    text: String, line: Int, fault: CSVReader.Fault
  ) throws {
    for size in [1, 2, 5, 1000] {
      let read = try Records(of: Array(text.utf8), pieces: size)
      #expect(read.records == [["a", "b"], ["3", "4"]])
      #expect(read.faults == [.malformedRecord(line: line, fault)])
    }
  }

  @Test func `bytes that are not UTF-8 break their record alone`() throws {
    let latin = Array("a,b\nK".utf8) + [0xF6] + Array("ln,2\n3,4\n".utf8)
    let read = try Records(of: latin)
    #expect(read.records == [["a", "b"], ["3", "4"]])
    #expect(read.faults == [.malformedRecord(line: 2, .notUTF8)])
    #expect(read.broken == [["K\u{FFFD}ln", "2"]])
  }

  @Test func `lines count inside quotes and blank ones too`() throws {
    var reader = CSVReader()
    reader.feed(Array("a\n\n\"x\r\ny\rz\n\"\r\nb\n".utf8))
    reader.finish()
    var lines: [Int] = []
    while try reader.advance() { lines.append(reader.record.line) }
    #expect(lines == [1, 3, 7])
  }

  @Test func `a record past the limit is cut and the rest of it passed over`() throws {
    let text =
      "a\n" + String(repeating: "x", count: 5000) + "\nb\n" + String(repeating: ",", count: 5000)
    for size in [1, 64, 100_000] {
      let read = try Records(of: Array(text.utf8), pieces: size, limit: 100)
      #expect(read.records == [["a"], ["b"]])
      #expect(
        read.faults.map(\.description)
          == [2, 4].map {
            "line \($0) is longer than the 100 bytes that a record may have"
          })
      #expect(read.broken.allSatisfy { $0.joined().utf8.count + $0.count <= 101 })
    }
  }

  @Test func `a record may have a million fields`() throws {
    let text = Array(String(repeating: "7,", count: 999_999).utf8) + [UInt8(ascii: "7")]
    let read = try Records(of: text, pieces: 65_536)
    #expect(read.records.map(\.count) == [1_000_000])
  }

  @Test func `two million bytes of noise end in faults, not in a trap`() throws {
    var word: UInt64 = 1400
    let noise = (0..<2_000_000).map { _ in
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: word >> 56)
    }
    var reader = CSVReader(limit: 1 << 20)
    var faults = 0
    for start in stride(from: 0, to: noise.count, by: 1 << 16) {
      reader.feed(Array(noise[start..<min(start + 1 << 16, noise.count)]))
      faults += drain(&reader)
    }
    reader.finish()
    #expect(faults + drain(&reader) > 0)
  }
}

/// Reads what it can; says how many records were broken.
private func drain(_ reader: inout CSVReader) -> Int {
  var faults = 0
  while true {
    do {
      guard try reader.advance() else { return faults }
    } catch {
      faults += 1
    }
  }
}

/// All records of a text that is fed in pieces.
private struct Records {
  var records: [[String]] = []
  var broken: [[String]] = []
  var faults: [TablesError] = []

  init(
    of bytes: [UInt8], pieces: Int = 4096, delimiter: UInt8 = UInt8(ascii: ","),
    limit: Int = 1 << 24
  ) throws {
    var reader = CSVReader(delimiter: delimiter, limit: limit)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      reader.feed(Array(bytes[start..<min(start + pieces, bytes.count)]))
      read(&reader)
    }
    reader.finish()
    read(&reader)
  }

  private mutating func read(_ reader: inout CSVReader) {
    while true {
      do {
        guard try reader.advance() else { return }
        records.append(reader.record.fields)
      } catch {
        faults.append(error)
        broken.append(reader.record.fields)
      }
    }
  }
}
