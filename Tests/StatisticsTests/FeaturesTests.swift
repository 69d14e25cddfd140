import Statistics
import Tables
import Testing

struct FeaturesTests {
  @Test func `features are columns with one value a block that differ between blocks`() throws {
    let table = Table(
      columns: ["dataset", "framework", "value", "rows", "type", "seconds", "budget"],
      rows: [
        ["x", "a", 1, 100, "binary", 1, "1h"], ["x", "b", 2, 100, "binary", 2, "1h"],
        ["y", "a", 1, .null, "multi", 3, "1h"],
      ])
    let features = try Features(table, block: "dataset", besides: ["framework", "value"])
    #expect(features.features.map(\.name) == ["type"])
    #expect(features.features[0].values == ["x": "binary", "y": "multi"])
    #expect(!features.features[0].isNumeric)
    #expect(throws: StatisticsError.self) {
      try Features(table, block: "task", besides: [])
    }
  }
}
