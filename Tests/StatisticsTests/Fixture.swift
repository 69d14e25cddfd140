import Foundation
import Statistics
import Testing

/// A table of reference values in `Tests/Fixtures/Statistics`; `Tests/Fixtures/README.md` says
/// where they come from.
struct Fixture {
  /// A line, by the names in the header; the files need no quotes.
  let lines: [[String: String]]

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Statistics/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    self.lines = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The lines of scores.csv by case, read once.
  private static let cases = Result {
    Dictionary(grouping: try Fixture("scores.csv").lines) { $0["case"] ?? "" }
  }

  /// The blocks of a case in scores.csv, of all treatments or those wanted.
  static func blocks(
    of name: String, treatments wanted: Set<String>? = nil
  ) throws -> Blocks {
    let lines = try (cases.get()[name] ?? []).filter { line in
      wanted?.contains(line["treatment"] ?? "") ?? true
    }
    let better = try #require(Direction(rawValue: lines.first?["better"] ?? ""))
    return try Blocks(
      lines.map { line in
        Blocks.Observation(
          block: line["block"] ?? "", treatment: line["treatment"] ?? "",
          value: Double(line["value"] ?? "") ?? .nan)
      }, better: better)
  }
}

extension Fixture {
  /// The paired values of a line with a case and two treatments, a and b.
  static func pair(_ line: [String: String]) throws -> (first: [Double], second: [Double]) {
    let names = [line["a"] ?? "", line["b"] ?? ""]
    let blocks = try blocks(of: line["case"] ?? "", treatments: Set(names))
    return (blocks.values(of: 0), blocks.values(of: 1))
  }
}

/// Whether `value` is `reference` to a relative difference of `tolerance`.
func agrees(_ value: Double, _ reference: Double, _ tolerance: Double = 1e-12) -> Bool {
  value == reference || abs(value - reference) <= tolerance * abs(reference)
}

/// The numbers of a cell that holds several, with spaces between.
func numbers(_ cell: String?) -> [Double] {
  (cell ?? "").split(separator: " ").compactMap { Double($0) }
}

/// Blocks d1, d2, ... of treatments f1, f2, ... from a matrix with a row per block.
func blocks(_ rows: [[Double]], better: Direction = .higher) throws -> Blocks {
  try Blocks(
    rows.enumerated().flatMap { block, row in
      row.enumerated().map { treatment, value in
        Blocks.Observation(block: "d\(block + 1)", treatment: "f\(treatment + 1)", value: value)
      }
    }, better: better)
}
