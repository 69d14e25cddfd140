package import Benchmark
import Foundation
import Tables

/// A folder of datasets in the original's layout: `<id>.csv` and `<id>_types.csv`.
package struct DatasetFolder: Sendable, Equatable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The dataset that someone calls `name`: an OpenML id, or a name for data of one's own.
  ///
  /// No path can come of it: letters, digits, dots, hyphens and underscores, a dot not first.
  package static func dataset(named name: String) throws(ComputeError) -> Dataset {
    let isSafe = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }
    guard isSafe, !name.isEmpty, !name.hasPrefix(".") else { throw .unsafeName(name) }
    return Dataset(openMLID: Int(name).flatMap { String($0) == name ? $0 : nil }, name: name)
  }

  /// Reads both files of a dataset.
  ///
  /// Throws `noDataset` where they are not there, and `data` where they are not as they should be.
  package func data(of dataset: Dataset) throws(ComputeError) -> LabelledData {
    let stem = dataset.stem
    _ = try Self.dataset(named: stem)
    guard let table = bytes("\(stem).csv"), let types = bytes("\(stem)_types.csv") else {
      throw .noDataset(stem, folder: path, suggestion: suggestion(for: stem, among: stems))
    }
    do {
      return try LabelledData(table: Table(csv: table), types: Table(csv: types))
    } catch let error as TablesError {
      throw .data(error.description)
    } catch let error as ComputeError {
      throw error
    } catch {
      throw .data("\(error)")
    }
  }

  /// What the datasets in the folder are called, sorted.
  package var stems: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let suffix = "_types.csv"
    return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
  }
}
