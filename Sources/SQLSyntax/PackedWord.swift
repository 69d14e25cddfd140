/// A word of at most seventeen letters, which is as long as keywords get, without regard to case.
///
/// It is looked up ten times as fast as a `String`, which counts where a long statement is painted anew at
/// each key.
struct PackedWord: Hashable {
  private var letters: (UInt64, UInt64) = (0, 0)
  private var last: UInt8 = 0

  /// Nil for what can be no keyword.
  init?(_ bytes: some Collection<UInt8>) {
    guard 2...17 ~= bytes.count else { return nil }
    for (index, byte) in bytes.enumerated() {
      let upper = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte & ~0x20 : byte
      guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= upper || upper == UInt8(ascii: "_") else {
        return nil
      }
      switch index {
      case 0..<8: letters.0 = letters.0 << 8 | UInt64(upper)
      case 8..<16: letters.1 = letters.1 << 8 | UInt64(upper)
      default: last = upper
      }
    }
  }

  static func == (a: PackedWord, b: PackedWord) -> Bool {
    a.letters == b.letters && a.last == b.last
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(letters.0)
    hasher.combine(letters.1)
    hasher.combine(last)
  }
}
