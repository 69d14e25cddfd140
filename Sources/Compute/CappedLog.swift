/// The beginning and the end of a text of any length.
///
/// Causes stand at the end of a log and circumstances at its beginning, so what is left out is the
/// middle.
package struct CappedLog: Sendable {
  private let half: Int
  private var head: [UInt8] = []
  /// The last bytes after the head, in a ring once it is full; `next` is where the oldest stands.
  private var tail: [UInt8] = []
  private var next = 0
  private var leftOut = 0

  /// A log that keeps `limit` bytes.
  package init(limit: Int = 1 << 20) {
    half = limit / 2
  }

  package mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if head.count < half {
        head.append(byte)
      } else if tail.count < half {
        tail.append(byte)
      } else {
        tail[next] = byte
        next = (next + 1) % half
        leftOut += 1
      }
    }
  }

  /// The text kept; bytes that are not UTF-8 become U+FFFD and a gap says how long it is.
  package var text: String {
    let end = tail[next...] + tail[..<next]
    guard leftOut > 0 else { return String(decoding: head + end, as: UTF8.self) }
    return String(decoding: head, as: UTF8.self) + "\n[\(leftOut) bytes left out]\n"
      + String(decoding: end, as: UTF8.self)
  }
}
