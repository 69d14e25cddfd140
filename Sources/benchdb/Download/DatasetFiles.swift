import Benchmark
import Foundation
import OpenML
import Tables

/// The folder `datasets`, as the original fills it: `<id>.csv`, `<id>_types.csv`, `study_<tag>_info.csv`.
struct DatasetFiles {
  let folder = "datasets"
  let catalog: Catalog
  /// Whether files that are there may be replaced.
  let replacing: Bool

  func data(of id: Int) -> String { "\(folder)/\(id).csv" }
  func types(of id: Int) -> String { "\(folder)/\(id)_types.csv" }
  func study(_ tag: String) -> String { "\(folder)/study_\(tag)_info.csv" }

  /// What was made of a dataset; nil where its files are not there, or not those that were made.
  func made(_ id: Int) -> MadeDataset? {
    guard let note = (try? catalog.note(of: id)).flatMap(FileManager.default.contents),
      let made = MadeDataset(note: Array(note)), size(of: data(of: id)) == made.bytes,
      let types = FileManager.default.contents(atPath: types(of: id)),
      types.elementsEqual(made.table.types.utf8)
    else { return nil }
    return made
  }

  /// Makes the files of a dataset from what was fetched; the types come last, for without them a
  /// dataset is not seen.
  ///
  /// - Parameter check: called some times a second; what it throws ends the work, and leaves no file.
  func make(_ fetched: Catalog.Fetched, check: () throws -> Void) throws -> MadeDataset {
    let id = fetched.description.id
    try File.makeFolder(folder)
    var bytes = 0
    var table: DatasetTable?
    try File.write(
      data(of: id), replacing: replacing,
      filling: { sink in
        table = try DatasetTable(arff: fetched.file, of: fetched.description, check: check) {
          text in
          bytes += text.count
          try sink.write(text)
        }
      })
    guard let table else { preconditionFailure("a file is filled before it is there") }
    try File.write(types(of: id), replacing: true, bytes: Array(table.types.utf8))
    let made = MadeDataset(name: fetched.description.name, bytes: bytes, table: table)
    try File.write(catalog.note(of: id), replacing: true, bytes: Array(made.note.utf8))
    return made
  }

  /// Writes the list of a study's datasets, unless it is there as it should be.
  func write(_ shapes: [DatasetShape], as tag: String) throws {
    let lines = shapes.map { shape in
      let numbers = [shape.rows, shape.features, shape.classes].map { $0.map { "\($0)" } ?? "" }
      let name = csvField(shape.dataset.name)
      return "\(shape.dataset.openMLID ?? 0),\(name),\(numbers.joined(separator: ","))\n"
    }
    let text = "DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES\n" + lines.joined()
    if FileManager.default.contents(atPath: study(tag))?.elementsEqual(text.utf8) == true { return }
    try File.makeFolder(folder)
    try File.write(study(tag), replacing: replacing, bytes: Array(text.utf8))
  }

  private func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }
}
