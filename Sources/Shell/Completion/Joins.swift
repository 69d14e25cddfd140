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
    /// The lower the likelier.
    var rank: Int
    /// Whether they hold a primary key.
    var isKey: Bool
  }

  /// The pairs by which `relation`, with these columns, may be joined to another, the likeliest first.
  func pairs(_ columns: [SQLColumn], _ others: [SQLColumn]) -> [Pair] {
    var pairs: [Pair] = []
    for other in others {
      guard let otherOrigin = other.origin else { continue }
      let identity = catalog.identity(of: otherOrigin)
      guard catalog.isUnique(identity) else { continue }
      for column in columns {
        guard let origin = column.origin, catalog.identity(of: origin) == identity
        else { continue }
        let rank = rank(origin, otherOrigin, identity)
        let isKey = catalog.column(identity)?.isKey ?? false
        pairs.append(Pair(column: column.name, other: other.name, rank: rank, isKey: isKey))
      }
    }
    return pairs.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  /// First what the other refers to, then what refers to the other, then two that show one key, then
  /// two that refer to a third.
  private func rank(
    _ origin: SQLColumn.Origin, _ other: SQLColumn.Origin, _ identity: SQLColumn.Origin
  ) -> Int {
    switch (origin == identity, other == identity) {
    case (true, false): 0
    case (false, true): 1
    case (true, true): 2
    case (false, false): 3
    }
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
