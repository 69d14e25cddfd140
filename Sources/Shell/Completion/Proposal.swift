internal import LineEditing
internal import Tables

/// A candidate before it is ranked.
struct Proposal {
  var candidate: Completion.Candidate
  /// What typed letters are looked for in.
  var name: String
  /// How likely its kind is at the place: the lower the likelier.
  var rank: Int

  init(
    _ text: String, _ kind: String, detail: String = "", name: String? = nil, rank: Int,
    isWhole: Bool = true
  ) {
    candidate = Completion.Candidate(text, kind: kind, detail: detail, isWhole: isWhole)
    self.name = name ?? text
    self.rank = rank
  }
}

/// The candidates that fit what is typed, the likeliest first and each text once.
///
/// What begins with the letters comes before what only holds them; among the former the place decides,
/// among the latter the match.
func ranked(_ proposals: [Proposal], for word: String) -> [Completion.Candidate] {
  var seen: Set<String> = []
  let fitting = proposals.enumerated().compactMap { index, proposal -> Ranked? in
    guard let order = order(proposal, word, index), isTypeable(proposal.candidate.text) else {
      return nil
    }
    return Ranked(candidate: proposal.candidate, order: order)
  }
  return fitting.sorted { $0.order < $1.order }
    .map(\.candidate)
    .filter { seen.insert($0.text).inserted }
}

private typealias Order = (tier: Int, rank: Int, index: Int)

private struct Ranked {
  var candidate: Completion.Candidate
  /// Compared from the first number on; the lower the better.
  var order: Order
}

private func order(_ proposal: Proposal, _ word: String, _ index: Int) -> Order? {
  if word.isEmpty { return (0, proposal.rank, index) }
  let name = proposal.name.lowercased()
  let typed = word.lowercased()
  if name == typed { return (0, proposal.rank, index) }
  if name.hasPrefix(typed) { return (1, proposal.rank, index) }
  guard let match = FuzzyMatch(of: word, in: proposal.name), begins(match, in: proposal.name) else {
    return nil
  }
  return (2, proposal.rank * 6 - match.score, index)
}

/// Whether a text holds only what keys give: a name that a statement itself makes up may hold anything.
func isTypeable(_ text: String) -> Bool {
  if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return true }
  return text.unicodeScalars.allSatisfy {
    $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) && $0.properties.generalCategory != .format
  }
}

/// Whether a match is more than chance: its first letter begins a word, or its letters stand together.
private func begins(_ match: FuzzyMatch, in name: String) -> Bool {
  guard let first = match.positions.first, let last = match.positions.last else { return true }
  let letters = Array(name)
  let startsWord = first == 0 || !(letters[first - 1].isLetter || letters[first - 1].isNumber)
  return startsWord || match.positions.count > 1 && last - first == match.positions.count - 1
}
