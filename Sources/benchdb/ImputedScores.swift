import Tables

/// How many of the scores that a table holds were made, not measured: what is reckoned from them says
/// so.
struct ImputedScores {
  let made, all: Int
  private let byFramework: [String: Int]

  /// Reads the columns `imputed` and, where a row is a mean, `scores`; without the former nothing is
  /// known to be made.
  init(_ table: Table, framework: String) {
    let imputed = try? table.index(of: "imputed")
    let (scores, place) = (try? table.index(of: "scores"), try? table.index(of: framework))
    var (made, all, byFramework) = (0, 0, [String: Int]())
    for row in table.rows {
      let count = imputed.flatMap { row[$0].number }.map { Int($0) } ?? 0
      made += count
      all += scores.flatMap { row[$0].number }.map { Int($0) } ?? 1
      if let name = place.flatMap({ row[$0].description }) {
        byFramework[name, default: 0] += count
      }
    }
    (self.made, self.all, self.byFramework) = (made, all, byFramework)
  }

  /// `17 of 363 scores are imputed: a missing score counts as ...`; nil without any.
  func words(_ rule: String?) -> String? {
    guard made > 0 else { return nil }
    let how = rule.map { ": \($0)" } ?? ""
    return "\(grouped(made)) of \(counted(all, "score")) \(made == 1 ? "is" : "are") imputed\(how)"
  }

  /// A finding with a column `imputed`: of the frameworks that a row is about, else of all.
  func mark(_ finding: Table) -> Table {
    guard made > 0 else { return finding }
    let names = ["a", "b", "framework", "treatment", "control"]
    let places = finding.columns.indices.filter { names.contains(finding.columns[$0]) }
    return Table(
      columns: finding.columns + ["imputed"],
      rows: finding.rows.map { row in
        let counts = places.compactMap { row[$0].string }.compactMap { byFramework[$0] }
        return row + [.integer(Int64(counts.isEmpty ? made : counts.reduce(0, +)))]
      })
  }
}
