/// How a figure should look and what its subtitle should say beyond the data.
package struct FigureOptions: Sendable, Equatable {
  /// What ids inside the SVG begin with; the stored query's name. Nil takes the chart's.
  package var name: String?
  /// Pixels from edge to edge, one of `widths`; a paper has its own.
  package var width = 720
  package var theme = Theme.auto
  package var paper: Paper?
  /// The metric that the values are, as a reader would call it: `F1`.
  package var metric: String?
  package var budget: String?
  package var source: String?
  /// What became of missing runs, in words: `2 failed runs imputed by the constant predictor`.
  package var imputation: String?
  /// What else a reader should know of the values.
  package var note: String?
  /// All the frameworks that share colours, those the figure does not show included. Figures that are
  /// given the same list of up to eight paint each alike.
  package var frameworks: [String] = []
  /// The frameworks to keep in colour where there are more than eight.
  package var highlight: [String] = []

  /// The widths that a figure can have.
  package static let widths = 320...2_400

  package init() {}
}

/// A printed page's column: black on white, its width in millimetres.
package enum Paper: String, Sendable, CaseIterable {
  case oneColumn = "88mm"
  case twoColumns = "180mm"

  var millimetres: Int { self == .oneColumn ? 88 : 180 }

  /// Units across. At 96 to the inch times 1.25, the 13 units of a label print as 7.8 points.
  var units: Int { self == .oneColumn ? 416 : 850 }
}
