/// What was typed before, the oldest first and none twice; kept in a file that only its owner can read.
///
/// An entry may have several lines. Sessions that run at once add to one file; each has in view what
/// was there when it began and what it added itself.
package struct History {
  package private(set) var entries: [String] = []
  private let file: HistoryFile?

  /// Entries beyond this many are forgotten, the oldest first.
  static let limit = 10_000

  /// Reads the history in `file`; nil keeps none, and one that is missing or unreadable is empty.
  package init(file: String? = nil) {
    self.file = file.map(HistoryFile.init)
    entries = Self.newest(self.file?.read() ?? [])
  }

  /// Adds what was typed, unless it is blank or starts with a space; an equal entry before it goes away.
  ///
  /// A file that cannot be written costs the history of later sessions, not this one.
  package mutating func add(_ text: String) {
    let entry = String(text.drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
    guard !entry.allSatisfy(\.isWhitespace), entry.first != " " else { return }
    let isRepeated = entry == entries.last
    entries.removeAll { $0 == entry }
    entries.append(entry)
    if entries.count > Self.limit { entries.removeFirst() }
    if !isRepeated { file?.append(entry) }
  }

  /// Forgets everything, in the file too.
  package mutating func clear() {
    entries = []
    file?.clear()
  }

  /// The last of entries that are equal, and of those no more than the limit.
  static func newest(_ entries: [String]) -> [String] {
    var known: Set<String> = []
    return entries.reversed().filter { known.insert($0).inserted }.prefix(limit).reversed()
  }
}
