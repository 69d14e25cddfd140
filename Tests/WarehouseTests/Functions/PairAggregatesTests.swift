import Statistics
import Tables
import Testing
import Warehouse

@Suite struct PairAggregatesTests {
  private static let x = [0.92, 0.93, 0.65, 0.67, 0.93, 0.67, 0.98, 0.94]
  private static let y = [0.89, 0.90, 0.62, 0.52, 0.96, 0.70, 0.88, 0.79]

  /// The pairs as rows, and two that lack a number.
  private static let rows =
    "(SELECT NULL AS x, 1 AS y UNION ALL SELECT 1, NULL"
    + zip(x, y).map { " UNION ALL SELECT \($0), \($1)" }.joined() + ")"

  private func value(_ call: String, of rows: String = Self.rows) throws -> Value {
    try Lab().rows("SELECT \(call) FROM \(rows)")[0][0]
  }

  @Test func `each is the number of its Swift function, to the bit`() throws {
    let (x, y) = (Self.x, Self.y)
    let expected: [(String, Double?)] = [
      ("corr", correlation(x, y)), ("spearman", spearman(x, y)), ("kendall", kendall(x, y)),
      ("cliffs_delta", cliffsDelta(x, y)), ("a12", a12(x, y)),
      ("rank_biserial", rankBiserial(x, y)), ("wilcoxon_p", Wilcoxon(x, y).p),
    ]
    for (name, number) in expected {
      #expect(try value("\(name)(x, y)").number == number, "\(name)")
    }
  }

  /// docs/analysis.md, "Ties are those of the decimals": scipy's 0.031 and R's 0.041 are wrong.
  @Test func `ties are those of the decimals`() throws {
    let p = try #require(try value("wilcoxon_p(x, y)").number)
    #expect(abs(p - 0.1328125) < 1e-12)
  }

  @Test func `the test as JSON is what SQLite's functions read`() throws {
    let test = Wilcoxon(Self.x, Self.y)
    let found = try Lab().rows(
      """
      WITH test AS (SELECT wilcoxon(x, y) AS w FROM \(Self.rows))
      SELECT w ->> 'statistic', w ->> 'p', w ->> 'n', w ->> 'zeros', w ->> 'ties', w ->> 'method',
        w ->> 'effect'
      FROM test
      """)
    #expect(
      found == [
        [
          .real(test.statistic), .real(test.p), 8, 0, .integer(Int64(test.ties)), "exact",
          .real(test.effect),
        ]
      ])
  }

  @Test(arguments: [
    "corr", "spearman", "kendall", "wilcoxon_p", "wilcoxon", "cliffs_delta", "a12",
    "rank_biserial",
  ])
  func `no pairs give NULL`(name: String) throws {
    #expect(try value("\(name)(x, y)", of: "(SELECT 1 AS x, NULL AS y)") == .null)
    #expect(try value("\(name)(x, y)", of: "(SELECT 1 AS x, 2 AS y WHERE false)") == .null)
  }

  @Test func `one pair has a test and no correlation`() throws {
    let one = "(SELECT 0.5 AS x, 0.25 AS y)"
    #expect(try value("wilcoxon_p(x, y)", of: one) == 1.0)
    #expect(try value("a12(x, y)", of: one) == 1.0)
    #expect(try value("corr(x, y)", of: one) == .null)
  }

  @Test(
    arguments: [
      ("corr(1e999, 1)", "corr takes finite numbers, not inf: leave it NULL or put a finite one"),
      ("wilcoxon_p(1, 'b')", "wilcoxon_p takes numbers, not \"b\""),
      ("kendall(x'00', 1)", "kendall takes numbers, not a blob"),
    ])
  func `what cannot be compared is an error in words`(call: String, message: String) throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.rows("SELECT \(call)") }
    #expect(error?.description == message)
  }

  @Test func `infinities have ranks`() throws {
    let rows = "(SELECT 1 AS x, 2 AS y UNION ALL SELECT 1e999, 1e999 UNION ALL SELECT 0, 0)"
    #expect(try value("kendall(x, y)", of: rows) == 1.0)
    #expect(try value("cliffs_delta(x, y)", of: rows).number == -1.0 / 9)
  }
}
