/// The groups into which things fall that are joined, directly or over others; each ascends, and
/// the groups are in the order of their first.
/// - Complexity: O(n^2).
func connectedGroups(of count: Int, joined: (Int, Int) -> Bool) -> [[Int]] {
  var groups: [[Int]] = []
  var seen = [Bool](repeating: false, count: count)
  for start in 0..<count where !seen[start] {
    seen[start] = true
    var (group, next) = ([start], 0)
    while next < group.count {
      for other in 0..<count where !seen[other] && joined(group[next], other) {
        seen[other] = true
        group.append(other)
      }
      next += 1
    }
    groups.append(group.sorted())
  }
  return groups
}
