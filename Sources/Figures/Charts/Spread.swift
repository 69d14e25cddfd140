/// At most `limit` of the indices below `count`, evenly from the first to the last.
func spread(_ count: Int, to limit: Int) -> [Int] {
  guard count > limit else { return Array(0..<count) }
  return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
}
