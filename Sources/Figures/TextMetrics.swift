/// How wide a text will be, so that labels are measured before they are placed.
///
/// The widths are those of DejaVu Sans, the widest of the faces that `system-ui` names on the common
/// systems: what fits in it fits in San Francisco, Segoe UI, Roboto and Helvetica too.
///
/// **Units**: pixels at the font size given. **Edge cases**: a character outside the table counts as
/// wide as the widest of its kind (a full em for CJK and emoji, nothing for combining marks).
enum TextMetrics {
  enum Weight: Sendable { case regular, semibold }

  static func width(_ text: String, size: Double, weight: Weight = .regular) -> Double {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + advance(of: $1, weight) }
    return Double(hundredths) / 100 * size
  }

  /// `text`, or its head and tail around an ellipsis when it is wider than `limit`.
  ///
  /// The tail stays because versions stand there.
  static func fitted(
    _ text: String, to limit: Double, size: Double, weight: Weight = .regular
  ) -> String {
    // No label needs more characters than this, and measuring a megabyte would take its time.
    let characters = Array(text.prefix(400))
    if characters.count == text.count, width(text, size: size, weight: weight) <= limit {
      return text
    }
    for kept in stride(from: characters.count - 1, through: 1, by: -1) {
      let tail = kept / 3
      let shortened =
        String(characters.prefix(kept - tail)) + "…" + String(characters.suffix(tail))
      if width(shortened, size: size, weight: weight) <= limit { return shortened }
    }
    return "…"
  }

  /// `pieces` set into lines no wider than `limit`, joined by `separator` within a line.
  ///
  /// A piece that is wider than a line by itself is broken between its words.
  static func lines(
    of pieces: [String], joinedBy separator: String, to limit: Double, size: Double,
    weight: Weight = .regular
  ) -> [String] {
    var lines: [String] = []
    for piece in pieces where !piece.isEmpty {
      let joined = (lines.last.map { $0 + separator } ?? "") + piece
      if !lines.isEmpty, width(joined, size: size, weight: weight) <= limit {
        lines[lines.count - 1] = joined
      } else {
        lines += broken(piece, to: limit, size: size, weight: weight)
      }
    }
    return lines
  }

  private static func broken(
    _ text: String, to limit: Double, size: Double, weight: Weight
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let joined = (lines.last.map { $0 + " " } ?? "") + word
      if !lines.isEmpty, width(joined, size: size, weight: weight) <= limit {
        lines[lines.count - 1] = joined
      } else {
        lines.append(fitted(String(word), to: limit, size: size, weight: weight))
      }
    }
    return lines
  }

  private static func advance(of scalar: Unicode.Scalar, _ weight: Weight) -> Int {
    let table = weight == .regular ? regular : semibold
    switch scalar.value {
    case 32..<127: return table[Int(scalar.value) - 32]
    case 0x300..<0x370, 0x200B...0x200D, 0xFE00...0xFE0F: return 0
    case 0x00B7: return 38
    case 0x2013: return 50
    case 0xA0..<0x250: return weight == .regular ? 66 : 74
    case 0x250..<0x1100: return 80
    default: return 100
    }
  }

  /// Advances of the characters 32 to 126 in hundredths of an em, rounded up.
  private static let regular = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
    100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]

  private static let semibold = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37,
    70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 59,
    100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86,
    74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50,
    50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69,
    72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
  ]
}
