/// The few functions that pickles of plain data call, each answered by what is known of its outcome.
enum PickleCallable {
  case numpyScalar
  case numpyType
  /// How protocols 0 to 2 write bytes.
  case encode
  case bytes
  case set

  /// - Throws: `PickleFault.calls` for any other function.
  init(_ module: [UInt8], _ name: [UInt8]) throws(PickleFault) {
    let spelled = Self.spelled(module, name)
    switch spelled {
    // numpy 1 and numpy 2.
    case "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar": self = .numpyScalar
    case "numpy.dtype": self = .numpyType
    case "_codecs.encode": self = .encode
    // Python 2 and Python 3.
    case "__builtin__.bytes", "builtins.bytes": self = .bytes
    case "__builtin__.set", "builtins.set", "__builtin__.frozenset", "builtins.frozenset":
      self = .set
    default: throw .calls(spelled)
    }
  }

  /// A function by its full name, cut where it cannot be a name any more.
  static func spelled(_ module: [UInt8], _ name: [UInt8]) -> String {
    String(decoding: (module + [UInt8(ascii: ".")] + name).prefix(200), as: UTF8.self)
  }

  var name: String {
    switch self {
    case .numpyScalar: "numpy.core.multiarray.scalar"
    case .numpyType: "numpy.dtype"
    case .encode: "_codecs.encode"
    case .bytes: "bytes"
    case .set: "set"
    }
  }

  /// The number of what the function would give for `given`, which is added to the heap.
  func outcome(_ given: [Int], in heap: inout PickleHeap) throws(PickleFault) -> Int {
    if self == .set, given.count == 1, let parts = heap.parts(of: given[0], .list) {
      return heap.add(.set, of: parts)
    }
    return heap.add(try outcome(given.map { heap[$0] }))
  }

  private func outcome(_ given: [PickleHeap.Object]) throws(PickleFault) -> PickleHeap.Object {
    switch (self, given.count, given.first, given.last) {
    case (.numpyType, 3, .plain(.text(let code))?, _): .numpyType(try NumpyType(Array(code.utf8)))
    case (.numpyType, 3, .string(let code)?, _): .numpyType(try NumpyType(code))
    case (.numpyScalar, 2, .numpyType(let type)?, .plain(.bytes(let bytes))?),
      (.numpyScalar, 2, .numpyType(let type)?, .string(let bytes)?):
      try type.scalar(bytes)
    case (.encode, 2, .plain(.text(let text))?, .plain(.text("latin1"))?):
      .plain(.bytes(try latin1(text)))
    case (.bytes, 0, _, _): .plain(.bytes([]))
    default: throw .calls(name)
    }
  }

  private func latin1(_ text: String) throws(PickleFault) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { throw .notText }
      bytes.append(byte)
    }
    return bytes
  }
}
