import Statistics
import Tables

/// What was expected, what came, and what that does to the comparison.
func coverage(_ evidence: Evidence, _ blocks: Blocks) -> Section {
  let standings = evidence.standings
  let expected = standings.sum("expected")
  var parts: [Block] = [
    .shares([
      Share(.finished, "finished", standings.sum("finished")),
      Share(.failed, "failed", standings.sum("failed")),
      Share(.neverRun, "never run", standings.sum("never_run")),
    ])
  ]
  parts += flags(evidence, blocks).map(Block.warning)
  parts.append(
    .paragraph(
      "\(counted(expected, "task")) expected of \(counted(standings.rows.count, "framework")). "
        + sentence(evidence.rule)))
  parts.append(
    .table(
      DataTable(
        "Tasks by framework", id: "coverage-table",
        standings.selecting([
          "framework", "expected", "finished", "failed", "never_run", "datasets", "scores",
          "imputed",
        ]))))
  return Section("What is missing", id: "coverage", blocks: parts)
}

/// What a reader must know before believing a ranking.
private func flags(_ evidence: Evidence, _ blocks: Blocks) -> [String] {
  var flags: [String] = []
  if !blocks.incomplete.isEmpty {
    let all = blocks.names.count + blocks.incomplete.count
    let lacking = blocks.treatments.compactMap { name -> String? in
      let lacks = blocks.incomplete.filter { $0.missing.contains(name) }.map(\.name)
      return lacks.isEmpty ? nil : "\(name) lacks \(lacks.count) (\(list(lacks, most: 3)))"
    }
    flags.append(
      "Frameworks have scores on different datasets: ranks use the \(blocks.names.count) of \(all) "
        + "that all of them have. \(lacking.joined(separator: "; ")).")
  }
  let imputed = evidence.standings.sum("imputed")
  if imputed > 0 {
    flags.append(
      "\(grouped(imputed)) of \(counted(evidence.standings.sum("scores"), "score")) are imputed, not "
        + "measured; they are marked \(DataTable.Cell.dagger).")
  }
  return flags
}

extension Table {
  /// The whole numbers of a column, added up; 0 without such a column.
  func sum(_ column: String) -> Int {
    ((try? self.column(column)) ?? []).reduce(0) { $0 + Int($1.number ?? 0) }
  }

  /// The columns of those names, in that order; what is not there is left out.
  func selecting(_ names: [String]) -> Table {
    let places = names.compactMap { try? index(of: $0) }
    return Table(
      columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}
