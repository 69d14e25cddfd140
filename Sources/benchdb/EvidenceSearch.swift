import AWS
import Figures
import Foundation
import Reports
import Statistics
import Tables
import Warehouse

/// Collects what a report of one source, budget and metric is made from, by stored queries alone.
struct EvidenceSearch {
  private let store: Store
  private let library: QueryLibrary
  private let subject: Subject
  private let alpha: Double
  private let rule: Imputation
  /// The text of every query that was run, by its name.
  private var queries: [String: String] = [:]

  /// More means than these, or more runs, are not shown run by run.
  private static let most = (means: 2_500, runs: 60_000)

  init(
    _ subject: Subject, alpha: Double, rule: Imputation, in store: Store, _ library: QueryLibrary
  ) {
    (self.subject, self.alpha, self.rule) = (subject, alpha, rule)
    (self.store, self.library) = (store, library)
  }

  /// - Parameter made: a time to be told; nil for none.
  mutating func evidence(made: Date?) throws -> Evidence {
    let scores = try table("scores")
    var evidence = Evidence(
      subject: Evidence.Topic(
        source: subject.source, budget: subject.budget, metric: subject.metric,
        better: Direction(rawValue: subject.direction) ?? .higher),
      alpha: alpha, rule: rule.words, scores: scores, standings: try table("standings"),
      version: BenchDB.version)
    evidence.classes = try table("failure-classes")
    evidence.messages = try table("failure-messages")
    if scores.rows.count <= Self.most.means, subject.scores <= Self.most.runs {
      evidence.runs = try table("run-scores")
    }
    try draw(into: &evidence)
    evidence.provenance = try provenance(of: scores, made: made)
    return evidence
  }

  // MARK: Queries

  private mutating func table(_ name: String) throws -> Table {
    try table(of: library.query(name))
  }

  private mutating func table(of query: StoredQuery) throws -> Table {
    queries[query.name] = query.sql
    return try store.table(query.sql, bindings: query.bindings(given(query)))
  }

  /// The parameters of `query` that a report knows.
  private func given(_ query: StoredQuery) -> [String: String] {
    [
      "source": subject.source, "budget": subject.budget, "metric": subject.metric,
      "impute": rule.rawValue,
    ].filter { name, _ in query.parameters.contains { $0.name == name } }
  }

  /// What to type for the result of `query` alone.
  private func command(_ words: [String], _ query: StoredQuery) -> String {
    let given = given(query).sorted { $0.key < $1.key }
    let parameters = given.flatMap { ["-p", "\($0.key)=\($0.value)"] }
    return (["benchdb"] + words + parameters).map(shellWord).joined(separator: " ")
  }

  // MARK: Figures

  /// Draws each query whose header has a figure line and a report line, in the order of the latter.
  private mutating func draw(into evidence: inout Evidence) throws {
    let frameworks = try store.frameworks()
    let drawn = try library.all().filter { $0.figure != nil && $0.report != nil }
      .sorted { ($0.report ?? 0, $0.name) < ($1.report ?? 0, $1.name) }
    let means = DataTable(wide: evidence.scores, "", id: "")
    for query in drawn {
      let table = try table(of: query)
      do {
        let drawing = try Drawing(
          of: query, look: nil, frameworks: frameworks, name: "drawing-\(query.name)")
        let figure = try drawing.figure(
          table, imputation: rule == .drop ? nil : rule.words, alpha: alpha)
        evidence.pictures.append(picture(figure, of: query, table, means: means))
      } catch FigureError.tooLittle(let reason) {
        evidence.undrawn.append((query.name, reason))
      }
    }
  }

  private func picture(
    _ figure: Figure, of query: StoredQuery, _ table: Table, means: DataTable?
  ) -> Picture {
    let data = DataTable(query.title, id: "data-\(query.name)", drawn: table)
    // The same numbers are not printed twice.
    let isThere = data != nil && data?.columns == means?.columns && data?.rows == means?.rows
    return Picture(
      name: query.name, title: query.title, figure: figure, data: isThere ? nil : data,
      elsewhere: isThere ? tasksID : nil, command: command(["figure", query.name], query),
      sql: query.sql)
  }

  // MARK: Provenance

  private mutating func provenance(of scores: Table, made: Date?) throws -> Table {
    var table = try table("provenance")
    let query = try library.query("scores")
    let command = command(["query", "scores"], query) + " --format csv"
    let texts = queries.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }.joined()
    let facts = [
      ("benchdb", BenchDB.version), ("tests at", "alpha \(alpha)"),
      ("rule for missing scores", rule.rawValue),
      ("SHA-256 of the scores", digest(scores.formatted(.csv))),
      ("which is that of the output of", command),
      ("SHA-256 of the \(queries.count) queries", digest(texts)),
      ("made at", made.map { $0.ISO8601Format() } ?? ""),
    ]
    for (fact, value) in facts where !value.isEmpty {
      table.append([.text(fact), .text(value)])
    }
    return table
  }

  private func digest(_ text: String) -> String {
    Digest.hexadecimal(Digest.of(text.utf8, by: .sha256))
  }
}

/// A word as a shell takes it, whatever it is made of.
private func shellWord(_ word: String) -> String {
  let plain = word.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic && scalar.isASCII
      || "0123456789-_=./:,+@%".unicodeScalars
        .contains(scalar)
  }
  return plain && !word.isEmpty
    ? word
    : "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
}
