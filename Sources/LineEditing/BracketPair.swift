internal import Tables

/// The bracket at the cursor and its partner: at it or, when there is none, right before it.
///
/// Brackets in strings and comments, known by their paint, are not counted.
///
/// - Returns: both places, the bracket at the cursor first; nil without a bracket or a partner within
///   10,000 characters.
func bracketPair(
  in characters: [Character], paints: [Paint], cursor: Int
) -> (Int, Int)? {
  func kind(_ place: Int) -> (partner: Character, step: Int)? {
    guard characters.indices.contains(place) else { return nil }
    let paint = paints.indices.contains(place) ? paints[place] : .plain
    if paint == .string || paint == .comment { return nil }
    return brackets[characters[place]]
  }
  guard let start = [cursor, cursor - 1].first(where: { kind($0) != nil }),
    let (partner, step) = kind(start)
  else { return nil }
  var depth = 0
  var place = start
  for _ in 0..<10_000 where characters.indices.contains(place) {
    if kind(place) != nil {
      if characters[place] == characters[start] { depth += 1 }
      if characters[place] == partner { depth -= 1 }
      if depth == 0 { return (start, place) }
    }
    place += step
  }
  return nil
}

private let brackets: [Character: (partner: Character, step: Int)] = [
  "(": (")", 1), "[": ("]", 1), "{": ("}", 1), ")": ("(", -1), "]": ("[", -1), "}": ("{", -1),
]
