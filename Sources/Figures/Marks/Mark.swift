import Markup

/// Something drawn: a value that knows its place and turns into an SVG element.
///
/// Charts compose marks and never write SVG themselves. To add one: a file here, a line in
/// `MarkList.all`.
protocol Mark: Sendable {
  static var name: String { get }
  /// What it draws, in a line.
  static var help: String { get }
  var element: Element { get }
}

/// Every mark there is.
enum MarkList {
  static let all: [any Mark.Type] = [
    Axis.self,
    Bar.self,
    Cells.self,
    Cloud.self,
    Dot.self,
    Hatch.self,
    Label.self,
    Legend.self,
    Line.self,
    Panel.self,
    Rule.self,
    Texts.self,
    Tick.self,
    Zones.self,
  ]
}
