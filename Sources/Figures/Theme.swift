/// Which colours a figure wears; `auto` is light, and dark where the reader's system is.
package enum Theme: String, Sendable, CaseIterable {
  case auto, light, dark
}

/// What a mark is painted with, by its role; the theme says which colour that is.
enum Paint: Sendable, Hashable {
  /// Words and the marks that carry the finding.
  case ink
  /// Words that explain.
  case muted
  /// Lines of axes.
  case axis
  /// Grid lines.
  case faint
  /// The page itself, for halos.
  case page
  /// Whatever is not highlighted among more series than there are colours.
  case quiet
  /// One of the eight colours of `Palette`.
  case series(Int)
  /// One of the steps of magnitude, from the least up.
  case step(Int)

  /// How many steps of magnitude there are.
  static let steps = 9

  var name: String {
    switch self {
    case .ink: "ink"
    case .muted: "muted"
    case .axis: "axis"
    case .faint: "faint"
    case .page: "page"
    case .quiet: "quiet"
    case .series(let slot): "s\(slot)"
    case .step(let step): "m\(step)"
    }
  }

  /// The class that fills with this paint.
  var fill: String { "fill-\(name)" }
  /// The class that strokes with this paint.
  var stroke: String { "stroke-\(name)" }
}

/// The literal colour of each paint.
///
/// Words stand out from the page by 4.5 to 1 or more. The series are Okabe and Ito's eight ("Color
/// Universal Design", 2008), with yellow darkened for white paper, and blue, vermilion and black
/// lightened for the dark. Literal, because librsvg paints CSS custom properties black.
struct ColorTable: Sendable {
  let page: String
  let ink: String
  let muted: String
  let axis: String
  let faint: String
  let quiet: String
  let series: [String]

  func color(of paint: Paint) -> String {
    switch paint {
    case .ink: ink
    case .muted: muted
    case .axis: axis
    case .faint: faint
    case .page: page
    case .quiet: quiet
    case .series(let slot): series[slot % series.count]
    case .step(let step): Self.steps[min(max(step, 0), Self.steps.count - 1)]
    }
  }

  static let light = ColorTable(
    page: "#ffffff", ink: "#1b1f24", muted: "#5b6470", axis: "#8a929c", faint: "#e4e7eb",
    quiet: "#a6adb7", series: onLight)

  static let dark = ColorTable(
    page: "#14171c", ink: "#e9ebee", muted: "#a3abb6", axis: "#6c7581", faint: "#2a2f37",
    quiet: "#6c7581",
    series: [
      "#3a96d6", "#ec7a30", "#1db389", "#d98fb8", "#e69f00", "#8accf2", "#e8dc4a", "#cfd3d9",
    ])

  /// Black on white, as printers want it.
  static let paper = ColorTable(
    page: "#ffffff", ink: "#000000", muted: "#3d3d3d", axis: "#000000", faint: "#dddddd",
    quiet: "#9a9a9a", series: onLight)

  /// Viridis (Smith and van der Walt, matplotlib 2.0, 2015), without its darkest tenth, which dark pages
  /// swallow.
  private static let steps = [
    "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b",
    "#fde725",
  ]

  private static let onLight = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#9c8a00", "#33373d",
  ]
}
