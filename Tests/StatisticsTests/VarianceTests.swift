import Statistics
import Testing

struct LeveneTests {
  /// scipy 1.17.1: levene(*columns, center=...)
  static let cases: [(name: String, center: Levene.Center, f: Double, p: Double)] = [
    ("demsar-2006-table6-printed", .mean, 0.11750697505952637, 0.9494367104257068),
    ("demsar-2006-table6-printed", .median, 0.06426092845379917, 0.9785103591180744),
    ("garcia-herrera-2008", .mean, 2.7454988637709836, 0.03068485047197144),
    ("garcia-herrera-2008", .median, 2.0308980982525866, 0.09311898023718765),
    ("edge-o206", .median, 0.17614484745164893, 0.9706120742863423),
  ]

  @Test(arguments: cases)
  func `it agrees with scipy`(
    name: String, center: Levene.Center, f: Double, p: Double
  ) throws {
    let test = try #require(Levene(columns(of: name), center: center))
    #expect(agrees(test.f, f))
    #expect(agrees(test.p, p))
  }

  @Test func `too few values have no answer`() {
    #expect(Levene([]) == nil)
    #expect(Levene([[1, 2]]) == nil)
    #expect(Levene([[1], [2]]) == nil)
    #expect(Levene([[1, 2], []]) == nil)
    #expect(Levene([[1, 1], [2, 2]])?.p.isNaN == true)
  }
}

struct BartlettTests {
  @Test(
    arguments: [
      // R 4.2.2: bartlett.test
      ("garcia-herrera-2008", 9.084931968716063, 0.059011292262718708),
      ("edge-o206", 0.70395870822406759, 0.98275070563683831),
      ("edge-o01", 0.10907078206309818, 0.94692499561239996),
      ("scipy-doc-friedman", 2.0913825110289261, 0.35144879447435978),
    ])
  func `it agrees with R`(name: String, statistic: Double, p: Double) throws {
    // The logarithms nearly cancel.
    let test = try #require(Bartlett(columns(of: name)))
    #expect(agrees(test.chiSquared, statistic, 1e-11))
    #expect(agrees(test.p, p, 1e-11))
  }

  @Test func `no variance beside some is a difference for certain`() throws {
    #expect(try #require(Bartlett([[1, 1, 1], [1, 2, 3]])).p == 0)
    #expect(try #require(Bartlett([[1, 1], [2, 2]])).p.isNaN)
    #expect(Bartlett([[1, 2], [3]]) == nil)
    #expect(Bartlett([[1, 2]]) == nil)
  }
}

private func columns(of name: String) throws -> [[Double]] {
  let blocks = try Fixture.blocks(of: name)
  return blocks.treatments.indices.map(blocks.values(of:))
}
