/// Numbers by name, found from a name's bytes without making a string of them.
///
/// - Complexity: O(length of the name) a look-up, amortised for an insertion.
struct NameIndex {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`, in the order they came.
  private var ends: [Int] = []
  private var numbers: [Int64] = []
  /// Open addressing: each slot holds a name's position plus one, or 0; at most half are taken.
  private var slots = [Int32](repeating: 0, count: 64)
  private var last = 0

  /// The number of a name, nil if it has none yet.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int64? {
    // Results come sorted more often than not: the last name is the likeliest.
    if last < numbers.count, holds(name, at: last) { return numbers[last] }
    guard case .taken(let position) = slot(of: name) else { return nil }
    last = position
    return numbers[position]
  }

  /// Gives a name that has no number yet its number.
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>, number: Int64) {
    if numbers.count * 2 >= slots.count { grow() }
    guard case .free(let slot) = slot(of: name) else { return }
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    numbers.append(number)
    slots[slot] = Int32(numbers.count)
  }

  private enum Place {
    case taken(position: Int)
    case free(slot: Int)
  }

  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Place {
    let mask = slots.count - 1
    var slot = hash(name) & mask
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if holds(name, at: position) { return .taken(position: position) }
      slot = (slot + 1) & mask
    }
    return .free(slot: slot)
  }

  private func holds(_ name: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let range = range(of: position)
    guard range.count == name.count else { return false }
    return bytes.withUnsafeBufferPointer { $0[range].elementsEqual(name) }
  }

  private func range(of position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for position in numbers.indices {
        let name = UnsafeBufferPointer(rebasing: bytes[range(of: position)])
        guard case .free(let slot) = slot(of: name) else { continue }
        slots[slot] = Int32(position + 1)
      }
    }
  }
}

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return Int(truncatingIfNeeded: hash ^ (hash >> 32))
}
