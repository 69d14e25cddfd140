/// A kind of figure: what it reads from a table and how it draws it.
///
/// To add one: a file in `Charts/`, a line in `ChartList.all`. Its channels, settings and help stand
/// in that file.
protocol Chart: Sendable {
  static var name: String { get }
  /// What it shows, in a line.
  static var help: String { get }
  static var channels: [Channel] { get }
  /// Settings beside those every chart has, with what each does.
  static var settings: [Setting] { get }
  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing
}

extension Chart {
  static var settings: [Setting] { [] }
}

/// Something a chart reads from a column.
package struct Channel: Sendable, Equatable {
  /// What stands before `=` in a figure line, and the column read where the line does not say.
  package let name: String
  package let help: String
  package let isRequired: Bool

  init(_ name: String, _ help: String, isRequired: Bool = true) {
    self.name = name
    self.help = help
    self.isRequired = isRequired
  }
}

/// Something a chart is told, rather than reads.
package struct Setting: Sendable, Equatable {
  package let name: String
  package let help: String

  init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  static let common = [
    Setting("title", "a title instead of the finding"),
    Setting("label", "what the values are"),
    Setting("better", "higher or lower: which values are the good ones"),
    Setting("note", "what the subtitle says beside the rest"),
  ]
}

/// What a chart hands to the page: its words, and its marks from the upper left corner.
struct Drawing {
  /// The finding.
  var title: String
  /// What the subtitle says: counts, test, method; a piece each.
  var notes: [String]
  /// The picture in sentences, with its numbers.
  var description: String
  var height: Double
  var marks: [any Mark]
  /// What was left out, below the picture.
  var footnotes: [String] = []
}
