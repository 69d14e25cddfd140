internal import SQLSyntax

/// Finds how relations can be joined: by columns that hold the same table's key.
///
/// A foreign key makes two columns alike, in either direction, and a view's column is like the column
/// that it shows. So `results.run_id` is joined with `runs.id`, and `results.dataset_id`, which shows
/// `datasets.openml_id`, never with `datasets.id`.
struct Joins {
  let catalog: Catalog

  /// A pair of columns that hold the same.
  struct Pair {
    var column: String
    var other: String
    /// 0 for the key that the other refers to, 1 for what refers to the other's key, 2 where one shows a
    /// third table's key, 3 where both refer to it.
    var rank: Int
    /// Whether they hold a primary key.
    var isKey: Bool
  }

  /// A relation with its columns: the name that the catalog has, empty for a subquery.
  typealias Side = (name: String, columns: [SQLColumn])

  /// The pairs by which one relation may be joined to another, the likeliest first.
  func pairs(_ side: Side, _ other: Side) -> [Pair] {
    let keys = keys(of: side)
    var pairs: [Pair] = []
    for theirs in self.keys(of: other) where catalog.isUnique(theirs.identity) {
      for ours in keys where ours.identity == theirs.identity {
        let isKey = catalog.column(ours.identity)?.isKey ?? false
        pairs.append(
          Pair(column: ours.name, other: theirs.name, rank: rank(ours, theirs), isKey: isKey))
      }
    }
    return pairs.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  /// A column that holds some table's values.
  private struct Key {
    var name: String
    /// The column that it refers to in the end.
    var identity: SQLColumn.Origin
    /// Whether it shows that column's values without referring to it.
    var isShown: Bool
    /// Whether it is that column.
    var isOwn: Bool
  }

  private func keys(of side: Side) -> [Key] {
    side.columns.compactMap { column in
      column.origin.map { origin in
        let identity = catalog.identity(of: origin)
        return Key(
          name: column.name, identity: identity, isShown: origin == identity,
          isOwn: origin == identity && isSameName(side.name, identity.table))
      }
    }
  }

  private func rank(_ ours: Key, _ theirs: Key) -> Int {
    if ours.isOwn { return 0 }
    if theirs.isOwn { return 1 }
    return ours.isShown || theirs.isShown ? 2 : 3
  }

  /// A name for `relation` that no one of `taken` has: the first letters of its words, as `sd` for
  /// `study_datasets`.
  static func alias(for relation: String, taken: [String]) -> String {
    let letters = relation.split(separator: "_").compactMap(\.first).map(String.init).joined()
    let base = letters.lowercased().filter { $0.isLetter && $0.isASCII }
    let candidates = [base] + (2...99).map { "\(base)\($0)" }
    return candidates.first { candidate in
      !base.isEmpty && sqlName(candidate) == candidate
        && !sqlKeywords.contains(candidate.uppercased())
        && !taken.contains { isSameName($0, candidate) }
    } ?? relation
  }
}
