import Statistics
import Testing

struct AutomaticTests {
  @Test func `the paragraph says what was done, why, and what was found`() throws {
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-printed")
    let result = try Automatic(blocks, alpha: 0.05)
    #expect(
      result.paragraph == """
        4 frameworks were compared on 14 datasets, at a family-wise level of 0.05. Shapiro and \
        Wilk's test does not reject that the scores less their dataset's mean are normal for \
        any framework (smallest p = 0.015, level 0.013). Bartlett's test rejects that all \
        variances are equal (p = 0.041). Therefore ranks are compared, by Friedman's test, and \
        pairs by two-sided Wilcoxon signed-rank tests with Pratt's zeros, adjusted by Holm. \
        Result: frameworks differ: Friedman chi2 = 11, df = 3, p = 0.012 on 14 datasets. Pairs \
        that differ: f02 better than f01 (p = 0.047). No other pair is shown to differ. Mean \
        ranks: f04 1.93, f02 2, f03 2.93 and f01 3.14.
        """)
  }

  @Test func `two frameworks need no test of all at once`() throws {
    let blocks = try Fixture.blocks(
      of: "demsar-2006-table6-printed", treatments: ["f01", "f02"])
    let result = try Automatic(blocks, alpha: 0.05)
    #expect(result.omnibusP == nil)
    #expect(result.pairs.comparisons.count == 1)
    let paragraph = result.paragraph
    #expect(paragraph.contains("f02 better than f01"))
  }

  @Test func `without a difference of all, pairs are not told`() throws {
    let result = try Automatic(Fixture.blocks(of: "edge-o206"), alpha: 0.05)
    let paragraph = result.paragraph
    #expect(!paragraph.contains("Pairs that differ"))
    #expect(paragraph.contains("no difference between frameworks is shown"))
  }
}
