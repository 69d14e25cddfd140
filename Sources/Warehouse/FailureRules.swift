internal import Benchmark

/// Why runs failed, by the table `failure_rules`.
struct FailureRules {
  private static let most = 10_000

  private let select: RawStatement
  private var known: [String: FailureClass] = [:]

  init(_ connection: OpaquePointer) throws {
    select = try RawStatement(
      connection,
      "SELECT class FROM failure_rules WHERE ? LIKE pattern ORDER BY position LIMIT 1")
  }

  /// The class of the first rule whose pattern the message is like; unknown if none is.
  mutating func failureClass(of message: String) throws -> FailureClass {
    if let known = known[message] { return known }
    let found = try ruling(on: message) ?? .unknown
    if known.count >= Self.most { known = [:] }
    known[message] = found
    return found
  }

  /// What the rules say of a line; nil if no pattern is like it.
  private func ruling(on line: String) throws -> FailureClass? {
    var found: FailureClass?
    select.bind(line, at: 1)
    try select.eachRow { found = $0.text(0).flatMap(FailureClass.init) }
    return found
  }
}

// MARK: - Logs

extension FailureRules {
  private static let linesSearched = 200
  private static let longestLine = 2_000
  private static let longestMessage = 300

  /// Why a run failed that left `log`: the last line that a rule knows, else the last that says anything.
  ///
  /// The class is nil where no rule knows a line. Causes stand at a log's end, and only the last lines are
  /// looked at.
  ///
  /// - Complexity: O(1): of 200 lines the first 2,000 bytes each.
  func ending(of log: [UInt8]) throws -> (failure: FailureClass?, message: String) {
    var last: String?
    var end = log.endIndex
    for _ in 0..<Self.linesSearched where end > log.startIndex {
      let line = log[..<end].suffix(while: { !isLineEnd($0) })
      end = max(log.startIndex, line.startIndex - 1)
      let text = readable(line.prefix(Self.longestLine))
      guard !text.isEmpty else { continue }
      if let failure = try ruling(on: text) { return (failure, shortened(text)) }
      last = last ?? shortened(text)
    }
    return (nil, last ?? "the log is empty")
  }

  private func shortened(_ text: String) -> String { String(text.prefix(Self.longestMessage)) }
}

extension ArraySlice {
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// The words of a line, without the controls between or in them.
private func readable(_ line: ArraySlice<UInt8>) -> String {
  let isHidden: (Unicode.Scalar) -> Bool = {
    [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
  }
  let text = String(decoding: line, as: UTF8.self)
  guard text.unicodeScalars.contains(where: isHidden) || text.utf8.first == 0x20 else {
    return text
  }
  return text.unicodeScalars.split { isHidden($0) || $0 == " " }
    .map { String(Substring($0)) }.joined(separator: " ")
}
