import Tables
import Testing

@testable import Warehouse

@Suite struct QueryPlanTests {
  private let plan = QueryPlan([
    [2, 0, 0, "CO-ROUTINE a"], [5, 2, 0, "SCAN b"], [7, 2, 0, "SCAN c"], [9, 0, 0, "SCAN a"],
  ]) { $0 == "SCAN b" ? "all 3 rows" : nil }

  @Test func `steps stand below the step they belong to`() {
    #expect(
      plan.text() == """
        ├─ CO-ROUTINE a
        │  ├─ SCAN b (all 3 rows)
        │  └─ SCAN c
        └─ SCAN a

        """)
    #expect(plan.details == ["CO-ROUTINE a", "SCAN b", "SCAN c", "SCAN a"])
  }

  @Test func `a terminal of ASCII gets rules of ASCII`() {
    #expect(
      plan.text(unicode: false) == """
        |-- CO-ROUTINE a
        |   |-- SCAN b (all 3 rows)
        |   `-- SCAN c
        `-- SCAN a

        """)
  }

  @Test func `no rows are no steps`() {
    #expect(QueryPlan([], note: { _ in nil }).text().isEmpty)
  }
}
