/// What was done to a text, so that it can be taken back and done again.
struct UndoLog: Equatable {
  /// `removed` stood at `place`, and `inserted` was put there.
  struct Change: Equatable {
    var place: Int
    var removed: [Character]
    var inserted: [Character]

    var reversed: Change { Change(place: place, removed: inserted, inserted: removed) }

    func carryOut(on characters: inout [Character]) {
      characters.replaceSubrange(place..<place + removed.count, with: inserted)
    }
  }

  private var done: [Change] = []
  private var undone: [Change] = []

  private static let most = 2_000

  /// Keeps a change; with `joining` as one with the last, if together they are one piece of typing or
  /// of deleting.
  mutating func add(_ change: Change, joining: Bool) {
    undone = []
    if joining, let joined = done.last.flatMap({ union($0, change) }) {
      done[done.count - 1] = joined
    } else {
      done.append(change)
      if done.count > Self.most { done.removeFirst() }
    }
  }

  /// The change that takes the last one back; nil when there is none.
  mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change.reversed
  }

  /// The change that does again what was taken back last.
  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}

/// Both changes as one: typing on within a word and the blanks behind it, or deleting on in either
/// direction; nil where they are two.
private func union(_ first: UndoLog.Change, _ second: UndoLog.Change) -> UndoLog.Change? {
  var both = first
  if first.removed.isEmpty, second.removed.isEmpty {
    guard second.place == first.place + first.inserted.count, let last = first.inserted.last,
      let next = second.inserted.first, next.isWhitespace || !last.isWhitespace
    else { return nil }
    both.inserted += second.inserted
    return both
  }
  guard first.inserted.isEmpty, second.inserted.isEmpty else { return nil }
  if second.place == first.place {
    both.removed += second.removed
  } else if second.place + second.removed.count == first.place {
    both.place = second.place
    both.removed = second.removed + first.removed
  } else {
    return nil
  }
  return both
}
