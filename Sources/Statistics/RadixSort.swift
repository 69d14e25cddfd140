/// Whole numbers in ascending order.
///
/// **Source**: least significant digit first, a byte a pass (Knuth, The art of computer programming
/// 3, 5.2.5), where there are enough numbers for it to pay; else the library's sort.
/// - Complexity: O(n) for each byte of the largest.
func radixSorted<Number: FixedWidthInteger & UnsignedInteger>(_ numbers: [Number]) -> [Number] {
  guard numbers.count > 256 else { return numbers.sorted() }
  let all = numbers.reduce(0, |)
  var (sorted, scratch) = (numbers, numbers)
  var starts = [Int](repeating: 0, count: 256)
  for shift in stride(from: 0, to: Number.bitWidth - all.leadingZeroBitCount, by: 8) {
    for digit in starts.indices { starts[digit] = 0 }
    for number in sorted { starts[Int(truncatingIfNeeded: number >> shift & 255)] += 1 }
    var start = 0
    for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
    for number in sorted {
      let digit = Int(truncatingIfNeeded: number >> shift & 255)
      scratch[starts[digit]] = number
      starts[digit] += 1
    }
    swap(&sorted, &scratch)
  }
  return sorted
}
