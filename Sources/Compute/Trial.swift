package import Benchmark
import Foundation
import Tables

/// A small task of each type, on which a framework proves that it works.
///
/// **Shape**: 240 rows of two numbers and a category, some missing. The target follows from them but
/// for some noise; as a class it has a name with a space and a comma in it.
package struct Trial: Sendable {
  package let adapter: Adapter
  /// Below which its files are while it lasts.
  package let folder: String

  /// What is enough to search a little: ten seconds, or more for those that need more.
  package static let seconds = 10
  private static let rows = 240

  package init(of adapter: Adapter, in folder: String) {
    self.adapter = adapter
    self.folder = folder
  }

  /// What a run of it may use: one core, and time as the adapter needs it.
  package var budget: Budget {
    let soft = max(Self.seconds, adapter.leastSeconds ?? 0)
    return Budget(cores: 1, memoryMB: 4096, softSeconds: soft, hardSeconds: 2 * soft + 60)
  }

  private var types: [ProblemType] {
    [.classification, .regression].filter { adapter.types.contains($0.rawValue) }
  }

  /// The tasks: each framework that the adapter offers, of each type that it solves.
  package func tasks(version: String) -> [BenchmarkTask] {
    adapter.models.flatMap { model in
      types.map { type in
        BenchmarkTask(
          framework: Framework(name: model, version: version),
          dataset: Dataset(name: type.rawValue), type: type, seed: 75, budget: budget)
      }
    }
  }

  /// Writes a dataset for each type.
  package func write() throws(ComputeError) {
    let kinds = "NAME,TYPE\nlength,numerical\nwidth,numerical\ncolour,categorical\ntarget,target\n"
    do {
      for type in types {
        let stem = "\(folder)/\(type.rawValue)"
        try Self.table(type).formatted(.csv).write(
          toFile: stem + ".csv", atomically: true, encoding: .utf8)
        try kinds.write(toFile: stem + "_types.csv", atomically: true, encoding: .utf8)
      }
    } catch {
      throw .file(folder, reason: error.localizedDescription)
    }
  }

  static func table(_ type: ProblemType) -> Table {
    var random = RandomState(seed: 75)
    let rows = (0..<Self.rows).map { _ -> [Value] in
      let draw = random.integers(below: 100, count: 4)
      let (length, width, colour) = (draw[0], draw[1], ["red", "dark blue", "green"][draw[2] % 3])
      let target = length - width / 2 + (colour == "red" ? 40 : 0) + draw[3] / 10
      return [
        draw[3] % 20 == 0 ? .null : .real(Double(length) / 10), .real(Double(width) / 10),
        draw[3] % 20 == 1 ? .null : .text(colour), label(Double(target) / 10, type),
      ]
    }
    return Table(columns: ["length", "width", "colour", "target"], rows: rows)
  }

  private static func label(_ target: Double, _ type: ProblemType) -> Value {
    if type == .regression { return .real(target) }
    return .text(target < 2 ? "small" : target < 5 ? "middling, or so" : "large")
  }
}
