internal import Tables

extension LineEditor {
  /// What `key` does while the history is searched.
  ///
  /// Enter runs the match, Tab and all keys that edit take it; Escape returns to what was typed.
  mutating func searching(_ key: Key) -> Outcome? {
    guard let sought = search?.sought else { return nil }
    switch key {
    case .text(let text): search?.seek(sought + text)
    case .paste(let text): search?.seek(sought + text.prefix { $0 != "\n" })
    case .backspace: search?.seek(String(sought.dropLast()))
    case .control("u"), .control("w"): search?.seek("")
    case .control("r"), .up, .control("p"): search?.step(1)
    case .control("s"), .down, .control("n"): search?.step(-1)
    case .control("g"), .control("c"), .escape: search = nil
    case .unknown: break
    default:
      let isTaken = takeMatch()
      switch key {
      case .enter: return isTaken ? enter() : nil
      case .tab, .right: return nil
      default: return handle(key)
      }
    }
    return nil
  }

  /// Ends the search with the match as the text, and says whether there is one.
  private mutating func takeMatch() -> Bool {
    defer { search = nil }
    guard let match = search?.match else { return false }
    buffer.replace(with: history[match.entry])
    return true
  }

  /// Lays out what is sought, which match this is of how many, and the match.
  func layOut(_ search: HistorySearch, in layout: inout EditLayout) {
    layout.put(search.sought)
    layout.markCursor()
    layout.put(search.sought.isEmpty ? "search> " : search.counter, .dim)
    let text = search.match.map { history[$0.entry] } ?? (search.sought.isEmpty ? buffer.text : "")
    let characters = Array(text)
    let paints = Painting.paints(of: characters, colours ? highlight(text) : [])
    let letters = (search.match?.ranges ?? []).map { (range: $0, paint: Paint.match) }
    let matched = Painting.paints(of: characters, letters)
    for (index, character) in characters.enumerated() {
      layOut(character, matched[index] == .match ? .match : paints[index], in: &layout)
    }
  }
}
