/// The beginning and the end of a text of any length.
///
/// Causes stand at the end of a log and circumstances at its beginning, so what is left out is the
/// middle.
package struct CappedLog: Sendable {
  private let half: Int
  private var head: [UInt8] = []
  /// What came after the head: its last bytes, at most twice as many as are kept.
  private var tail: [UInt8] = []
  private var leftOut = 0

  /// A log that keeps `limit` bytes.
  package init(limit: Int = 1 << 20) {
    half = limit / 2
  }

  package mutating func append(_ bytes: some Collection<UInt8>) {
    let room = half - head.count
    head.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room))
    // Seldom, as moving the end forward costs as much as reading it did.
    guard tail.count > 2 * half else { return }
    leftOut += tail.count - half
    tail.removeFirst(tail.count - half)
  }

  /// The text kept; bytes that are not UTF-8 become U+FFFD and a gap says how long it is.
  package var text: String {
    let end = tail.suffix(half)
    let leftOut = leftOut + tail.count - end.count
    guard leftOut > 0 else { return String(decoding: head + end, as: UTF8.self) }
    return String(decoding: head, as: UTF8.self) + "\n[\(leftOut) bytes left out]\n"
      + String(decoding: end, as: UTF8.self)
  }
}
