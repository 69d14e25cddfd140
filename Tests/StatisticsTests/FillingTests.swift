import Statistics
import Testing

struct FillingTests {
  static let rows: [[Double]] = [
    [0.9, 0.8, 0.7], [0.6, .nan, 0.5], [.nan, 0.4, .nan], [.nan, .nan, .nan],
  ]

  @Test func `the worst of the block stands for what is missing`() throws {
    let filled = try Filling(blocks(Self.rows), by: .worst)
    #expect(filled.blocks.names == ["d1", "d2", "d3"])
    #expect(filled.blocks.rows == [[0.9, 0.8, 0.7], [0.6, 0.5, 0.5], [0.4, 0.4, 0.4]])
    #expect(filled.blocks.incomplete.map(\.name) == ["d4"])
    #expect(filled.made.map(\.treatment) == ["f2", "f1", "f3"])
    #expect(filled.words == "3 of 12 imputed by the worst of the dataset")
    let losses = try Filling(blocks(Self.rows, better: .lower), by: .worst)
    #expect(losses.blocks.rows[1] == [0.6, 0.6, 0.5])
  }

  @Test func `the reference stands for what is missing, where it has a score`() throws {
    let filled = try Filling(blocks(Self.rows), by: .reference("f3"))
    #expect(filled.blocks.rows == [[0.9, 0.8, 0.7], [0.6, 0.5, 0.5]])
    #expect(filled.blocks.incomplete.map(\.name) == ["d3", "d4"])
    #expect(filled.made.count == 1)
    #expect(filled.words == "1 of 12 imputed by f3's")
    #expect(throws: StatisticsError.unknownTreatment("x", among: ["f1", "f2", "f3"])) {
      try Filling(blocks(Self.rows), by: .reference("x"))
    }
  }

  @Test func `complete blocks stay as they are`() throws {
    let data = try blocks([[1, 2], [3, 4]], better: .lower)
    let filled = try Filling(data, by: .worst)
    #expect(filled.blocks == data)
    #expect(filled.made.isEmpty)
    #expect(try Filling(blocks([]), by: .worst).blocks.names.isEmpty)
  }
}
