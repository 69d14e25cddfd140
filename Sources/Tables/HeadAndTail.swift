/// The first and the last rows of a stream, in bounded memory.
struct HeadAndTail {
  private(set) var count = 0
  /// The first rows that were not taken yet.
  private(set) var head: [[Value]] = []
  private var taken = 0
  /// A ring: the row with number n stands at `n % tailLimit`.
  private var tail: [[Value]] = []
  private let headLimit: Int
  private let tailLimit: Int

  /// Keeps all rows for a nil `limit`, and no more than `limit` otherwise.
  init(limit: Int?) {
    let limit = limit.map { max($0, 1) }
    tailLimit = limit.map { $0 / 2 } ?? 0
    headLimit = limit.map { $0 - $0 / 2 } ?? .max
  }

  mutating func append(_ row: [Value]) {
    defer { count += 1 }
    if count < headLimit {
      head.append(row)
    } else if tail.count < tailLimit {
      tail.append(row)
    } else if tailLimit > 0 {
      tail[(count - headLimit) % tailLimit] = row
    }
  }

  /// Hands over the first rows, as many as there are by now; they are kept no longer.
  mutating func takeHead() -> [[Value]] {
    defer {
      taken += head.count
      head = []
    }
    return head
  }

  /// The rows kept, in order, and before which of them others were left out.
  var rows: (kept: [[Value]], gap: Int?) {
    let isWhole = count == taken + head.count + tail.count
    guard !isWhole, tailLimit > 0 else { return (head + tail, isWhole ? nil : head.count) }
    let oldest = (count - headLimit) % tailLimit
    return (head + tail[oldest...] + tail[..<oldest], head.count)
  }
}
