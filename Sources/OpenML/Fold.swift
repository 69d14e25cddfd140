package import Benchmark
import Tables

/// One of the splits by which an OpenML task is judged.
package struct Fold: Sendable, Equatable {
  /// From 0, as are the folds of each.
  package var `repeat`: Int
  package var fold: Int
  /// By row numbers of the dataset, from 0, in the order of the file.
  package var split: Split

  package init(`repeat`: Int, fold: Int, split: Split) {
    self.repeat = `repeat`
    self.fold = fold
    self.split = split
  }

  /// Reads the ARFF text of a task's splits: a line for each row, with its role in each fold.
  ///
  /// Samples of learning curves are read where they are the largest: one a fold.
  static func all(_ bytes: [UInt8], of task: Int) throws(OpenMLError) -> [Fold] {
    let what = "splits of task \(task)"
    let table: Table
    let columns: [String: Int]
    do throws(TablesError) {
      table = try Table(arff: bytes)
      columns = [
        "type": try table.index(of: "type"), "rowid": try table.index(of: "rowid"),
        "repeat": try table.index(of: "repeat"), "fold": try table.index(of: "fold"),
      ]
    } catch {
      throw .malformed(what, reason: "has \(error)")
    }
    var splits: [Place: Split] = [:]
    for row in table.rows {
      func number(_ name: String) throws(OpenMLError) -> Int {
        // Numbers are texts where the file declares them nominal.
        let value = columns[name].map { row[$0] } ?? .null
        let number = value.number ?? value.string.flatMap { Double($0) }
        guard let whole = number.flatMap({ Int(exactly: $0) }), whole >= 0 else {
          throw .malformed(what, reason: "has a row without a \(name)")
        }
        return whole
      }
      let place = Place(repeat: try number("repeat"), fold: try number("fold"))
      let rowID = try number("rowid")
      switch columns["type"].flatMap({ row[$0].string }) {
      case "TRAIN": splits[place, default: Split(train: [], test: [])].train.append(rowID)
      case "TEST": splits[place, default: Split(train: [], test: [])].test.append(rowID)
      default: throw .malformed(what, reason: "has a row that neither trains nor tests")
      }
    }
    guard !splits.isEmpty else { throw .malformed(what, reason: "has no row") }
    return splits.sorted { ($0.key.repeat, $0.key.fold) < ($1.key.repeat, $1.key.fold) }
      .map { Fold(repeat: $0.key.repeat, fold: $0.key.fold, split: $0.value) }
  }

  private struct Place: Hashable {
    var `repeat`: Int
    var fold: Int
  }
}
