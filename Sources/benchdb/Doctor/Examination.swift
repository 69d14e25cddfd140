import Tables

/// What a doctor found, a line for each thing looked at.
struct Examination {
  private struct Finding {
    var subject: String
    var state: String
    var words: String
  }

  private var findings: [Finding] = []
  /// How the program is to end, by the first thing that failed.
  private(set) var status: ExitStatus?

  var failed: [String] { findings.filter { $0.state == "failed" }.map(\.subject) }

  /// Looks at something; what `body` throws is what is wrong with it.
  ///
  /// - Returns: Whether it is well.
  @discardableResult mutating func look(at subject: String, _ body: () throws -> String) -> Bool {
    do {
      findings.append(Finding(subject: subject, state: "ok", words: try body()))
      return true
    } catch {
      let failure = Failure(error)
      status = status ?? failure?.status ?? .ourBug
      let words = failure?.text ?? "\(error)"
      findings.append(
        Finding(
          subject: subject, state: "failed",
          words: words.hasPrefix("error: ") ? String(words.dropFirst(7)) : words))
      return false
    }
  }

  mutating func skip(_ subject: String, because words: String) {
    findings.append(Finding(subject: subject, state: "skipped", words: words))
  }

  mutating func warn(of subject: String, _ words: String) {
    findings.append(Finding(subject: subject, state: "warning", words: words))
  }

  var table: Table {
    Table(
      columns: ["check", "state", "finding"],
      rows: findings.map { [.text($0.subject), .text($0.state), .text($0.words)] })
  }
}
