package import Tables

/// The figure that `spec` describes, drawn from `table`.
///
/// ```swift
/// let table = Table(
///   columns: ["framework", "score"],
///   rows: [["tpot", 0.81], ["tpot", 0.84], ["h2o", 0.79], ["h2o", 0.82]])
/// let figure = try draw(table, spec: FigureSpec(parsing: "box x=framework y=score"))
/// figure.title  // tpot has the highest median, 0.825
/// ```
///
/// The same table, in any order of rows, gives the same bytes.
package func draw(
  _ table: Table, spec: FigureSpec, options: FigureOptions = FigureOptions()
) throws(FigureError) -> Figure {
  let chart = try ChartList.chart(named: spec.chart)
  try check(spec.settings.keys.sorted(), of: chart)
  var options = options
  options.note = spec.settings["note"] ?? options.note
  let page = Page(options: options, name: options.name ?? spec.chart)
  let input = ChartInput(
    table: table, spec: spec, options: options, channels: chart.channels, width: page.bodyWidth)
  return page.figure(of: try chart.drawing(of: input), title: spec.settings["title"])
}

private func check(_ keys: [String], of chart: any Chart.Type) throws(FigureError) {
  let known =
    chart.channels.map(\.name) + (chart.settings + Setting.common).map(\.name)
  if let stranger = keys.first(where: { !known.contains($0) }) {
    throw .unknownKey(stranger, chart: chart.name, among: known)
  }
}
