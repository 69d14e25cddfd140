/// Whole numbers in ascending order.
///
/// Two passes put them in the order of their leading 16 binary digits; numbers that agree in these
/// are sorted by the rest of their digits. A few are sorted by insertion.
///
/// **Source**: least significant digit first, a byte a pass (Knuth, The art of computer programming
/// 3, 5.2.5), within most significant first.
/// - Complexity: O(n) for every 16 digits of the largest; less where few numbers share the first.
package func radixSorted<Number: FixedWidthInteger & UnsignedInteger>(_ numbers: [Number])
  -> [Number]
{
  let digits = Number.bitWidth - numbers.reduce(0, |).leadingZeroBitCount
  var (sorted, scratch) = (numbers, numbers)
  sorted.withUnsafeMutableBufferPointer { sorted in
    scratch.withUnsafeMutableBufferPointer { sort(sorted, $0, digits) }
  }
  return sorted
}

/// Sorts numbers that agree in all but their last `digits` binary digits; `scratch` has their room.
private func sort<Number: FixedWidthInteger & UnsignedInteger>(
  _ numbers: UnsafeMutableBufferPointer<Number>, _ scratch: UnsafeMutableBufferPointer<Number>,
  _ digits: Int
) {
  guard numbers.count > 40 else { return insert(numbers) }
  let rest = max(0, digits - 16)
  deal(numbers, into: scratch, by: rest)
  deal(scratch, into: numbers, by: max(0, digits - 8))
  guard rest > 0 else { return }
  var start = 0
  for end in 1...numbers.count
  where end == numbers.count || numbers[end] &>> rest != numbers[start] &>> rest {
    if end - start > 1 {
      let run = start..<end
      sort(.init(rebasing: numbers[run]), .init(rebasing: scratch[run]), rest)
    }
    start = end
  }
}

/// Copies numbers in the order of the byte that begins at `shift`; those that agree in it keep theirs.
private func deal<Number: FixedWidthInteger & UnsignedInteger>(
  _ numbers: UnsafeMutableBufferPointer<Number>,
  into dealt: UnsafeMutableBufferPointer<Number>, by shift: Int
) {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
    starts.initialize(repeating: 0)
    for number in numbers { starts[Int(truncatingIfNeeded: number &>> shift & 255)] &+= 1 }
    var start = 0
    for digit in starts.indices { (starts[digit], start) = (start, start &+ starts[digit]) }
    for number in numbers {
      let digit = Int(truncatingIfNeeded: number &>> shift & 255)
      dealt[starts[digit]] = number
      starts[digit] &+= 1
    }
  }
}

private func insert(_ numbers: UnsafeMutableBufferPointer<some FixedWidthInteger>) {
  for place in numbers.indices.dropFirst() {
    let number = numbers[place]
    var hole = place
    while hole > 0, numbers[hole - 1] > number {
      numbers[hole] = numbers[hole - 1]
      hole -= 1
    }
    numbers[hole] = number
  }
}
