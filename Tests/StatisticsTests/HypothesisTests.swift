import Statistics
import Tables
import Testing

struct HypothesisTests {
  @Test func `names are unique and everything is explained`() {
    #expect(Set(hypotheses.map { $0.name }).count == hypotheses.count)
    for hypothesis in hypotheses {
      #expect(!hypothesis.title.isEmpty)
      #expect(hypothesis.help.count > 80)
      #expect(hypothesis.reference.contains("("))
    }
  }

  @Test func `each test answers or says why not`() throws {
    for hypothesis in hypotheses {
      #expect(throws: StatisticsError.tooFewTreatments(1, needed: 2)) {
        try hypothesis.run(on: blocks([[1]]), alpha: 0.05)
      }
      #expect(throws: StatisticsError.alpha(0)) {
        try hypothesis.run(on: blocks([[1, 2]]), alpha: 0)
      }
      guard !(hypothesis is any FoldHypothesis.Type || hypothesis is any FeatureHypothesis.Type)
      else {
        let error = #expect(throws: StatisticsError.self) {
          try hypothesis.run(on: blocks([[1, 2, 3], [1, 3, 2]]), alpha: 0.05)
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("\(hypothesis.name) needs"))
        continue
      }
      let finding = try hypothesis.run(on: blocks([[1, 2, 3], [1, 3, 2]]), alpha: 0.05)
      #expect(!finding.table.rows.isEmpty)
      #expect(!finding.sentence.hasSuffix("."))
      #expect(!finding.sentence.contains("p = 0 "))
    }
  }
}
