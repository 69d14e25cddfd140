/// A walk through the entries of the history that begin with what was typed.
struct HistoryWalk: Equatable {
  /// What was typed before the walk began, to which it returns.
  private let draft: String
  /// The entry that is shown; the history's count for the draft.
  private var place: Int

  init(from draft: String, _ history: [String]) {
    self.draft = draft
    place = history.count
  }

  /// The text one step on, back in time or forth; nil when there is none.
  mutating func step(back: Bool, _ history: [String]) -> String? {
    let next =
      back
      ? history[..<place].lastIndex(where: isWanted)
      : history[min(place + 1, history.count)...].firstIndex(where: isWanted)
    guard let next else {
      guard !back, place < history.count else { return nil }
      place = history.count
      return draft
    }
    place = next
    return history[next]
  }

  private func isWanted(_ entry: String) -> Bool { begins(entry, with: draft) && entry != draft }
}

/// The newest entry that goes on from `text`, and how; nil when there is none.
func suggestion(for text: String, from history: [String]) -> String? {
  guard !text.isEmpty,
    let entry = history.last(where: { begins($0, with: text) && $0.utf8.count > text.utf8.count })
  else { return nil }
  return String(entry.utf8.dropFirst(text.utf8.count))
}

private func begins(_ entry: String, with start: String) -> Bool {
  entry.utf8.starts(with: start.utf8)
}
