import Testing

@testable import Figures

@Suite struct BandScaleTests {
  @Test func `bands share the pixels equally`() {
    let scale = BandScale(count: 4, extent: Extent(start: 20, end: 100))
    #expect(scale.width == 20)
    #expect((0..<4).map(scale.middle) == [30, 50, 70, 90])
  }

  @Test func `no band still has a width`() {
    #expect(BandScale(count: 0, extent: Extent(start: 0, end: 10)).width == 10)
  }
}
