import TestSupport
import Testing

@testable import Compute

struct SlicesTests {
  @Test func `nothing begun leaves all, all begun leaves nothing`() {
    #expect(Slices.gaps(in: 5, without: []) == [0...4])
    #expect(Slices.gaps(in: 5, without: [0...4]) == [])
    #expect(Slices.gaps(in: 1, without: []) == [0...0])
  }

  @Test func `gaps are between what was begun, in whatever order`() {
    #expect(Slices.gaps(in: 10, without: [6...7, 1...2]) == [0...0, 3...5, 8...9])
    #expect(Slices.gaps(in: 4, without: [2...9]) == [0...1])
    #expect(Slices.gaps(in: 4, without: [6...9]) == [0...3])
  }

  @Test(arguments: 1...30, 1...8)
  func `pieces of a row are the row, and differ by one at most`(count: Int, width: Int) {
    let pieces = Slices.cut([3...(count + 2)], for: width)
    #expect(pieces.flatMap { Array($0) } == Array(3...(count + 2)))
    #expect(pieces.count <= width)
    let sizes = pieces.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(sizes.max() == (count + width - 1) / width)
  }

  @Test func `several rows are cut by one measure`() {
    #expect(Slices.cut([0...1, 6...7], for: 2) == [0...1, 6...7])
    #expect(Slices.cut([0...3, 8...8], for: 2) == [0...1, 2...3, 8...8])
    #expect(Slices.cut([], for: 3) == [])
  }
}
