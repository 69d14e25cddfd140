import Compute
import Figures
import Foundation

/// What a figure is written as, by the ending of the file's name; a file without one gets SVG.
enum PictureFormat: String, CaseIterable {
  case svg, pdf, png

  /// - Throws: `Failure` with `usage` for the ending of something else.
  init(forFile path: String?) throws {
    let ending = URL(filePath: path ?? "").pathExtension.lowercased()
    guard let format = ending.isEmpty ? .svg : PictureFormat(rawValue: ending) else {
      throw Failure(
        .usage, "a figure is written as .svg, .pdf or .png, and \"\(path ?? "")\" is none of these."
      )
    }
    self = format
  }
}

extension Session {
  /// Writes a figure where `options` say, PDF and PNG by way of librsvg.
  func write(_ figure: Figure, as format: PictureFormat, _ options: CommonOptions) throws {
    guard format != .svg, let path = options.output else {
      return try Output(with(options)).text(figure.svg)
    }
    try File.refuse(path, replacing: options.force)
    let bytes = try converted(figure.svg, to: format)
    try File.write(path, replacing: options.force, bytes: bytes)
  }

  /// An SVG as `rsvg-convert` makes something else of it, in a private folder that goes with its file.
  private func converted(_ svg: String, to format: PictureFormat) throws -> [UInt8] {
    guard let program = environment.path(of: "rsvg-convert") else {
      throw Failure(
        .unreachable,
        """
        there is no rsvg-convert to make a \(format.rawValue.uppercased()) with. "apt-get install \
        librsvg2-bin" or "brew install librsvg" brings it; an .svg needs nothing.
        """)
    }
    let folder = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = folder.appending(path: "figure.\(format.rawValue)")
    // Two pixels for each of the figure's, as screens have them.
    let zoom = format == .png ? ["--zoom", "2"] : []
    let converter = try FedProgram(
      program, ["--format", format.rawValue, "--output", result.path] + zoom,
      environment: environment.variables, isQuiet: true)
    let isFed = converter.feed(svg)
    let status = converter.end()
    guard isFed, status == 0, let data = try? Data(contentsOf: result) else {
      throw Failure(
        .no, "\(program) made no \(format.rawValue.uppercased()) (status \(status ?? -1)).")
    }
    return Array(data)
  }
}
