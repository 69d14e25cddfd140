internal import Tables

/// The candidates of a completion as a list below the text, one of them chosen.
struct CompletionMenu {
  let completion: Completion
  /// What the candidates stand for; its letters are marked in them.
  private let typed: String
  private(set) var chosen = 0

  /// Rows of candidates shown at once.
  private static let most = 8

  var candidate: Completion.Candidate { completion.candidates[chosen] }

  /// Nil without candidates.
  init?(_ completion: Completion, typed: String) {
    guard !completion.candidates.isEmpty else { return nil }
    (self.completion, self.typed) = (completion, typed)
  }

  /// Chooses the candidate so many steps on; behind the last comes the first.
  mutating func step(_ steps: Int) {
    let count = completion.candidates.count
    chosen = ((chosen + steps) % count + count) % count
  }

  /// Chooses a screenful on or back, no further than the ends.
  mutating func page(_ steps: Int) {
    chosen = min(max(0, chosen + steps * Self.most), completion.candidates.count - 1)
  }

  // MARK: Drawing

  /// The list, no wider and no higher than there is room; a last row counts when not all are shown.
  func rows(width: Int, height: Int, colours: Bool, unicode: Bool) -> [[Frame.Cell]] {
    let candidates = completion.candidates
    let isWhole = candidates.count <= min(Self.most, height)
    let shown = isWhole ? candidates.count : min(Self.most, height - 1)
    guard shown > 0 else { return [] }
    let first = min(chosen / shown * shown, candidates.count - shown)
    let columns = Columns(candidates, width: width - 2, ellipsis: unicode ? "…" : "..")
    var rows = (first..<first + shown).map { index in
      columns.row(
        candidates[index], marking: typed, isChosen: index == chosen, colours: colours)
    }
    if !isWhole {
      var count: [Frame.Cell] = []
      count.append(" \(chosen + 1) of \(candidates.count)", .dim)
      rows.append(count.prefix(columns: width))
    }
    return rows
  }

  /// The widths of the three columns.
  private struct Columns {
    let text: Int
    let kind: Int
    let detail: Int
    let ellipsis: String

    /// Texts get the room they need, then kinds, then details: those that do not fit are left out.
    init(_ candidates: [Completion.Candidate], width: Int, ellipsis: String) {
      func widest(_ part: (Completion.Candidate) -> String) -> Int {
        candidates.map { displayWidth(of: shown(part($0), ellipsis)) }.max() ?? 0
      }
      self.ellipsis = ellipsis
      text = min(widest(\.text), width)
      let kinds = widest(\.kind)
      kind = kinds > 0 && text + 2 + kinds <= width ? kinds + 2 : 0
      let room = width - text - kind - 2
      detail = room >= 8 ? min(widest(\.detail), room) : 0
    }

    func row(
      _ candidate: Completion.Candidate, marking typed: String, isChosen: Bool, colours: Bool
    ) -> [Frame.Cell] {
      var row: [Frame.Cell] = []
      let side: Paint = isChosen ? .chosen : .dim
      row.append(isChosen && !colours ? ">" : " ", isChosen ? .chosen : .plain)
      row.append(cell(candidate.text, text), isChosen ? .chosen : .plain)
      if !isChosen, !typed.isEmpty, candidate.text.allSatisfy(isVisible),
        let match = FuzzyMatch(of: typed, in: candidate.text)
      {
        for place in match.positions where place + 1 < row.count { row[place + 1].paint = .match }
      }
      if kind > 0 { row.append("  " + cell(candidate.kind, kind - 2), side) }
      if detail > 0 { row.append("  " + cell(candidate.detail, detail), side) }
      row.append(" ", side)
      return row
    }

    private func cell(_ text: String, _ width: Int) -> String {
      padded(fitting(shown(text, ellipsis), into: width, ellipsis: ellipsis), to: width)
    }
  }
}

/// What is shown of a candidate's text: nothing in it may break its row, or the locale.
private func shown(_ text: String, _ ellipsis: String) -> String {
  visible(text).replacing("…", with: ellipsis)
}
