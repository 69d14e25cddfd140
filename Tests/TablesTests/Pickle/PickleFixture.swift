import Tables
import TestSupport
import Testing

/// A pickle from `Tests/Fixtures/Tables/pickles.csv`, which `pickles.py` made.
struct PickleFixture: CustomTestStringConvertible {
  let bytes: [UInt8]
  let testDescription: String

  static func all(_ name: String) throws -> [PickleFixture] {
    let table = try Table(csv: Array(Repository.text("Tests/Fixtures/Tables/pickles.csv").utf8))
    return table.rows.map { $0.map { $0.string ?? "" } }.filter { $0[3] == name }.map { row in
      let digits = Array(row[4])
      return PickleFixture(
        bytes: stride(from: 0, to: digits.count, by: 2).compactMap {
          UInt8(String(digits[$0...$0 + 1]), radix: 16)
        },
        testDescription: "\(name), Python \(row[0]), numpy \(row[1]), protocol \(row[2])")
    }
  }
}
