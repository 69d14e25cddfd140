import Testing

@testable import Statistics

struct MaximalCliquesTests {
  @Test func `none and one have no clique`() {
    #expect(maximalCliques(of: 0) { _, _ in true }.isEmpty)
    #expect(maximalCliques(of: 1) { _, _ in true }.isEmpty)
  }

  @Test func `all alike are one clique and all different none`() {
    #expect(maximalCliques(of: 4) { _, _ in true } == [[0, 1, 2, 3]])
    #expect(maximalCliques(of: 4) { _, _ in false }.isEmpty)
  }

  @Test func `they agree with every subset tried`() {
    var random = SplitMix64(seed: 8)
    for count in 2...8 {
      let edges = (0..<count * count).map { _ in Bool.random(using: &random) }
      func alike(_ a: Int, _ b: Int) -> Bool { edges[min(a, b) * count + max(a, b)] }
      let subsets = (0..<1 << count).map { set in (0..<count).filter { set >> $0 & 1 == 1 } }
      let cliques = subsets.filter { set in
        set.count > 1 && set.allSatisfy { a in set.allSatisfy { $0 == a || alike(a, $0) } }
      }
      let maximal = cliques.filter { clique in
        !cliques.contains { $0 != clique && Set($0).isSuperset(of: clique) }
      }
      #expect(Set(maximalCliques(of: count, alike: alike)) == Set(maximal))
    }
  }
}
