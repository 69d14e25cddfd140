import Testing

@testable import Tables

@Suite struct ColumnLayoutTests {
  private func layout(_ natural: [Int], numbers: Bool = false, _ width: Int?) -> ColumnLayout {
    let needs = natural.map {
      Grid.Need(name: 1, value: $0, hasNumbers: numbers, hasOthers: !numbers)
    }
    return ColumnLayout(needs, width: width)
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
    let layout = layout(Array(repeating: 15, count: 4), numbers: true, 58)
    #expect(layout.shown == [0, 3] && layout.widths == [15, 15])
  }

  @Test func `two columns that do not fit are cut`() {
    #expect(layout([50, 50], 27).widths == [10, 10])
  }

  @Test func `a long name above short numbers is cut before columns are left out`() {
    let needs = (0..<4).map { _ in Grid.Need(name: 30, value: 5, hasNumbers: true) }
    let layout = ColumnLayout(needs, width: 61)
    #expect(layout.gap == nil && layout.widths == [12, 12, 12, 12])
  }

  @Test(arguments: 1...100)
  func `no grid is wider than it may be`(width: Int) {
    for count in [1, 2, 3, 1000] {
      let layout = layout(Array(repeating: 9, count: count), width)
      let ellipsis = layout.gap == nil ? 0 : 4
      let total = layout.widths.reduce(1 + ellipsis) { $0 + $1 + 3 }
      #expect(total <= max(width, count == 1 ? 5 : 13))
    }
  }
}
