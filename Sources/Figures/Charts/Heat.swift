internal import Tables

/// Every value as a cell: a row a dataset, a column a framework; hatched where imputed, blank where no
/// value is.
enum Heat: Chart {
  static let name = "heat"
  static let help =
    "a cell for each framework and dataset, hatched where imputed, blank where missing"
  static let channels = [
    Channel("block", "the rows: a dataset"),
    Channel("treatment", "the columns: the framework"),
    Channel("value", "the value, drawn as a colour; NULL where there is none"),
    Channel("imputed", "whether the value stands in for a failed run: above 0", isRequired: false),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]

  /// As many cells as keep the file small and a cell visible.
  static let mostCells = 7_200
  static let mostFrameworks = 60

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let cells = try HeatCells(in: input, isHigherBetter: isHigherBetter)
    guard let range = cells.range else {
      throw .tooLittle("no row has a dataset, a framework and a number, one at least is needed")
    }
    let columns = Array(cells.treatments.prefix(mostFrameworks))
    let rows = spread(cells.blocks.count, to: max(mostCells / columns.count, 1))
      .map { cells.blocks[$0] }
    let layout = HeatLayout(
      cells: cells, rows: rows, columns: columns, range: range, width: input.width,
      label: input.label, isHigherBetter: isHigherBetter)
    return Drawing(
      title: title(cells, isHigherBetter), notes: notes(cells, input.label, isHigherBetter),
      description: description(cells, isHigherBetter), height: layout.height, marks: layout.marks,
      footnotes: footnotes(cells, layout))
  }
}

// MARK: - Words

extension Heat {
  /// Who is best on most datasets.
  private static func title(_ cells: HeatCells, _ isHigherBetter: Bool) -> String {
    let wins = cells.treatments.map { cells.wins(of: $0, isHigherBetter: isHigherBetter) }
    let most = wins.max() ?? 0
    let best = zip(cells.treatments, wins).filter { $0.1 == most }.map(\.0)
    let datasets = counted(cells.blocks.count, "dataset")
    if cells.treatments.count == 1 { return "\(Phrase.list(best)) on \(datasets)" }
    if most == 0 { return "No framework alone is best on any of \(datasets)" }
    let each = best.count == 1 ? "is" : "are each"
    return "\(Phrase.list(best)) \(each) best on \(Numeral.grouped(most)) of \(datasets)"
  }

  private static func notes(
    _ cells: HeatCells, _ label: String?, _ isHigherBetter: Bool
  ) -> [String] {
    [
      label.map { "colour: \($0)" }, Phrase.better(isHigherBetter),
      "\(counted(cells.treatments.count, "framework")), best mean at the left",
      "hardest dataset on top",
      cells.imputed == 0 ? nil : "\(Numeral.grouped(cells.imputed)) imputed",
      cells.blank == 0
        ? nil
        : "\(Numeral.grouped(cells.blank)) of "
          + "\(counted(cells.blocks.count * cells.treatments.count, "cell")) without a value",
      cells.skipped == 0 ? nil : "\(counted(cells.skipped, "row")) without a name left out",
    ].compactMap { $0 }
  }

  private static func description(_ cells: HeatCells, _ isHigherBetter: Bool) -> String {
    let wins = cells.treatments.map {
      "\($0) \(cells.wins(of: $0, isHigherBetter: isHigherBetter))"
    }
    let hardest = cells.blocks.prefix(3).joined(separator: ", ")
    return "Heat map of \(counted(cells.blocks.count, "dataset")) by "
      + "\(counted(cells.treatments.count, "framework")). Best alone on so many datasets: "
      + "\(Phrase.spoken(wins)). \(Numeral.grouped(cells.blank)) cells have no value, "
      + "\(Numeral.grouped(cells.imputed)) an imputed one. Hardest: \(hardest)."
  }

  private static func footnotes(_ cells: HeatCells, _ layout: HeatLayout) -> [String] {
    let rows = cells.blocks.count - layout.rows.count
    let columns = cells.treatments.dropFirst(layout.columns.count)
    return [
      rows == 0
        ? nil
        : "\(counted(rows, "dataset")) of \(Numeral.grouped(cells.blocks.count)) not drawn, evenly "
          + "by difficulty.",
      layout.isEveryRowNamed
        ? nil : "One dataset of \(layout.rowsPerName) is named; tooltips name the rest.",
      columns.isEmpty
        ? nil : "Not drawn, of lower standing: \(Phrase.list(Array(columns), limit: 12)).",
    ].compactMap { $0 }
  }
}
