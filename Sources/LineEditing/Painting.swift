internal import Tables

/// How each character of a text is painted, worked out once for each text.
struct Painting {
  private(set) var paints: [Paint] = []
  private var revision: Int?

  /// The paints of the buffer's characters.
  mutating func update(
    for buffer: EditBuffer, by highlight: (String) -> [(range: Range<Int>, paint: Paint)]
  ) {
    guard revision != buffer.revision else { return }
    revision = buffer.revision
    paints = Self.paints(of: buffer.characters, highlight(buffer.text))
  }

  /// The paint of each character, from ranges of UTF-8 bytes; where two overlap, the one that starts
  /// later.
  static func paints(
    of characters: [Character], _ ranges: [(range: Range<Int>, paint: Paint)]
  ) -> [Paint] {
    var paints = [Paint](repeating: .plain, count: characters.count)
    var waiting = ranges.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    var current: (range: Range<Int>, paint: Paint)?
    var offset = 0
    for (index, character) in characters.enumerated() {
      while let next = waiting.first, next.range.lowerBound <= offset {
        current = next
        waiting.removeFirst()
      }
      if let current, current.range.upperBound > offset { paints[index] = current.paint }
      offset += character.utf8.count
    }
    return paints
  }
}
