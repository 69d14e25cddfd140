import Benchmark
import Tables

/// What became of a dataset's file, noted beside it so that the next run need not read it again.
package struct MadeDataset: Sendable, Equatable {
  package var name: String
  /// Of the CSV text: a file of another size is not the one that was made.
  package var bytes: Int
  package var table: DatasetTable

  package init(name: String, bytes: Int, table: DatasetTable) {
    self.name = name
    self.bytes = bytes
    self.table = table
  }

  /// The note as JSON.
  package var note: String {
    let columns = table.columns.map {
      JSONValue.array([.text($0.name), .text($0.kind.rawValue)])
    }
    let value: JSONValue = [
      "name": .text(name), "bytes": .integer(Int64(bytes)), "rows": .integer(Int64(table.rows)),
      "classes": .integer(Int64(table.classes)), "notes": .array(table.notes.map(JSONValue.text)),
      "columns": .array(columns),
    ]
    return value.text + "\n"
  }

  /// Nil for a note that cannot be read, which is as good as none.
  package init?(note bytes: [UInt8]) {
    do {
      let note = try Reply(bytes, of: "note")
      name = try note.part("name").text()
      self.bytes = try note.part("bytes").integer()
      table = DatasetTable(
        columns: try note.part("columns").elements.map { column in
          let words = try column.elements.map { try $0.text() }
          guard words.count == 2, let kind = DatasetColumn.Kind(rawValue: words[1]) else {
            throw OpenMLError.malformed("note", reason: "has no such column")
          }
          return DatasetColumn(name: words[0], kind: kind)
        }, rows: try note.part("rows").integer(), classes: try note.part("classes").integer(),
        notes: try note["notes"]?.elements.map { try $0.text() } ?? [])
    } catch {
      return nil
    }
  }
}
