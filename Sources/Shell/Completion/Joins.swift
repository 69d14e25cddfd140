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
    var pairs: [Pair] = []
    for otherColumn in other.columns {
      guard let otherOrigin = otherColumn.origin else { continue }
      let identity = catalog.identity(of: otherOrigin)
      guard catalog.isUnique(identity) else { continue }
      for column in side.columns {
        guard let origin = column.origin, catalog.identity(of: origin) == identity else { continue }
        let rank =
          isSameName(side.name, identity.table) && origin == identity
          ? 0
          : isSameName(other.name, identity.table) && otherOrigin == identity
            ? 1 : origin == identity || otherOrigin == identity ? 2 : 3
        let isKey = catalog.column(identity)?.isKey ?? false
        pairs.append(Pair(column: column.name, other: otherColumn.name, rank: rank, isKey: isKey))
      }
    }
    return pairs.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
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
