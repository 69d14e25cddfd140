import TestSupport
import Testing

@testable import Tables

@Suite struct PickleValueTests {
  @Test func `the example in the documentation reads as it says`() throws {
    let tasks = try PickleValue(pickle: Array("(lp0\n(lp1\nI7\naVtpot\np2\naa.".utf8))
    #expect(tasks == .list([.list([.integer(7), .text("tpot")])]))
  }

  // MARK: What five Pythons and four numpys wrote

  @Test(arguments: try PickleFixture.all("tasks"))
  func `tasks with seeds from numpy are lists of plain values`(pickle: PickleFixture) throws {
    #expect(
      try PickleValue(pickle: pickle.bytes)
        == .list([
          .list([0, "auto-sklearn", 31, "classification", 75]),
          .list([7, "tpot", "31", "regression", 85]),
        ]))
  }

  @Test(arguments: try PickleFixture.all("plain"))
  func `every plain value is read`(pickle: PickleFixture) throws {
    #expect(
      try PickleValue(pickle: pickle.bytes)
        == .list([
          .none, .bool(true), .bool(false),
          0, 255, 256, 65535, 65536, -1, .integer(1 << 31), .integer(.min), .integer(.max),
          .real(1.5), .real(-0.1), .real(.infinity),
          "", "lłé'\"\\\n😀", .bytes([0xFF, 0]),
          .tuple([]), .tuple([1]), .tuple([1, 2]), .tuple([1, 2, 3]), .tuple([1, 2, 3, 4]),
          .dictionary([PickleValue.Entry(key: "a", value: .list([1]))]), .set([1]), .set([2]),
          .list([1]), .list([1]),
        ]))
  }

  @Test(arguments: try PickleFixture.all("numpy"))
  func `numpy's scalars are the values they hold`(pickle: PickleFixture) throws {
    #expect(
      try PickleValue(pickle: pickle.bytes)
        == .list([
          -75, .integer(1 << 30), 200, .real(0.1), .real(0.5), .bool(true), .bool(false), "tpot",
          .bytes([0xFF, UInt8(ascii: "a")]),
        ]))
  }

  @Test(arguments: try PickleFixture.all("large"))
  func `a whole number past 64 bits is refused`(pickle: PickleFixture) {
    #expect(fault(of: pickle.bytes) == .tooLarge)
  }

  @Test(arguments: try PickleFixture.all("array") + PickleFixture.all("half"))
  func `what numpy has beyond that is refused by its name`(pickle: PickleFixture) {
    let name = fault(of: pickle.bytes).flatMap {
      if case .calls(let name) = $0 { name } else { nil }
    }
    let known = [
      "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct",
      "numpy._core.numeric._frombuffer", "numpy.core.numeric._frombuffer", "numpy.dtype(\"f2\")",
    ]
    #expect(name.map(known.contains) == true, "\(name ?? "read")")
  }

  // MARK: What nobody should run

  @Test(arguments: [
    "cos\nsystem\n(S'true'\ntR.", "\u{80}\u{4}\u{8c}\u{2}os\u{8c}\u{6}system\u{93}.",
    "(S'true'\nios\nsystem\n.", "(lcos\nsystem\na.", "cos\nsystem\n0I1\n.",
  ])
  func `a call is refused by name, however it is spelled`(pickle: String) {
    #expect(fault(of: bytes(pickle)) == .calls("os.system"))
  }

  @Test(
    arguments: [
      ("cnumpy\ndtype\n.", .calls("numpy.dtype")), ("(lcnumpy\ndtype\na.", .calls("numpy.dtype")),
      ("cnumpy\ndtype\n(tR.", .calls("numpy.dtype")), ("I1\n(tR.", .misplaced),
      ("I1\nI2\nb.", .misplaced), ("c_codecs\nencode\n(VK\nVrot13\ntR.", .calls("_codecs.encode")),
      ("c__builtin__\nset\n(I1\ntR.", .calls("set")), ("(I1\no.", .calls("a class")),
      ("Pname\n.", .refersOutside("an object kept elsewhere")),
      ("\u{82}\u{1}.", .refersOutside("a class by a registered number")),
      ("\u{97}.", .refersOutside("a buffer kept elsewhere")),
    ] as [(String, PickleFault)])
  func `what is no plain value is refused`(pickle: String, expected: PickleFault) {
    #expect(fault(of: bytes(pickle)) == expected)
  }

  // MARK: What is broken

  @Test(
    arguments: [
      ("", .cutShort), (".", .tooFewValues), ("\n", .noInstruction(10)),
      ("I1\n.I2\n.", .trailing(4)),
      ("\u{80}\u{6}N.", .protocolNumber(6)), ("(.", .tooFewValues), ("N(0a.", .tooFewValues),
      ("N(a.", .tooFewValues), ("t.", .tooFewValues), ("NNa.", .misplaced),
      ("(NNe.", .tooFewValues),
      ("N(Ne.", .misplaced), ("}(Nu.", .tooFewValues), ("(Nd.", .tooFewValues),
      ("2.", .tooFewValues),
      ("(l(lu.", .tooFewValues), ("p0\n.", .tooFewValues), ("g7\n.", .nothingKept(7)),
      ("h\u{9}.", .nothingKept(9)), ("pone\n.", .notNumber), ("Ione\n.", .notNumber),
      ("I--1\n.", .notNumber), ("L99999999999999999999L\n.", .tooLarge), ("Fx\n.", .notNumber),
      ("S'a\n.", .notText), ("S'\\q'\n.", .notText), ("S'\\x+1'\n.", .notText), ("S'\n.", .notText),
      ("V\\ud800\n.", .notText), ("V\\u12\n.", .notText), ("V\\U00110000\n.", .notText),
      ("X\u{1}\u{0}\u{0}\u{0}\u{FF}.", .notText), ("\u{8a}\u{9}123456789.", .tooLarge),
      ("X\u{FF}\u{FF}\u{FF}\u{FF}a.", .cutShort),
      ("\u{8e}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}.", .cutShort),
      ("\u{95}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{7F}N.", .cutShort),
    ] as [(String, PickleFault)])
  func `a broken pickle is told by what is wrong with it`(pickle: String, expected: PickleFault) {
    #expect(fault(of: bytes(pickle)) == expected)
  }

  @Test(arguments: try PickleFixture.all("tasks"))
  func `a pickle cut short at any byte is refused there`(pickle: PickleFixture) {
    for count in 0..<pickle.bytes.count {
      #expect(fault(of: Array(pickle.bytes[..<count])) == .cutShort, "after \(count) bytes")
    }
  }

  @Test func `an error is one sentence with the place`() {
    let error = #expect(throws: TablesError.self) {
      try PickleValue(pickle: bytes("(lcos\nsystem\n."))
    }
    #expect(
      error?.description
        == "at byte 2, the pickle wants to call os.system; only plain lists, tuples, numbers and texts "
        + "are read")
  }

  // MARK: What is larger than it looks

  @Test func `a list within itself is refused`() {
    #expect(fault(of: bytes("(lp0\ng0\na.")) == .nested(limit: 64))
    let doubled = "(lp0\ng0\nag0\na."
    #expect(fault(of: bytes(doubled)) == .nested(limit: 64))
  }

  @Test func `lists of lists are read to a depth of 64`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      bytes(String(repeating: "(", count: depth) + String(repeating: "l", count: depth) + ".")
    }
    #expect(fault(of: nested(64)) == nil)
    #expect(fault(of: nested(65)) == .nested(limit: 64))
    #expect(fault(of: nested(200_000)) == .nested(limit: 64))
  }

  @Test func `a few bytes cannot stand for more values than are allowed`() {
    // Each list holds the one before twice: 2^40 values in 320 bytes.
    let doubling = (0..<40).map { "(lp\($0 + 1)\ng\($0)\nag\($0)\na" }.joined()
    #expect(fault(of: bytes("(lp0\n" + doubling + ".")) == .tooMany(limit: 1 << 20))
    #expect(fault(of: bytes("(NNNl."), limit: 3) == .tooMany(limit: 3))
    #expect(fault(of: bytes("(NNNl."), limit: 4) == nil)
    let long = bytes(String(repeating: "N0", count: 20) + "N.")
    #expect(fault(of: long, limit: 5) == .tooLong(limit: 40))
  }

  @Test func `many appends one by one take time in proportion`() throws {
    let count = 100_000
    let value = try PickleValue(
      pickle: bytes("(l" + String(repeating: "I1\na", count: count) + "."))
    guard case .list(let values) = value else { return #expect(Bool(false)) }
    #expect(values.count == count)
  }

  @Test(arguments: try PickleFixture.all("plain") + PickleFixture.all("numpy"))
  func `no change of a byte or two brings the reader down`(pickle: PickleFixture) {
    var random = Xorshift()
    for _ in 0..<300 {
      var changed = pickle.bytes
      for _ in 0..<random.next(below: 3) + 1 {
        changed[random.next(below: changed.count)] = UInt8(random.next(below: 256))
      }
      _ = fault(of: changed, limit: 1 << 12)
    }
  }
}

/// What the reader refuses a pickle for; nil if it reads it.
private func fault(of pickle: [UInt8], limit: Int = 1 << 20) -> PickleFault? {
  do throws(TablesError) {
    _ = try PickleValue(pickle: pickle, limit: limit)
    return nil
  } catch {
    if case .malformedPickle(_, let fault) = error { return fault }
    return nil
  }
}

/// A byte for each character, which is to be of Latin 1.
private func bytes(_ latin1: String) -> [UInt8] {
  latin1.unicodeScalars.map { UInt8($0.value) }
}

extension PickleValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
}

/// Marsaglia's xorshift, JSS 8 (2003): the same changes each time.
private struct Xorshift {
  var state: UInt64 = 88_172_645_463_325_252

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
