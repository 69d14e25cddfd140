import Foundation
import Statistics
import Tables
import Testing
import Warehouse

@Suite struct TableFunctionsTests {
  private let lab: Lab

  init() throws {
    lab = try Lab()
    try lab.execute("CREATE TABLE samples (block, treatment, value)")
    try lab.execute("INSERT INTO samples SELECT * FROM \(FriedmanAggregatesTests.scores)")
  }

  private func blocks() throws -> Blocks {
    var observations: [Blocks.Observation] = []
    for row in try lab.rows("SELECT block, treatment, value FROM samples WHERE value IS NOT NULL") {
      observations.append(
        Blocks.Observation(
          block: row[0].description ?? "", treatment: row[1].string ?? "",
          value: row[2].number ?? .nan))
    }
    return try Blocks(observations, better: .higher)
  }

  private func message(_ sql: String) -> String? {
    #expect(throws: StoreError.self) { try lab.rows(sql) }?.description
  }

  /// Ranks by scipy 1.17.1's rankdata of the five complete blocks; the third is shared.
  @Test func `treatments stand by their mean rank`() throws {
    let found = try lab.rows("SELECT * FROM friedman_ranks('SELECT * FROM samples')")
    #expect(
      found == [
        ["a", 1.3, 3.5, 5], ["b", 1.9, 1.5, 5], ["c", 2.8, 0.0, 5],
      ])
  }

  @Test(arguments: PairMethod.allCases)
  func `each pair has the numbers of the Swift test`(method: PairMethod) throws {
    for adjustment in Adjustment.allCases {
      let found = try lab.rows(
        "SELECT * FROM posthoc('TABLE', '\(method)', '\(adjustment)')"
          .replacing("TABLE", with: "SELECT * FROM samples"))
      let blocks = try blocks()
      #expect(found == (try PostHoc(blocks, method, adjustment).table(blocks.treatments).rows))
    }
  }

  /// scipy 1.17.1: wilcoxon of differences rounded to ten places, all sign flips (one pair of b and
  /// a is tied; the rest have no zeros): statistics 1, 0, 1.5 and p 0.25, 0.0625, 0.1875.
  @Test func `without more it is Wilcoxon by Holm`() throws {
    let found = try lab.rows(
      "SELECT a, b, p, p_adjusted, wins, ties, losses FROM posthoc('SELECT * FROM samples')")
    #expect(
      found == [
        ["a", "b", 0.25, 0.375, 3, 1, 1], ["a", "c", 0.0625, 0.1875, 5, 0, 0],
        ["b", "c", 0.1875, 0.375, 4, 0, 1],
      ])
  }

  @Test func `all others face the control`() throws {
    let found = try lab.rows(
      "SELECT a, b, wins FROM posthoc('SELECT * FROM samples', 'conover', 'bonferroni', 'c')")
    #expect(found == [["c", "a", 0], ["c", "b", 1]])
  }

  @Test func `Bayes has a probability and no p`() throws {
    let sql = "SELECT * FROM posthoc('SELECT * FROM samples', 'bayes', NULL"
    let found = try lab.rows(sql + ")")
    var random = SplitMix64(seed: 1)
    let pairs = try BayesianSignedRank(blocks(), using: &random).pairs
    #expect(found.map { $0[2] } == pairs.map { .real($0.probabilities.first) })
    #expect(found.allSatisfy { $0[3...4] == [.null, .null] })
    let facing = try lab.rows(sql + ", 'c')")
    #expect(facing.map { $0[2] } == pairs[1...].map { .real($0.probabilities.second) })
  }

  @Test(arguments: [
    "SELECT 1, 2, 3 WHERE false", "SELECT 1, 2, 3", "SELECT 1, 'a', NULL",
    "SELECT 1, 'a', 1 UNION ALL SELECT 2, 'b', 2",
  ])
  func `too little data gives no rows`(sql: String) throws {
    #expect(try lab.rows("SELECT * FROM posthoc(\(Value.text(sql).literal))").isEmpty)
    let complete = sql == "SELECT 1, 2, 3"
    let ranks = try lab.rows("SELECT * FROM friedman_ranks(\(Value.text(sql).literal))")
    #expect(ranks == (complete ? [["2", 1.0, 1.0, 1]] : []))
  }

  @Test func `it joins, and its argument may come from a row`() throws {
    let found = try lab.rows(
      """
      WITH asked(m) AS (VALUES ('wilcoxon'), ('sign'))
      SELECT asked.m, count(*)
      FROM asked JOIN posthoc('SELECT * FROM samples', asked.m) AS pair
      WHERE pair.wins > 3 GROUP BY asked.m ORDER BY asked.m
      """)
    #expect(found == [["sign", 2], ["wilcoxon", 2]])
  }

  @Test(arguments: [
    ("posthoc('DELETE FROM samples')", "takes a SELECT, not a statement that changes something"),
    (
      "posthoc('DELETE FROM samples RETURNING block, treatment, value')",
      "takes a SELECT, not a statement that changes something"
    ),
    ("posthoc('BEGIN')", "takes a SELECT, not a statement that changes something"),
    ("posthoc('SELECT 1, 2, 3; SELECT 2')", "takes one SELECT, not several statements"),
    ("posthoc(' -- none')", "takes a SELECT, not an empty text"),
    ("posthoc(NULL)", "takes a SELECT of block, treatment and value"),
    ("posthoc", "takes a SELECT of block, treatment and value"),
    ("posthoc('SELECT 1, 2')", "takes a SELECT of 3 columns, not of 2"),
    (
      "posthoc('SELECT 1, 2 frm x, 3')",
      "cannot read its SELECT: near \"x\": syntax error, at character 17"
    ),
    (
      "posthoc('SELECT block, teatment, value FROM samples')",
      "cannot read its SELECT: no such column: teatment, at character 15"
    ),
    (
      "posthoc('SELECT 1, 2, ''x''')", "takes numbers as values, not 'x'"
    ),
    (
      "posthoc('SELECT 1, 2, 3', 'wilcoxn')",
      "takes one of nemenyi, ranks, conover, quade, wilcoxon, sign, t, bayes as method, not wilcoxn; "
        + "did you mean wilcoxon?"
    ),
  ])
  func `misuse is an error in words`(call: String, words: String) throws {
    #expect(message("SELECT * FROM \(call)") == "posthoc \(words)")
    #expect(try lab.rows("SELECT count(*) FROM samples") == [[18]])
  }

  @Test func `what the test refuses is an error in words`() throws {
    #expect(
      message("SELECT * FROM posthoc('SELECT * FROM samples', 'wilcoxon', 'holm', 'd')")
        == "posthoc: there is no framework \"d\" among a, b, c")
    #expect(
      message("SELECT * FROM friedman_ranks('SELECT 1, 2, 3 UNION ALL SELECT 1, 2, 3')")
        == "friedman_ranks: two values of 2 on 1: average seeds and folds first")
  }

  @Test func `another thread can interrupt its SELECT`() throws {
    let store = lab.store
    let interrupter = Thread {
      while !Thread.current.isCancelled { store.interrupt() }
    }
    interrupter.start()
    defer { interrupter.cancel() }
    let endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 1, 2, max(i) FROM n"
    let error = #expect(throws: StoreError.self) {
      try store.table("SELECT * FROM posthoc('\(endless)')")
    }
    #expect(error?.description == "interrupted")
  }
}
