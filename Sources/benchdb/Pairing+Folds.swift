import Statistics
import Tables
import Warehouse

extension Pairing {
  /// The scores that both have on the same seeds and folds, on each dataset where there are two or
  /// more; measured ones only.
  func folds(in store: Store, _ library: QueryLibrary) throws -> [FoldPairs] {
    let query = try library.query("fold-scores")
    let direction = Direction(rawValue: first.subject.direction) ?? .higher
    var both = Table(columns: ["dataset", "framework", "seed", "fold", "value", "test_share"])
    for (side, name) in [(first, names.first), (second, names.second)] {
      let table = try store.table(
        query.sql,
        bindings: try query.bindings([
          "source": side.subject.source, "budget": side.subject.budget,
          "metric": side.subject.metric,
        ]))
      let columns = try both.columns.map { try table.index(of: $0) }
      let imputed = try table.index(of: "imputed")
      for row in table.rows
      where row[columns[1]].string == side.framework && row[imputed].number == 0 {
        var values = columns.map { row[$0] }
        values[1] = .text(name)
        if let value = values[4].number, value.isFinite { both.append(values) }
      }
    }
    guard !both.rows.isEmpty else { return [] }
    let folds = try Folds(
      both, block: "dataset", treatment: "framework", value: "value", better: direction)
    guard let one = folds.treatments.firstIndex(of: names.first),
      let other = folds.treatments.firstIndex(of: names.second)
    else { return [] }
    return folds.pairs(one, other)
  }
}
