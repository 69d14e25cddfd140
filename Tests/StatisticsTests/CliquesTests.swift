import Statistics
import Testing

struct CliquesTests {
  @Test func `both rules give Nemenyi's bars`() throws {
    for name in ["demsar-2006-table6-printed", "garcia-herrera-2008", "amlb19-small-8c1h"] {
      let blocks = try Fixture.blocks(of: name)
      let bars = Set(try Nemenyi(blocks, alpha: 0.05).cliques)
      let test = try PostHoc(blocks, .nemenyi)
      for rule in CliqueRule.allCases {
        #expect(Set(test.cliques(alpha: 0.05, by: rule)) == bars)
      }
    }
  }

  @Test func `a set with a gap is no run`() throws {
    // Demsar's table 6: f04, f02, f03, f01 by rank; f03 and f01 are alike, and so are f04, f02, f03
    let test = try PostHoc(Fixture.blocks(of: "demsar-2006-table6-printed"), .wilcoxon)
    #expect(test.cliques(alpha: 0.05) == [[3, 1, 2], [3, 2, 0]])
    #expect(test.cliques(alpha: 0.05, by: .runs) == [[3, 1, 2], [2, 0]])
  }

  @Test func `no run holds two that differ, and each is in a largest set`() throws {
    let test = try PostHoc(Fixture.blocks(of: "edge-o209"), .sign, .none)
    let sets = test.cliques(alpha: 0.2).map(Set.init)
    for run in test.cliques(alpha: 0.2, by: .runs) {
      #expect(sets.contains { $0.isSuperset(of: run) })
    }
  }

  @Test func `against a control there are no bars`() throws {
    let blocks = try Fixture.blocks(of: "edge-o204")
    #expect(try PostHoc(blocks, .ranks, control: "f01").cliques(alpha: 0.05).isEmpty)
  }
}
