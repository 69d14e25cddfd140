/// Words that are told apart by their bytes, each with its position: a hash table with open addressing.
///
/// - Complexity: O(length of the word) to look up and to add.
struct WordIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; the next begins there.
  private var ends: [Int] = []
  /// The position of a word plus one; 0 where a slot is free. Their number is a power of two.
  private var slots = [Int32](repeating: 0, count: 8)

  var count: Int { ends.count }

  /// The position of `word`, counted from 0; nil for one that was not added.
  func position(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let found = slots[slot(of: word)]
    return found > 0 ? Int(found) - 1 : nil
  }

  /// Adds a word, unless it is there.
  ///
  /// - Returns: its position, and whether it is new.
  mutating func insert(
    _ word: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (position: Int, isNew: Bool) {
    if let position = position(of: word) { return (position, false) }
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    if 2 * ends.count > slots.count { grow() } else { slots[slot(of: word)] = Int32(ends.count) }
    return (ends.count - 1, true)
  }

  /// The slot that holds `word`, or the free one where it belongs.
  private func slot(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let mask = slots.count - 1
    var slot = hash(word) & mask
    while slots[slot] > 0, !holds(word, at: Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
    return slot
  }

  private func holds(_ word: Slice<UnsafeBufferPointer<UInt8>>, at position: Int) -> Bool {
    let start = position == 0 ? 0 : ends[position - 1]
    guard ends[position] - start == word.count else { return false }
    return word.indices.allSatisfy { word[$0] == bytes[start + $0 - word.startIndex] }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    let (bytes, ends) = (bytes, ends)
    bytes.withUnsafeBufferPointer { bytes in
      for position in ends.indices {
        let word = bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
        slots[slot(of: word)] = Int32(position + 1)
      }
    }
  }
}

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
private func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return Int(truncatingIfNeeded: hash ^ (hash >> 32))
}
