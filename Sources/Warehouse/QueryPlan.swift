internal import Tables

/// How SQLite goes about a statement: the steps of `EXPLAIN QUERY PLAN`, one within another.
package struct QueryPlan: Sendable, Equatable {
  package struct Step: Sendable, Equatable {
    /// SQLite's own words, such as `SCAN runs`.
    package var detail: String
    /// What a person should know about it, such as `all 1,800 rows`; nil where there is nothing.
    package var note: String?
    package var steps: [Step] = []
  }

  package var steps: [Step]
}

extension QueryPlan {
  /// Puts the rows that SQLite gives, each with the number of the step it belongs to, into a tree.
  ///
  /// **Shape**: rows of `EXPLAIN QUERY PLAN`: id, parent (0 for none), unused, detail.
  ///
  /// - Parameter note: what is to be said about a step of these words.
  init(_ rows: [[Value]], note: (String) throws -> String?) rethrows {
    let children = Dictionary(grouping: rows) { $0[1] }
    func steps(of parent: Value) throws -> [Step] {
      try (children[parent] ?? []).map { row in
        let detail = row[3].string ?? ""
        return Step(detail: detail, note: try note(detail), steps: try steps(of: row[0]))
      }
    }
    self.steps = try steps(of: 0)
  }

  /// The plan drawn as a tree, a line a step.
  ///
  /// ```
  /// ├─ SCAN runs (all 1,800 rows)
  /// └─ USE TEMP B-TREE FOR ORDER BY (sorts)
  /// ```
  ///
  /// - Parameters:
  ///   - unicode: whether rules are drawn; else they are of `|` and `-`.
  ///   - colours: whether rules and notes are dim.
  package func text(unicode: Bool = true, colours: Bool = false) -> String {
    let rules = unicode ? ("├─ ", "└─ ", "│  ") : ("|-- ", "`-- ", "|   ")
    func lines(_ steps: [Step], below margin: String) -> String {
      var text = ""
      for (number, step) in steps.enumerated() {
        let isLast = number == steps.count - 1
        text += Paint.dim(margin + (isLast ? rules.1 : rules.0), on: colours)
        text += escapingControls(in: step.detail)
        text += step.note.map { Paint.dim(" (\($0))", on: colours) } ?? ""
        let blank = String(repeating: " ", count: rules.2.count)
        text += "\n" + lines(step.steps, below: margin + (isLast ? blank : rules.2))
      }
      return text
    }
    return lines(steps, below: "")
  }

  /// The words of every step, each before those within it.
  package var details: [String] {
    func details(_ steps: [Step]) -> [String] {
      steps.flatMap { [$0.detail] + details($0.steps) }
    }
    return details(steps)
  }
}
