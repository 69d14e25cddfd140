/// Kendall's tau-b of paired values, from -1 to 1: how many more of all pairs of pairs go the same way
/// than go opposite ways, over the geometric mean of how many differ on either side.
///
/// ```
/// kendall([1, 2, 3, 4], [1, 2, 4, 3])   // 0.6666666666666666: 5 of 6 go the same way, 1 does not
/// ```
///
/// **Edge cases**: NaN where either side is constant, nil for fewer than two pairs. Infinities are
/// compared; a NaN is a mistake of the caller.
///
/// **Source**: Kendall, Rank correlation methods (1948), 3; counted as Knight does, A computer method
/// for calculating Kendall's tau with ungrouped data, JASA 61 (1966).
/// - Complexity: O(n log n).
package func kendall(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "values come in pairs")
  guard first.count > 1 else { return nil }
  let pairs = zip(first, second).sorted { $0 < $1 }
  let all = first.count * (first.count - 1) / 2
  let tiedFirst = tiedPairs(pairs) { $0.0 == $1.0 }
  let tiedBoth = tiedPairs(pairs) { $0 == $1 }
  var values = pairs.map(\.1)
  var room = values
  let opposite = sortCountingSwaps(&values, &room, 0..<values.count)
  let tiedSecond = tiedPairs(values, by: ==)
  guard tiedFirst < all, tiedSecond < all else { return .nan }
  let balance = all - tiedFirst - tiedSecond + tiedBoth - 2 * opposite
  return Double(balance) / (Double(all - tiedFirst) * Double(all - tiedSecond)).squareRoot()
}

/// How many pairs can be made within runs of equal neighbours.
private func tiedPairs<T>(_ sorted: [T], by equal: (T, T) -> Bool) -> Int {
  var (count, run) = (0, 0)
  for place in sorted.indices.dropFirst() {
    run = equal(sorted[place - 1], sorted[place]) ? run + 1 : 0
    count += run
  }
  return count
}

/// Merge-sorts a part of `values` and says how many pairs in it stood in the wrong order.
private func sortCountingSwaps(
  _ values: inout [Double], _ room: inout [Double], _ part: Range<Int>
) -> Int {
  guard part.count > 1 else { return 0 }
  let middle = part.lowerBound + part.count / 2
  var swaps =
    sortCountingSwaps(&values, &room, part.lowerBound..<middle)
    + sortCountingSwaps(&values, &room, middle..<part.upperBound)
  var (left, right) = (part.lowerBound, middle)
  for place in part {
    if right == part.upperBound || left < middle && values[left] <= values[right] {
      room[place] = values[left]
      left += 1
    } else {
      room[place] = values[right]
      right += 1
      swaps += middle - left
    }
  }
  values.replaceSubrange(part, with: room[part])
  return swaps
}
