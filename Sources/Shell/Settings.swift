/// How the prompt shows results: what `.mode`, `.x`, `.digits`, `.rows` and their like change.
struct Settings: Equatable {
  enum Records: String, CaseIterable {
    case off, on, auto
  }

  enum Rows: Equatable, CustomStringConvertible {
    /// As many as are easily read and the screen holds; so many; every one.
    case auto
    case most(Int)
    case all

    var description: String {
      switch self {
      case .auto: "auto"
      case .most(let count): String(count)
      case .all: "all"
      }
    }
  }

  enum Pager: String, CaseIterable {
    /// Never; for what was asked for whole, as by `.last`; for everything.
    case off, auto, on
  }

  /// A format's name; `auto` is a box on a terminal, TSV in a pipe or file.
  var mode = "auto"
  /// Whether rows are written as records, a line per value: `auto` where columns would be left out.
  var records = Records.off
  /// Significant digits of a real; nil for all.
  var digits: Int? = 6
  /// What stands for NULL; nil for the format's own.
  var nullText: String?
  /// Rows shown before the middle is left out.
  var rows = Rows.auto
  /// Rows fetched before a query is ended; nil for all.
  var limit: Int?
  /// Whether the footer tells the time.
  var timer = true
  /// When a pager shows what is longer than the screen.
  var pager = Pager.auto
  /// The pager's command; nil for the environment's.
  var pagerCommand: String?
  /// Whether a result comes with how SQLite went about it.
  var plan = false
}
