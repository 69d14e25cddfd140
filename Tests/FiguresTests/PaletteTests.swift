import Testing

@testable import Figures

@Suite struct PaletteTests {
  private let original = ["auto-sklearn", "auto_ml", "h2o", "tpot"]

  @Test func `up to eight frameworks have eight colours, shapes and dashes`() {
    let names = (1...8).map { "framework \($0)" }
    let palette = Palette(shown: names)
    #expect(Set(names.map(palette.paint)).count == 8)
    #expect(Set(names.map(palette.shape)).count == 8)
    #expect(Set(names.map(palette.dash)).count == 8)
    #expect(names.allSatisfy(palette.isColoured))
  }

  @Test func `the order of the names does not matter`() {
    let palette = Palette(shown: original)
    #expect(palette == Palette(shown: original.reversed(), highlight: ["h2o"]))
  }

  @Test func `a figure of some has the colours of the figure of all`() {
    let all = Palette(shown: original)
    let some = Palette(shown: ["tpot", "h2o"], sharedWith: original)
    #expect(original.map(all.paint) == original.map(some.paint))
  }

  @Test func `among more than eight only the highlighted have a colour`() {
    let names = (1...12).map { "framework \($0)" }
    let palette = Palette(shown: names, highlight: ["framework 3", "framework 7"])
    #expect(names.filter(palette.isColoured) == ["framework 3", "framework 7"])
    #expect(palette.paint(of: "framework 1") == .quiet)
    #expect(palette.dash(of: "framework 1") == nil)
  }

  @Test func `a figure of few is coloured though many share its colours`() {
    let palette = Palette(shown: original, sharedWith: (1...20).map { "framework \($0)" })
    #expect(Set(original.map(palette.paint)).count == 4)
    #expect(original.allSatisfy(palette.isColoured))
  }
}
