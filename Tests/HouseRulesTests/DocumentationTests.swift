import Foundation
import TestSupport
import Testing

/// What can be typed is documented.
struct DocumentationTests {
  @Test func `docs/benchdb.md names every verb`() {
    let verbs = Repository.files(in: "Sources/benchdb/Verbs", "swift").filter { path in
      Repository.text(path).contains("abstract: ")
    }
    expectNamed(verbs.map(typed))
  }

  @Test func `docs/benchdb.md names every stored query`() {
    expectNamed(Repository.files(in: "queries", "sql").map { Source($0).name })
  }

  @Test(arguments: ["Sources/Statistics/Hypotheses", "Sources/Figures/Charts"])
  func `docs/benchdb.md names everything in`(folder: String) {
    let names = Repository.files(in: folder, "swift").compactMap { path in
      Repository.text(path).firstMatch(of: /static let name = "(.+)"/).map { String($0.1) }
    }
    expectNamed(names)
  }

  @Test(arguments: ["README.md", "CHANGELOG.md"] + Repository.files(in: "docs", "md"))
  func `a link within the repository leads somewhere`(path: String) {
    let folder = Repository.root.appending(path: path).deletingLastPathComponent()
    let dead = Repository.text(path).matches(of: /\]\(([^):#]+)(#[^)]*)?\)/).map { String($0.1) }
      .filter { !FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    #expect(dead.isEmpty, "\(listed(dead))")
  }

  /// A verb as it is typed: the name it gives itself, or else its file's, `RunAnalysis` being
  /// `run-analysis`.
  private func typed(_ path: String) -> String {
    let given = Repository.text(path).firstMatch(
      of: /^    commandName: "(.+)"/.anchorsMatchLineEndings())
    return given.map { String($0.1) }
      ?? Source(path).name.replacing(/([a-z])([A-Z])/) { "\($0.1)-\($0.2)" }.lowercased()
  }

  private func expectNamed(
    _ names: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let page = Repository.text("docs/benchdb.md")
    let missing = names.filter { !page.contains("`\($0)`") && !page.contains("`\($0) ") }
    #expect(!names.isEmpty, sourceLocation: sourceLocation)
    #expect(
      missing.isEmpty, "it does not explain:\(listed(missing))", sourceLocation: sourceLocation)
  }
}
