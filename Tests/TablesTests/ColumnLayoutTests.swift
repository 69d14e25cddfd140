import Testing

@testable import Tables

@Suite struct ColumnLayoutTests {
  private func layout(_ natural: [Int], cuttable: Bool = true, _ width: Int?) -> ColumnLayout {
    ColumnLayout(natural: natural, cuttable: natural.map { _ in cuttable }, width: width)
  }

  @Test func `without a width nothing is cut`() {
    #expect(layout([5, 500], nil).widths == [5, 500])
    #expect(layout([], 80).shown.isEmpty)
  }

  @Test func `the longest texts are cut first`() {
    #expect(layout([5, 500, 30], 80).widths == [5, 35, 30])
  }

  @Test func `columns leave from the middle when cutting would not do`() {
    let layout = layout(Array(repeating: 20, count: 10), 80)
    #expect(layout.shown == [0, 1, 9] && layout.gap == 2)
    #expect(layout.widths == [20, 20, 20])
  }

  @Test func `numbers are left out rather than cut`() {
    let layout = layout(Array(repeating: 15, count: 4), cuttable: false, 58)
    #expect(layout.shown == [0, 3] && layout.widths == [15, 15])
  }

  @Test func `two columns that do not fit are cut`() {
    #expect(layout([50, 50], 27).widths == [10, 10])
  }
}
