/// What a pickle has built so far, each by its number: a list may be filled after others refer to it.
struct PickleHeap {
  enum Object {
    /// A value without parts.
    case plain(PickleValue)
    /// A `str` of Python 2, of which nobody knows whether it is text.
    case string([UInt8])
    /// A value of parts, which stand at that place of `parts`.
    case collection(Collection, place: Int)
    /// Something that may be called, and has not been.
    case callable(PickleCallable)
    case numpyType(NumpyType)
  }

  enum Collection {
    case list, tuple, set
    /// Its parts are keys and values in turn.
    case dictionary
  }

  private var objects: [Object] = []
  private var parts: [[Int]] = []

  /// Keeps `object`; its number.
  mutating func add(_ object: Object) -> Int {
    objects.append(object)
    return objects.count - 1
  }

  /// Keeps a value of parts; its number.
  mutating func add(_ kind: Collection, of numbers: [Int]) -> Int {
    parts.append(numbers)
    return add(.collection(kind, place: parts.count - 1))
  }

  subscript(number: Int) -> Object {
    get { objects[number] }
    set { objects[number] = newValue }
  }

  /// The parts of a value that is of `kind`; nil for any other.
  func parts(of number: Int, _ kind: Collection) -> [Int]? {
    guard case .collection(kind, let place) = objects[number] else { return nil }
    return parts[place]
  }

  /// Adds parts to a list, a set or a dictionary.
  mutating func append(
    _ numbers: [Int], to number: Int, _ kind: Collection
  ) throws(PickleFault) {
    guard case .collection(kind, let place) = objects[number] else { throw .misplaced }
    if kind == .dictionary, !numbers.count.isMultiple(of: 2) { throw .tooFewValues }
    parts[place] += numbers
  }
}
