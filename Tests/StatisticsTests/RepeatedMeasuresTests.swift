import Statistics
import Testing

struct RepeatedMeasuresTests {
  /// mpmath 1.3, 40 digits: F, its p, Greenhouse and Geisser's and Huynh and Feldt's epsilon,
  /// Mauchly's W and its p, both corrected p values. R 4.2.2 agrees to 2e-11 (`aov`,
  /// `mauchly.test`), but for Mauchly's p.
  static let cases: [(name: String, values: [Double])] = [
    (
      "demsar-2006-table6-printed",
      [
        4.4471803323192008, 0.0088177171911338628, 0.76280410308013362, 0.9347438554876988,
        0.46426413709805648, 0.11038208288833567, 0.016764812117575013, 0.010511815405907502,
      ]
    ),
    (
      "garcia-herrera-2008",
      [
        12.044752434119485, 3.2055585132457106e-8, 0.50990133265815588, 0.54884359673551796,
        0.04630946913397502, 2.7458208809504119e-14, 3.652785423632481e-5, 2.0767087585880982e-5,
      ]
    ),
    (
      "edge-o01",
      [
        6.4406779661016949, 0.021543941603800365, 0.7050840591452299, 0.97512904739558893,
        0.58172938810686584, 0.44369190618320276, 0.040677831646415153, 0.022714042685847129,
      ]
    ),
    (
      "edge-o206",
      [
        0.79409077063661285, 0.55858661351551963, 0.56462820524573933, 0.77970507787886765,
        0.10338879626344925, 0.121892768883177, 0.49976119738390692, 0.53277063951311599,
      ]
    ),
    (
      "skillings-mack-1981",
      [
        3.980996970531534, 0.028557191260152498, 0.44402735436449411, 0.54458619137072783,
        0.089298207893249119, 0.12027135314576609, 0.082433505393088584, 0.067708812002976771,
      ]
    ),
  ]

  @Test(arguments: cases)
  func `it agrees with arbitrary precision`(name: String, values: [Double]) throws {
    let test = try RepeatedMeasures(Fixture.blocks(of: name))
    let mauchly = try #require(test.sphericity.mauchly)
    let found = [
      test.f, test.p, test.sphericity.greenhouseGeisser, test.sphericity.huynhFeldt, mauchly.w,
      mauchly.p, test.greenhouseGeisserP, test.huynhFeldtP,
    ]
    #expect(zip(found, values).allSatisfy { agrees($0, $1) }, "\(found)")
  }

  @Test func `Box's second term is of k - 1 contrasts, which R and pingouin mix with k`() throws {
    // Both print 0.11041: their numerator has 3k where Anderson (2003), 10.7.3, has 3(k - 1).
    let test = try RepeatedMeasures(Fixture.blocks(of: "demsar-2006-table6-printed"))
    let p = try #require(test.sphericity.mauchly).p
    #expect(agrees(p, 0.11038208288833567))
    #expect(!agrees(p, 0.11040975235998539, 1e-4))
  }

  @Test func `of two treatments F is the square of the paired t`() throws {
    let blocks = try Fixture.blocks(of: "edge-o07")
    let test = try RepeatedMeasures(blocks)
    let t = PairedT(blocks.values(of: 0), blocks.values(of: 1))
    #expect(agrees(test.f, t.t * t.t))
    #expect(agrees(test.p, t.p))
    #expect(test.sphericity.greenhouseGeisser == 1)
    #expect(test.sphericity.mauchly == nil)
  }

  @Test func `treatments that explain everything leave no doubt`() throws {
    let test = try RepeatedMeasures(blocks([[1, 2, 4], [2, 3, 5], [4, 5, 7]]))
    #expect(test.f == .infinity)
    #expect(test.p == 0)
  }

  @Test func `too little data is an error`() {
    #expect(throws: StatisticsError.tooFewBlocks(1, needed: 2, incomplete: 0)) {
      try RepeatedMeasures(blocks([[1, 2, 3]]))
    }
    #expect(throws: StatisticsError.allBlocksConstant(blocks: 2)) {
      try RepeatedMeasures(blocks([[1, 1], [2, 2]]))
    }
  }

  @Test func `two blocks of many treatments have no determinant`() throws {
    let test = try RepeatedMeasures(blocks([[1, 2, 3, 5], [2, 2, 5, 1]]))
    #expect(test.sphericity.mauchly == nil)
    #expect(agrees(test.sphericity.greenhouseGeisser, 1.0 / 3))
    #expect(test.sphericity.huynhFeldt <= 1)
  }
}
