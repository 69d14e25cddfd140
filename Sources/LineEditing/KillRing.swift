/// What was cut, the latest last; `yank` puts the latest back, and older ones when asked again.
struct KillRing: Equatable {
  private var entries: [[Character]] = []
  /// Steps back from the latest, while older ones are asked for.
  private var turns = 0

  private static let most = 60

  /// Keeps what was cut; with `joining`, as one piece with what was cut before it.
  ///
  /// - Parameter backwards: whether it stood before the last piece, not behind it.
  mutating func add(_ cut: ArraySlice<Character>, joining: Bool, backwards: Bool) {
    turns = 0
    if joining, let last = entries.popLast() {
      entries.append(backwards ? cut + last : last + cut)
    } else {
      entries.append(Array(cut))
      if entries.count > Self.most { entries.removeFirst() }
    }
  }

  /// The latest piece.
  mutating func latest() -> [Character]? {
    turns = 0
    return entries.last
  }

  /// The piece before the one given last, and the latest after the oldest.
  mutating func older() -> [Character]? {
    guard !entries.isEmpty else { return nil }
    turns = (turns + 1) % entries.count
    return entries[entries.count - 1 - turns]
  }
}
