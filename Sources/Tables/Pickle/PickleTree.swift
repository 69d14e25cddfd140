/// Turns what a pickle has built into one value, shared parts as often as they are referred to.
struct PickleTree {
  private static let depthLimit = 64

  private let heap: PickleHeap
  private let limit: Int
  private var count = 0
  private var depth = 0

  init(_ heap: PickleHeap, limit: Int) {
    self.heap = heap
    self.limit = limit
  }

  mutating func value(_ number: Int) throws(PickleFault) -> PickleValue {
    count += 1
    guard count <= limit else { throw .tooMany(limit: limit) }
    switch heap[number] {
    case .plain(let value): return value
    case .string(let bytes):
      return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes(bytes)
    case .collection(let kind, _): return try value(number, kind)
    case .callable(let callable): throw .calls(callable.name)
    case .numpyType: throw .calls(PickleCallable.numpyType.name)
    }
  }

  private mutating func value(
    _ number: Int, _ kind: PickleHeap.Collection
  ) throws(PickleFault) -> PickleValue {
    guard depth < Self.depthLimit else { throw .nested(limit: Self.depthLimit) }
    depth += 1
    defer { depth -= 1 }
    var values: [PickleValue] = []
    for part in heap.parts(of: number, kind) ?? [] { values.append(try value(part)) }
    return switch kind {
    case .list: .list(values)
    case .tuple: .tuple(values)
    case .set: .set(values)
    case .dictionary: .dictionary(entries(values))
    }
  }

  private func entries(_ values: [PickleValue]) -> [PickleValue.Entry] {
    stride(from: 0, to: values.count, by: 2).map {
      PickleValue.Entry(key: values[$0], value: values[$0 + 1])
    }
  }
}
