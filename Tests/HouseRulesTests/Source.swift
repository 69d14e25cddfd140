import Foundation
import TestSupport

/// A source file as text: what the House Rules read.
struct Source: Sendable {
  let path: String
  let lines: [String]

  /// `AUC` of `Sources/Scoring/Metrics/AUC.swift`.
  var name: String { String(path.split(separator: "/").last?.split(separator: ".").first ?? "") }
  /// `Scoring` of `Sources/Scoring/Metrics/AUC.swift`.
  var target: String { String(path.split(separator: "/")[1]) }

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  init(_ path: String) {
    self.init(path: path, text: Repository.text(path))
  }

  static let program = Repository.files(in: "Sources", "swift", "c", "h").map { Source($0) }
  static let tests = Repository.files(in: "Tests", "swift").map { Source($0) }
  static let swift = (program + tests).filter { $0.path.hasSuffix(".swift") }

  /// `path:line: text` of each line that `isBad`, numbered as an editor does.
  func places(where isBad: (String) -> Bool) -> [String] {
    lines.enumerated().filter { isBad($0.element) }
      .map { "\(path):\($0.offset + 1): \($0.element.trimmingCharacters(in: .whitespaces))" }
  }

  /// Whether some line has one of `words`.
  func mentions(_ words: [String]) -> Bool {
    lines.contains { line in words.contains { line.contains($0) } }
  }
}

/// What is found, one a line, so that a failing test says where to look.
func listed(_ faults: [String]) -> String {
  "\n" + faults.joined(separator: "\n")
}
