/// Positions of tasks in rows.
enum Slices {
  /// The rows of `0..<count` that `begun` leaves.
  static func gaps(in count: Int, without begun: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var next = 0
    for row in begun.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < row.lowerBound, next < count { gaps.append(next...min(row.lowerBound, count) - 1) }
      next = max(next, row.upperBound + 1)
    }
    if next < count { gaps.append(next...count - 1) }
    return gaps
  }

  /// Cuts rows so that `width` workers have much the same to do: no piece is longer than a fair share,
  /// and those of one row differ by one at most.
  static func cut(_ rows: [ClosedRange<Int>], for width: Int) -> [ClosedRange<Int>] {
    let total = rows.map(\.count).reduce(0, +)
    let share = max(1, (total + width - 1) / max(1, width))
    return rows.flatMap { row in
      let pieces = (row.count + share - 1) / share
      return (0..<pieces).map { piece in
        row.lowerBound + row.count * piece / pieces...row.lowerBound
          + row.count * (piece + 1) / pieces - 1
      }
    }
  }
}
