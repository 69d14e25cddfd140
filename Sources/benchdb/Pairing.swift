import Statistics
import Tables
import Warehouse

/// Two frameworks that are to be compared, each with the source, budget and metric its scores are of.
struct Pairing {
  /// A framework, and which of its scores.
  struct Side {
    let framework: String
    let subject: Subject
  }

  let first, second: Side

  /// Finds both where the most scores are that `options` leave; with `against` the second in that
  /// source, under the first's budget if it has it.
  ///
  /// - Throws: `Failure` with `noInput` for a name that has no scores, with `no` where both have none of
  ///   one metric.
  init(
    _ first: String, _ second: String, against: String?, _ options: SubjectOptions,
    in store: Store, _ library: QueryLibrary
  ) throws {
    let entrants = try Entrants(in: store)
    let subjects = try Subject.all(in: store, library, options)
    try entrants.require(first)
    try entrants.require(second)
    var others = options
    (others.source, others.budget) = (against, nil)
    let rivals = against == nil ? subjects : try Subject.all(in: store, library, others)
    let sides = subjects.filter { entrants.has(first, in: $0) }.flatMap { one in
      rivals.filter { entrants.has(second, in: $0) && one.faces($0, against, options) }.map {
        (one, $0)
      }
    }
    guard let best = sides.first(where: { $0.budget == $1.budget }) ?? sides.first else {
      throw Self.nothing(first, second, against, options.metric)
    }
    self.first = Side(framework: first, subject: best.0)
    self.second = Side(framework: second, subject: best.1)
  }

  /// What to call both: by the source too, where it differs.
  var names: (first: String, second: String) {
    guard first.subject.source != second.subject.source else {
      return (first.framework, second.framework)
    }
    return (first.name, second.name)
  }

  private static func nothing(
    _ first: String, _ second: String, _ against: String?, _ metric: String?
  ) -> Failure {
    let scores = metric.map { "\($0) scores" } ?? "scores of one metric"
    guard let against else {
      return Failure(
        .no,
        """
        no source and budget has \(scores) of both \(first) and \(second); --against SOURCE takes \
        those of \(second) from another.
        """)
    }
    return Failure(
      .no, "there are no \(scores) of both \(second) in \(against) and \(first) in another source.")
  }
}

extension Pairing.Side {
  var name: String { "\(framework) of \(subject.source)" }
}

extension Subject {
  /// Whether a framework's scores here can face another's there.
  fileprivate func faces(
    _ other: Subject, _ against: String?, _ options: SubjectOptions
  ) -> Bool {
    guard metric == other.metric else { return false }
    guard against == nil else { return source != other.source || options.source != nil }
    return source == other.source && budget == other.budget
  }
}

/// Which frameworks have scores, and where.
private struct Entrants {
  private let names: [String]
  private let places: Set<[Value]>

  init(in store: Store) throws {
    let rows = try store.table(
      """
      SELECT DISTINCT d.framework, o.name, b.name, m.name
      FROM dataset_means AS d
      JOIN sources AS o ON o.id = d.source_id
      JOIN budgets AS b ON b.id = d.budget_id
      JOIN metrics AS m ON m.id = d.metric_id
      """
    ).rows
    names = Set(rows.compactMap { $0[0].string }).sorted()
    places = Set(rows)
  }

  func has(_ framework: String, in subject: Subject) -> Bool {
    places.contains([
      .text(framework), .text(subject.source), .text(subject.budget), .text(subject.metric),
    ])
  }

  func require(_ framework: String) throws {
    guard !names.contains(framework) else { return }
    let meant = suggestion(for: framework, among: names).map { "; did you mean \($0)?" }
    throw Failure(
      .noInput,
      "no framework \"\(framework)\" has scores"
        + (meant ?? ", only \(names.joined(separator: ", ")).")
    )
  }
}
