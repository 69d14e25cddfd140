import Tables

/// What runs failed of: by class, then the most frequent messages with the end of a log each.
func failures(_ evidence: Evidence) -> Section {
  let failed = evidence.classes.sum("runs")
  guard failed > 0 else {
    return Section("Failures", id: "failures", blocks: [.paragraph("No run failed.")])
  }
  var blocks: [Block] = [.paragraph("\(counted(failed, "run")) failed, reruns included.")]
  if let wide = try? evidence.classes.pivoted(row: "framework", column: "class", value: "runs") {
    blocks.append(.table(DataTable("Failed runs by class", id: "failures-by-class", wide)))
  }
  let messages = evidence.messages.selecting(["class", "message", "runs", "frameworks", "datasets"])
  blocks.append(
    .table(
      DataTable(
        "The most frequent messages", id: "failure-messages",
        columns: messages.columns, rows: messages.rows.map { $0.map(cell) })))
  return Section("Failures", id: "failures", blocks: blocks + logs(evidence.messages))
}

/// A message may be as long as a log: as much is read as fits a few lines.
private func cell(_ value: Value) -> DataTable.Cell {
  guard let text = value.string else {
    return DataTable.Cell(value, shown: value.isNull ? "no message" : nil)
  }
  return DataTable.Cell(.text(String(text.prefix(300))), shown: nil)
}

/// The end of one log for each message that has any.
private func logs(_ messages: Table) -> [Block] {
  guard let log = try? messages.index(of: "log_end"),
    let message = try? messages.index(of: "message"),
    let framework = try? messages.index(of: "framework")
  else { return [] }
  return messages.rows.compactMap { row in
    guard let text = row[log].string, !text.isEmpty else { return nil }
    let words = row[message].string.map { String($0.prefix(80)) } ?? "no message"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).suffix(16)
    return .folded(
      "The end of a log of \(row[framework].string ?? ""): \(words)",
      [.listing(lines.joined(separator: "\n"))])
  }
}
