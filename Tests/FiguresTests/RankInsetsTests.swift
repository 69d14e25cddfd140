import Testing

@testable import Figures

@Suite struct RankInsetsTests {
  private func name(_ along: Double, _ width: Double) -> RankInsets.Name {
    RankInsets.Name(along: along, width: width)
  }

  @Test func `without names the axis takes the page`() {
    let insets = RankInsets(left: [], right: [], width: 600)
    #expect(insets.left == 10 && insets.right == 10)
  }

  @Test func `a name at the very end needs its whole width`() {
    #expect(RankInsets(left: [name(0, 120)], right: [], width: 600).left == 120)
  }

  @Test func `a name further along needs less, exactly what its line leaves`() {
    let insets = RankInsets(left: [name(0.1, 150)], right: [name(0.2, 180)], width: 600)
    let length = 600 - insets.left - insets.right
    #expect(abs(insets.left + 0.1 * length - 150) < 1e-3)
    #expect(abs(insets.right + 0.2 * length - 180) < 1e-3)
  }

  @Test func `no name takes more than a third of the page`() {
    let insets = RankInsets(left: [name(0, 900)], right: [name(0, 900)], width: 600)
    #expect(insets.left == 200 && insets.right == 200)
  }
}
