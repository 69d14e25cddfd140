internal import Tables

/// `text` as it is shown while editing: what would not show by itself is written out, a tab as four
/// spaces, others by their code.
func visible(_ text: String) -> String {
  if text.allSatisfy(isVisible) { return text }
  return text.reduce(into: "") { $0 += isVisible($1) ? String($1) : written($1) }
}

/// Whether a character shows as itself, in a cell of its own or two.
func isVisible(_ character: Character) -> Bool {
  guard let first = character.unicodeScalars.first else { return true }
  if first.value < 0x300 { return first.properties.generalCategory != .control }
  // A terminal would put a mark, or half a syllable, into the cell of whatever stands before it.
  return displayWidth(of: character) > 0 && ("a" + String(character)).count == 2
}

/// A character by its code.
func written(_ character: Character) -> String {
  if character == "\t" { return "    " }
  let text = escapingControls(in: String(character))
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  return character.unicodeScalars.map { "\\u" + String($0.value, radix: 16) }.joined()
}
