/// The machine that a pickle is a program for, with nothing in it that could call anything.
struct PickleReader {
  /// Where the instruction at work stands.
  private(set) var instruction = 0
  private(set) var heap = PickleHeap()

  private var bytes: PickleBytes
  /// Numbers of objects in the heap.
  private var stack: [Int] = []
  /// How high the stack stood at each mark; what lies below the last is out of reach.
  private var marks: [Int] = []
  /// What was kept to be referred to again, by the pickle's own numbers.
  private var memo: [Int: Int] = [:]

  init(_ bytes: PickleBytes) {
    self.bytes = bytes
  }

  /// Runs to the end; the number of the object that is left.
  ///
  /// - Parameter limit: the most instructions there may be. Each makes one object, one entry of the
  ///   stack or one of what is kept, so this bounds them all.
  mutating func run(limit: Int) throws(PickleFault) -> Int {
    var count = 0
    while true {
      instruction = bytes.position
      count += 1
      guard count <= limit else { throw .tooLong(limit: limit) }
      let byte = try bytes.byte()
      guard let next = PickleInstruction(rawValue: byte) else { throw .noInstruction(byte) }
      if next == .stop { break }
      try obey(next)
    }
    let root = try pop()
    guard bytes.count == 0 else { throw .trailing(bytes.count) }
    return root
  }

  private mutating func obey(_ instruction: PickleInstruction) throws(PickleFault) {
    if let value = try scalar(instruction) { return push(value) }
    switch instruction {
    case .protocolNumber:
      let number = try bytes.byte()
      guard number <= 5 else { throw .protocolNumber(number) }
    case .frame:
      guard try bytes.unsigned(8) <= bytes.count else { throw .cutShort }
    case .mark: marks.append(stack.count)
    case .pop: try drop()
    case .popMark: _ = try popToMark()
    case .duplicate: stack.append(try top())
    case .put: memo[try bytes.decimal()] = try top()
    case .binaryPut: memo[try bytes.unsigned(1)] = try top()
    case .longBinaryPut: memo[try bytes.unsigned(4)] = try top()
    case .memoize: memo[memo.count] = try top()
    case .get: try recall(try bytes.decimal())
    case .binaryGet: try recall(try bytes.unsigned(1))
    case .longBinaryGet: try recall(try bytes.unsigned(4))
    case .global, .stackGlobal, .reduce, .build, .instance, .object, .newObject,
      .newObjectWithKeywords, .persistentID, .binaryPersistentID, .extension1, .extension2,
      .extension4, .nextBuffer, .readOnlyBuffer:
      try call(instruction)
    default: try collect(instruction)
    }
  }
}

// MARK: - Values without parts

extension PickleReader {
  /// The value that an instruction makes of the bytes behind it; nil for one that does other things.
  private mutating func scalar(
    _ instruction: PickleInstruction
  ) throws(PickleFault) -> PickleHeap.Object? {
    switch instruction {
    case .none: .plain(.none)
    case .newTrue: .plain(.bool(true))
    case .newFalse: .plain(.bool(false))
    case .integer: .plain(try PickleLine.integer(try bytes.line()))
    case .long: .plain(try PickleLine.long(try bytes.line()))
    case .binaryInteger: .plain(.integer(PickleNumber.integer(try bytes.take(4))))
    case .binaryInteger1: .plain(.integer(Int64(try bytes.unsigned(1))))
    case .binaryInteger2: .plain(.integer(Int64(try bytes.unsigned(2))))
    case .long1: .plain(try PickleNumber.long(try bytes.take(try bytes.unsigned(1))))
    case .long4: .plain(try PickleNumber.long(try bytes.take(try bytes.unsigned(4))))
    case .float: .plain(try PickleLine.real(try bytes.line()))
    case .binaryFloat: .plain(.real(PickleNumber.real(try bytes.take(8).reversed())))
    case .string: .string(try PickleLine.string(try bytes.line()))
    case .unicode: .plain(try PickleLine.unicode(try bytes.line()))
    case .binaryString: .string(try block(4))
    case .shortBinaryString: .string(try block(1))
    case .binaryUnicode: .plain(try text(4))
    case .shortBinaryUnicode: .plain(try text(1))
    case .binaryUnicode8: .plain(try text(8))
    case .binaryBytes: .plain(.bytes(try block(4)))
    case .shortBinaryBytes: .plain(.bytes(try block(1)))
    case .binaryBytes8, .byteArray8: .plain(.bytes(try block(8)))
    default: nil
    }
  }

  /// Bytes whose number stands before them, in `size` bytes.
  private mutating func block(_ size: Int) throws(PickleFault) -> [UInt8] {
    try bytes.take(try bytes.unsigned(size))
  }

  private mutating func text(_ size: Int) throws(PickleFault) -> PickleValue {
    guard let text = String(validating: try block(size), as: UTF8.self) else { throw .notText }
    return .text(text)
  }
}

// MARK: - Values with parts

extension PickleReader {
  private mutating func collect(_ instruction: PickleInstruction) throws(PickleFault) {
    switch instruction {
    case .emptyList: push(.list, [])
    case .emptyTuple: push(.tuple, [])
    case .emptyDictionary: push(.dictionary, [])
    case .emptySet: push(.set, [])
    case .list: push(.list, try popToMark())
    case .tuple: push(.tuple, try popToMark())
    case .frozenSet: push(.set, try popToMark())
    case .dictionary:
      let parts = try popToMark()
      push(.dictionary, [])
      try add(parts, to: .dictionary)
    case .tuple1: push(.tuple, try pop(1))
    case .tuple2: push(.tuple, try pop(2))
    case .tuple3: push(.tuple, try pop(3))
    case .append: try add(try pop(1), to: .list)
    case .appends: try add(try popToMark(), to: .list)
    case .addItems: try add(try popToMark(), to: .set)
    case .setItem: try add(try pop(2), to: .dictionary)
    case .setItems: try add(try popToMark(), to: .dictionary)
    default: throw .noInstruction(instruction.rawValue)
    }
  }

  private mutating func add(
    _ parts: [Int], to kind: PickleHeap.Collection
  ) throws(PickleFault) {
    try heap.append(parts, to: try top(), kind)
  }
}

// MARK: - What other pickles call

extension PickleReader {
  /// Stands in for a call where its outcome is known to be plain data; every other is thrown.
  private mutating func call(_ instruction: PickleInstruction) throws(PickleFault) {
    switch instruction {
    case .global:
      let module = try bytes.line()
      push(.callable(try PickleCallable(module, try bytes.line())))
    case .stackGlobal:
      let names = try pop(2)
      push(.callable(try PickleCallable(try textBytes(names[0]), try textBytes(names[1]))))
    case .reduce:
      let parts = try pop(2)
      guard case .callable(let callable) = heap[parts[0]],
        let given = heap.parts(of: parts[1], .tuple)
      else { throw .misplaced }
      stack.append(try callable.outcome(given, in: &heap))
    case .build:
      let state = try pop()
      guard case .numpyType(var type) = heap[try top()] else { throw .misplaced }
      try type.take(state, in: heap)
      heap[try top()] = .numpyType(type)
    case .instance:
      let module = try bytes.line()
      throw .calls(PickleCallable.spelled(module, try bytes.line()))
    case .object, .newObject, .newObjectWithKeywords: throw .calls("a class")
    case .persistentID, .binaryPersistentID: throw .refersOutside("an object kept elsewhere")
    case .nextBuffer, .readOnlyBuffer: throw .refersOutside("a buffer kept elsewhere")
    default: throw .refersOutside("a class by a registered number")
    }
  }

  private func textBytes(_ number: Int) throws(PickleFault) -> [UInt8] {
    guard case .plain(.text(let text)) = heap[number] else { throw .misplaced }
    return Array(text.utf8)
  }
}

// MARK: - The stack and what is kept

extension PickleReader {
  private mutating func push(_ object: PickleHeap.Object) {
    stack.append(heap.add(object))
  }

  private mutating func push(_ kind: PickleHeap.Collection, _ parts: [Int]) {
    stack.append(heap.add(kind, of: parts))
  }

  private func top() throws(PickleFault) -> Int {
    guard stack.count > marks.last ?? 0, let top = stack.last else { throw .tooFewValues }
    return top
  }

  private mutating func pop() throws(PickleFault) -> Int {
    let top = try top()
    stack.removeLast()
    return top
  }

  private mutating func pop(_ count: Int) throws(PickleFault) -> [Int] {
    guard stack.count - (marks.last ?? 0) >= count else { throw .tooFewValues }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws(PickleFault) -> [Int] {
    guard let height = marks.popLast() else { throw .tooFewValues }
    defer { stack.removeLast(stack.count - height) }
    return Array(stack[height...])
  }

  /// Drops the last value, or the last mark where nothing lies upon it.
  private mutating func drop() throws(PickleFault) {
    if marks.last == stack.count { marks.removeLast() } else { _ = try pop() }
  }

  private mutating func recall(_ number: Int) throws(PickleFault) {
    guard let known = memo[number] else { throw .nothingKept(number) }
    stack.append(known)
  }
}
