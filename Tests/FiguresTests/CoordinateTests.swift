import Testing

@testable import Figures

@Suite struct CoordinateTests {
  @Test(
    arguments: [
      (0.0, "0"), (-0.0, "0"), (-0.04, "0"), (0.05, "0.1"), (12.0, "12"), (12.34, "12.3"),
      (-0.5, "-0.5"), (-12.96, "-13"),
    ])
  func `a coordinate has a tenth at most`(value: Double, text: String) {
    #expect(coordinate(value) == text)
  }
}
