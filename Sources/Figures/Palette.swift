/// Which colour, shape and dash each framework has.
///
/// Up to eight frameworks each get a slot of their own, the one its name hashes to or the next free
/// one: a framework keeps its slot from figure to figure unless a neighbour that hashes alike comes
/// before it in the alphabet. Where a figure shows more than eight, only the highlighted ones are
/// coloured.
struct Palette: Sendable, Equatable {
  static let size = 8

  private let slots: [String: Int]

  /// - Parameters:
  ///   - shown: the frameworks in the figure.
  ///   - shared: all that figures beside it show; up to eight have the same slots in each of them.
  ///   - highlight: those to colour where more than eight are shown, the first eight of them.
  init(shown: [String], sharedWith shared: [String] = [], highlight: [String] = []) {
    let candidates = [Set(shown).union(shared), Set(shown), Set(highlight.prefix(Self.size))]
    let coloured = candidates.first { $0.count <= Self.size } ?? []
    var slots: [String: Int] = [:]
    var taken: Set<Int> = []
    for name in coloured.sorted() {
      let wanted = Int(fingerprint(name) % UInt64(Self.size))
      let slot = (0..<Self.size).map { (wanted + $0) % Self.size }.first { !taken.contains($0) }
      guard let slot else { break }
      slots[name] = slot
      taken.insert(slot)
    }
    self.slots = slots
  }

  func paint(of name: String) -> Paint {
    slots[name].map(Paint.series) ?? .quiet
  }

  /// The second cue beside colour, for dots.
  func shape(of name: String) -> Dot.Shape {
    slots[name].map { Dot.Shape.allCases[$0] } ?? .circle
  }

  /// The second cue beside colour, for lines: a dash pattern, nil for a solid line.
  func dash(of name: String) -> String? {
    slots[name].flatMap { Self.dashes[$0] }
  }

  func isColoured(_ name: String) -> Bool { slots[name] != nil }

  private static let dashes: [String?] = [
    nil, "7 3", "2 2.5", "9 3 2 3", "4 2", "12 3", "5 2 1.5 2 1.5 2", "1 3",
  ]
}

/// The 64-bit FNV-1a hash of the name's UTF-8 (Fowler, Noll and Vo): the same on every machine, which
/// Swift's own hash is not.
private func fingerprint(_ name: String) -> UInt64 {
  name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
