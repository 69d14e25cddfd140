import Tables
import Testing

@testable import LineEditing

@Suite struct PaintingTests {
  private func paints(_ text: String, _ ranges: [(range: Range<Int>, paint: Paint)]) -> [Paint] {
    Painting.paints(of: Array(text), ranges)
  }

  @Test func `ranges count bytes, paints count characters`() {
    #expect(paints("é中a", [(2..<5, .string)]) == [.plain, .string, .plain])
  }

  @Test func `where ranges overlap the later counts, and none reaches beyond the text`() {
    #expect(
      paints("abc", [(1..<2, .error), (0..<9, .number), (7..<9, .match)])
        == [.number, .error, .plain])
  }

  @Test func `a bracket and its partner are found, strings and comments apart`() {
    let text = Array("f(')', (x))")
    let paints = paints("f(')', (x))", [(2..<5, .string)])
    func pair(_ cursor: Int) -> [Int]? {
      bracketPair(in: text, paints: paints, cursor: cursor).map { [$0.0, $0.1] }
    }
    #expect(pair(1) == [1, 10])
    #expect(pair(11) == [10, 1])
    #expect(pair(7) == [7, 9])
    #expect(pair(3) == nil)
    #expect(bracketPair(in: Array("(("), paints: [], cursor: 0) == nil)
    #expect(bracketPair(in: [], paints: [], cursor: 0) == nil)
  }
}
