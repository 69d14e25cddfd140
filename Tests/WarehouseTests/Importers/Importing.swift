import Tables
import Warehouse

extension ImportFile {
  /// A file of that name holding `text`, handed over in small pieces.
  init(_ name: String, _ text: String, piece: Int = 61, studies: [StudyFile] = []) {
    self.init(name, bytes: Array(text.utf8), piece: piece, studies: studies)
  }

  init(_ name: String, bytes: [UInt8], piece: Int = 61, studies: [StudyFile] = []) {
    var rest = bytes[...]
    self.init(
      name: name, location: "/lab/\(name)", size: bytes.count,
      next: {
        defer { rest = rest.dropFirst(piece) }
        return Array(rest.prefix(piece))
      }, studies: { studies })
  }
}

extension Lab {
  /// Imports one file, with the options that `change` sets.
  @discardableResult func importing(
    _ file: ImportFile, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportSummary {
    var options = ImportOptions()
    change(&options)
    return try store.importRuns([file], options: options)[0]
  }

  func count(_ table: String) throws -> Int {
    guard case .integer(let count) = try rows("SELECT count(*) FROM \(table)")[0][0] else {
      return -1
    }
    return Int(count)
  }
}
