import Tables
import Testing

struct ARFFReaderTests {
  @Test func `the example of the documentation holds`() throws {
    var reader = ARFFReader()
    reader.feed(
      Array("@relation r\n@attribute n numeric\n@attribute c {a,'b c'}\n@data\n1,'b c'\n".utf8))
    reader.finish()
    var rows: [[Double]] = []
    while try reader.advance() { rows.append([reader.row.number(0), reader.row.number(1)]) }
    #expect(rows == [[1, 1]])
    #expect(reader.relation == "r")
    #expect(
      reader.attributes == [
        ARFFAttribute(name: "n", kind: .number),
        ARFFAttribute(name: "c", kind: .nominal(["a", "b c"])),
      ])
  }

  static let header = """
    % a comment
    @RELATION 'two words'

    @Attribute 'sepal length' REAL % in cm
    @attribute\t"kind" { red , 'dark blue', "it\\'s" }
    @attribute note string
    @DATA

    """

  @Test(arguments: [
    ("1,red,x", "1.0|red|x"),
    ("  1.5e3 ,\t'dark blue' , \"a, b\"  ", "1500.0|dark blue|a, b"),
    ("-.5,\"it's\",'say \\\"yes\\\"'", "-0.5|it's|say \"yes\""),
    ("?,?,?", "-|-|-"),
    ("1,,", "1.0|-|-"),
    ("1,red,'?'", "1.0|red|?"),
    ("1 red x", "1.0|red|x"),
    ("1\tred\tx", "1.0|red|x"),
    ("1,red,x,", "1.0|red|x"),
    ("'2',red,5% % a discount", "2.0|red|5%"),
    ("nan,red,''", "-|red|"),
    ("1,red,'\\u00f6\\t\\101\\\\\\%'", "1.0|red|ö\tA\\%"),
    ("{}", "0.0|red|0"),
    ("{ 0 7 , 1 'dark blue' }", "7.0|dark blue|0"),
    ("{2 x,0 ?}", "-|red|x"),
    ("{1 red, 2 'a } b'} % sparse", "0.0|red|a } b"),
  ])
  func `a row is read, however it is cut into pieces`(line: String, row: String) throws {
    for text in [Self.header + line, "\u{FEFF}" + Self.header + line + "\n% end\n\n"] {
      for size in [1, 2, 3, 7, 1000] {
        let read = try ARFFText(Array(text.utf8), pieces: size)
        #expect(read.rows == [row], "in pieces of \(size)")
        #expect(read.faults.isEmpty)
      }
    }
    let windows = (Self.header + line + "\n").replacing("\n", with: "\r\n")
    #expect(try ARFFText(Array(windows.utf8)).rows == [row])
  }

  @Test(arguments: [
    ("1,red", ARFFFault.valueCount(2, expected: 3)),
    ("1,red,x,y", .valueCount(4, expected: 3)),
    ("1,dark blue,x", .undeclared("dark", attribute: "kind")),
    ("1,Red,x", .undeclared("Red", attribute: "kind")),
    ("1,'',x", .undeclared("", attribute: "kind")),
    ("one,red,x", .notNumber("one", attribute: "sepal length")),
    ("'?',red,x", .notNumber("?", attribute: "sepal length")),
    ("1,red,'x", .openQuote),
    ("1,red,'x\\", .openQuote),
    ("1,red,'x'y", .textAfterQuote),
    ("1,red,'\\x'", .escape),
    ("1,red,'\\u00g1'", .escape),
    ("1,red,x,{5}", .weight),
    ("{0 1", .openBrace),
    ("{0 1},{5}", .weight),
    ("{0 1} 2", .textAfterBrace),
    ("{3 1}", .index("3", attributes: 3)),
    ("{-1 1}", .index("-1", attributes: 3)),
    ("{kind red}", .index("kind", attributes: 3)),
    ("{0 1, 0 2}", .repeatedIndex(0)),
    ("{0, 1 red}", .noValue(index: 0)),
    ("1,red,\0", .zeroByte),
  ])
  func `a broken row is thrown once and the next is read`(line: String, fault: ARFFFault) throws {
    let text = Self.header + "1,red,x\n\(line)\n2,red,y\n"
    for size in [1, 5, 1000] {
      let read = try ARFFText(Array(text.utf8), pieces: size)
      #expect(read.rows == ["1.0|red|x", "2.0|red|y"])
      #expect(read.faults == [.malformedARFF(line: 9, fault)])
    }
  }

  @Test(arguments: [
    ("", 0, ARFFFault.noData),
    ("@relation r\n@attribute a real\n", 2, .noData),
    ("@relation r\n@data\n1\n", 2, .noAttributes),
    ("1,2\n", 1, .noDeclaration("1")),
    ("@relation r\n@attributes a real\n", 2, .noDeclaration("@attributes")),
    ("@attribute\n", 1, .noName),
    ("@attribute a\n", 1, .unknownType("", attribute: "a")),
    ("@attribute a float\n", 1, .unknownType("float", attribute: "a")),
    ("@attribute bag relational\n@attribute x real\n@end bag\n", 1, .relational(attribute: "bag")),
    ("@attribute a real\n@attribute a real\n", 2, .repeatedAttribute("a")),
    ("@attribute a {x, y\n@data\n", 1, .openBrace),
    ("@attribute a {x,y,'x'}\n", 1, .repeatedValue("x", attribute: "a")),
    ("@attribute 'a real\n", 1, .openQuote),
    ("@attribute d date \"yyyy G\"\n", 1, .datePattern("G", attribute: "d")),
    ("@attribute d date \"dd MMM yy\"\n", 1, .datePattern("MMM", attribute: "d")),
    ("@\0r\0", 1, .zeroByte),
  ])
  func `after a broken declaration there are no rows`(
    text: String, line: Int, fault: ARFFFault
  ) throws {
    let read = try ARFFText(Array(text.utf8))
    #expect(read.rows.isEmpty)
    #expect(read.faults == [.malformedARFF(line: line, fault)])
  }

  @Test func `what is not UTF-8 is Latin-1`() throws {
    let text =
      Array("@attribute stra".utf8) + [0xDF] + Array("e {K".utf8) + [0xF6]
      + Array("ln,Ulm}\n@data\nUlm\nK".utf8) + [0xF6] + Array("ln\n".utf8)
    let read = try ARFFText(text)
    #expect(read.names == ["straße"])
    #expect(read.rows == ["Ulm", "Köln"])
  }

  @Test func `a line past the limit is passed over`() throws {
    let text = Array(
      "@attribute a string\n@data\nshort\n\(String(repeating: "x", count: 99))\nb".utf8)
    let read = try ARFFText(text, pieces: 10, limit: 50)
    #expect(read.rows == ["short", "b"])
    #expect(read.faults == [.malformedARFF(line: 4, .tooLong(limit: 50))])
  }

  @Test func `a nominal attribute may have many values`() throws {
    let values = (0..<5000).map { "v\($0)" }
    let text = "@attribute a {\(values.joined(separator: ","))}\n@data\nv4999\nv0\nv2500\nv5000\n"
    let read = try ARFFText(Array(text.utf8))
    #expect(read.numbers == [[4999], [0], [2500]])
    #expect(read.faults == [.malformedARFF(line: 6, .undeclared("v5000", attribute: "a"))])
  }

  @Test func `a table has numbers and texts`() throws {
    let text = "@attribute n real\n@attribute c {a}\n@data\n1.5,a\n?,?\n"
    let table = try Table(arff: Array(text.utf8))
    #expect(table == Table(columns: ["n", "c"], rows: [[1.5, "a"], [nil, nil]]))
  }

  @Test func `any bytes give rows or faults, and an end`() throws {
    let alphabet = Array("@attribute data{}%'\"\\,? \t\n\r12x\u{E9}".utf8)
    for seed in UInt64(0)..<300 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      let bytes = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let text = Array("@attribute a {1,x}\n@attribute b string\n@data\n".utf8) + bytes
      let whole = try ARFFText(text)
      let cut = try ARFFText(text, pieces: 3)
      #expect(whole.rows == cut.rows)
      #expect(whole.faults == cut.faults)
      _ = try ARFFText(bytes)
    }
  }
}

/// All that a reader finds in a text.
private struct ARFFText {
  var rows: [String] = []
  var numbers: [[Double]] = []
  var faults: [TablesError] = []
  var names: [String] = []

  init(_ bytes: [UInt8], pieces size: Int = 1000, limit: Int = 1 << 20) throws {
    var reader = ARFFReader(limit: limit)
    var rest = bytes[...]
    var isOver = false
    while !isOver {
      isOver = rest.isEmpty
      if isOver { reader.finish() } else { reader.feed(Array(rest.prefix(size))) }
      rest = rest.dropFirst(size)
      while readOn(&reader) {}
    }
    names = reader.attributes.map(\.name)
  }

  private mutating func readOn(_ reader: inout ARFFReader) -> Bool {
    do throws(TablesError) {
      guard try reader.advance() else { return false }
    } catch {
      faults.append(error)
      return true
    }
    let cells = reader.attributes.indices.map { index in
      guard case .number = reader.attributes[index].kind else {
        return reader.row.text(index) ?? "-"
      }
      return reader.row.isMissing(index) ? "-" : "\(reader.row.number(index))"
    }
    rows.append(cells.joined(separator: "|"))
    numbers.append(reader.attributes.indices.map { reader.row.number($0) })
    return true
  }
}
