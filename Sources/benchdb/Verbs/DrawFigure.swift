import ArgumentParser
import Figures
import Tables
import Warehouse

struct DrawFigure: Verb {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw the figure of a stored query as SVG, PDF or PNG.",
    discussion: """
      A stored query whose header has a "figure" line names its chart; a file in ./queries is a new \
      figure. Without a file name a terminal gets NAME.svg, a pipe the SVG itself. PDF and PNG are made \
      by rsvg-convert.

      Examples: benchdb figure rank-cd -o cd.svg
                benchdb figure pairwise-matrix --paper 180mm -o pairs.pdf
                benchdb figure DatasetMeanF1Score --theme dark -o f1.svg
      """)

  @Argument(help: "A stored query with a figure.")
  var name: String?

  @Argument(help: ArgumentHelp("The file to write, as -o.", valueName: "file"))
  var file: String?

  @Flag(help: "List the figures there are.")
  var list = false

  @Flag(help: "Print the figure's data instead of drawing it.")
  var data = false

  @Option(name: [.customShort("p"), .long], help: "A parameter of the query, NAME=VALUE.")
  var param: [String] = []

  @OptionGroup var subject: SubjectOptions

  @OptionGroup var look: LookOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (name == nil) == list else { throw ValidationError("give a figure's name, or --list") }
  }

  func run(in session: Session) throws {
    let store = try session.store()
    let library = session.library(store)
    guard let name else { return try list(library, in: session) }
    let format = try data ? .svg : PictureFormat(forFile: common.output ?? file)
    let query = try library.query(name)
    var given = try assignments(param)
    given.merge(subject.parameters) { $1 }
    let bindings = try query.bindings(given)
    if !subject.parameters.isEmpty { _ = try Subject.all(in: store, library, subject) }
    let table = try store.table(query.sql, bindings: bindings)
    if data { return try Output(session).print(table) }
    let figure = try Drawing(of: query, look: look, frameworks: store.frameworks()).figure(table)
    try write(figure, as: format, in: session)
  }

  private func list(_ library: QueryLibrary, in session: Session) throws {
    let figures = try library.all().filter { $0.figure != nil }
    try Output(session).print(
      Table(
        columns: ["name", "title", "chart", "origin"],
        rows: figures.map { query in
          let chart = query.figure?.split(separator: " ").first.map { Value.text(String($0)) }
          return [
            .text(query.name), .text(query.title), chart ?? .null, .text(query.origin.rawValue),
          ]
        }))
  }

  private func write(
    _ figure: Figure, as format: PictureFormat, in session: Session
  ) throws {
    var options = common
    options.output = common.output ?? file
    if options.output == nil, session.environment.terminalOutput {
      options.output = "\(name ?? "figure").svg"
    }
    try session.write(figure, as: format, options)
    if let path = options.output, path != "-" { session.note("\(path): \(figure.title)") }
  }
}

/// How figures look.
struct LookOptions: ParsableArguments {
  @Option(help: "auto, light or dark.")
  var theme = Theme.auto

  @Option(help: "Pixels from edge to edge, 320 to 2400.")
  var width: Int?

  @Option(help: "For print, black on white: 88mm or 180mm wide.")
  var paper: Paper?

  func validate() throws {
    if let width, !FigureOptions.widths.contains(width) {
      let (least, most) = (FigureOptions.widths.lowerBound, FigureOptions.widths.upperBound)
      throw ValidationError("--width is \(least) to \(most) pixels, not \(width)")
    }
  }
}

extension Theme: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}
