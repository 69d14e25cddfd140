internal import Benchmark
package import Tables

/// Which runs are meant, in the words of `--select`.
///
/// ```
/// let selection = try Selection(["framework=tpot,h2o", "class=timeout"])
/// ```
///
/// Values of one key are alternatives, keys narrow one another. No word at all means every run.
package struct Selection: Sendable, Equatable {
  /// What a word can choose by.
  package enum Key: String, Sendable, CaseIterable {
    case framework, dataset, type, seed, fold, budget, status, `class`, source, since
  }

  package private(set) var values: [Key: [String]] = [:]

  package var isEmpty: Bool { values.isEmpty }

  /// - Parameter words: `key=value,value`, one or several to a text. What has no `=` goes on with the value
  ///   before it, so that a value may have spaces.
  /// - Throws: `StoreError.badSelection`.
  package init(_ words: [String]) throws {
    for (key, text) in try Self.pairs(in: words) {
      let values = text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
      guard !values.isEmpty else {
        throw StoreError.badSelection("\(key.rawValue)= has no value to select by")
      }
      for value in values { try key.check(value) }
      self.values[key, default: []] += values
    }
  }

  private static func pairs(in words: [String]) throws -> [(key: Key, text: String)] {
    var pairs: [(key: Key, text: String)] = []
    for word in words.flatMap({ $0.split(whereSeparator: \.isWhitespace) }) {
      if let equals = word.firstIndex(of: "=") {
        pairs.append((try Key(typed: word[..<equals]), String(word[word.index(after: equals)...])))
      } else if pairs.isEmpty {
        throw StoreError.badSelection("\"\(word)\" has no key, as framework=tpot has")
      } else {
        pairs[pairs.count - 1].text += " " + word
      }
    }
    return pairs
  }
}

extension Selection.Key {
  fileprivate init(typed word: Substring) throws {
    let names = Self.allCases.map(\.rawValue)
    guard let key = Self(rawValue: word.lowercased()) else {
      throw StoreError.badSelection("nothing is selected by \"\(word)\"" + hint(word, names))
    }
    self = key
  }

  /// Throws unless `value` is one that the key can have.
  fileprivate func check(_ value: String) throws {
    switch self {
    case .framework, .dataset, .budget, .source: return
    case .seed, .fold:
      guard Int(value) == nil else { return }
      throw StoreError.badSelection("\(rawValue)=\(value) is no whole number")
    case .since:
      let date =
        /[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?Z?)?/
      guard value.wholeMatch(of: date) == nil else { return }
      throw StoreError.badSelection("since=\(value) is no date such as 2026-05-01")
    case .type, .status, .class:
      guard !words.contains(value) else { return }
      throw StoreError.badSelection("no run has the \(rawValue) \"\(value)\"" + hint(value, words))
    }
  }

  /// The values there are, of a key that has few.
  private var words: [String] {
    switch self {
    case .type: ProblemType.allCases.map(\.rawValue)
    case .class: FailureClass.allCases.map(\.rawValue)
    case .status: ["ok", "failed", "timeout", "killed", "running", "queued"]
    default: []
    }
  }
}

private func hint(_ word: some StringProtocol, _ names: [String]) -> String {
  suggestion(for: String(word), among: names).map { "; did you mean \($0)?" }
    ?? "; there are \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
}

private func trimmed(_ text: Substring) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

// MARK: - In SQL

extension Selection {
  /// A condition that holds for the rows of `results` that are meant, and the values it binds.
  ///
  /// A run began when it says so, else when the bucket got what is known of it.
  package var condition: (sql: String, bindings: [String: Value]) {
    var bindings: [String: Value] = [:]
    var conditions: [String] = []
    for key in Key.allCases {
      guard let values = values[key] else { continue }
      let names = values.indices.map { "select_\(key.rawValue)_\($0)" }
      for (name, value) in zip(names, values) {
        let isNumber = key == .seed || key == .fold
        bindings[name] = isNumber ? Int64(value).map { .integer($0) } ?? .null : .text(value)
      }
      conditions.append(key.condition(names.map { ":" + $0 }))
    }
    return (conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND "), bindings)
  }
}

extension Selection.Key {
  fileprivate func condition(_ names: [String]) -> String {
    let list = names.joined(separator: ", ")
    return switch self {
    case .dataset: "(results.dataset IN (\(list)) OR CAST(results.dataset_id AS TEXT) IN (\(list)))"
    case .since:
      names.map { "(\(began)) >= \($0)" }.joined(separator: " AND ")
    default: "results.\(rawValue) IN (\(list))"
    }
  }

  private var began: String {
    """
    SELECT coalesce(r.started_at, (SELECT max(o.modified_at) FROM objects AS o WHERE o.run_id = r.id))
    FROM runs AS r WHERE r.id = results.run_id
    """
  }
}

extension Store {
  /// Throws `StoreError.unknownSelected` where a selection names what the warehouse does not have.
  package func check(_ selection: Selection) throws {
    let lists: [(Selection.Key, String)] = [
      (.framework, "SELECT name FROM frameworks"), (.budget, "SELECT name FROM budgets"),
      (.source, "SELECT name FROM sources"),
      (.dataset, "SELECT name FROM datasets UNION SELECT CAST(openml_id AS TEXT) FROM datasets"),
    ]
    for (key, sql) in lists {
      guard let values = selection.values[key] else { continue }
      let known = try table(sql + " ORDER BY name").rows.compactMap { $0[0].string }
      for value in values where !known.contains(value) {
        throw StoreError.unknownSelected(key.rawValue, value, known: known)
      }
    }
  }
}
