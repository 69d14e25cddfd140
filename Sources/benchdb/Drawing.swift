import Figures
import Tables
import Warehouse

/// A stored query's figure, with the look and the words that its table calls for.
struct Drawing {
  private let spec: FigureSpec
  private var options = FigureOptions()

  /// - Parameters:
  ///   - look: nil for what a page of its own has.
  ///   - frameworks: all that share colours, so that a framework looks alike in every figure.
  ///   - name: what ids within the SVG begin with; the query's name unless told.
  /// - Throws: `Failure` where the query has no figure.
  init(
    of query: StoredQuery, look: LookOptions?, frameworks: [String], name: String? = nil
  ) throws {
    guard let line = query.figure else {
      throw Failure(
        .noInput, "the stored query \(query.name) has no figure. \"benchdb figure --list\" does.")
    }
    spec = try FigureSpec(parsing: line)
    options.name = name ?? query.name
    options.frameworks = frameworks
    guard let look else { return }
    options.theme = look.theme
    options.paper = look.paper
    if let width = look.width { options.width = width }
  }

  /// Draws `table`; what is the same in all its rows (source, budget, metric) goes into the subtitle.
  ///
  /// - Parameter alpha: the level of a chart that tests; else what its line says.
  func figure(
    _ table: Table, imputation: String? = nil, alpha: Double? = nil
  ) throws -> Figure {
    var options = options
    options.metric = table.constant("metric")
    options.budget = table.constant("budget")
    options.source = table.constant("source")
    options.note = table.constant("note")
    options.imputation = imputation
    var spec = spec
    // What the rows of a histogram are may depend on the rule for missing runs.
    if spec.chart == "histogram", let unit = table.constant("unit") {
      spec.settings["unit"] = unit
    }
    if let alpha, ["rank-cd", "pairwise-matrix"].contains(spec.chart) {
      spec.settings["alpha"] = "\(alpha)"
    }
    return try draw(table, spec: spec, options: options)
  }
}

extension Table {
  /// The one text that a column holds in every row; nil where there is no such column or text.
  fileprivate func constant(_ column: String) -> String? {
    guard let values = try? self.column(column), let first = values.first,
      values.allSatisfy({ $0 == first })
    else { return nil }
    return first.string
  }
}

extension Store {
  /// Every framework's name, sorted.
  func frameworks() throws -> [String] {
    try table("SELECT DISTINCT name FROM frameworks ORDER BY name").rows.compactMap {
      $0[0].string
    }
  }
}
