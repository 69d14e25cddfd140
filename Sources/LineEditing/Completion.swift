/// What may stand for the word before the cursor.
package struct Completion: Sendable, Equatable {
  package struct Candidate: Sendable, Equatable {
    /// What is put in place of the word.
    package var text: String
    /// One word for what it is, such as `table`, `column`, `function`, `value`.
    package var kind: String
    /// What else a person should know of it: a signature, a type, a table.
    package var detail: String
    /// Whether nothing can follow at once, so that a space is put behind it.
    package var isWhole: Bool

    package init(_ text: String, kind: String = "", detail: String = "", isWhole: Bool = true) {
      self.text = text
      self.kind = kind
      self.detail = detail
      self.isWhole = isWhole
    }
  }

  /// Characters before the cursor that a candidate replaces.
  package var typed: Int
  /// The likeliest first.
  package var candidates: [Candidate]

  package init(typed: Int = 0, candidates: [Candidate] = []) {
    self.typed = typed
    self.candidates = candidates
  }

  /// The longest start that all candidates share, letters compared without case; nil for none.
  var common: String? {
    guard var common = candidates.first?.text else { return nil }
    for candidate in candidates.dropFirst() {
      let shared = zip(common, candidate.text).prefix { $0.lowercased() == $1.lowercased() }.count
      common = String(common.prefix(shared))
    }
    return common
  }
}
