import TestSupport
import Testing

/// What can be typed is documented.
struct DocumentationTests {
  @Test(arguments: ["Sources/benchdb/Verbs", "queries"])
  func `docs/benchdb.md names every file of`(folder: String) {
    let page = Repository.text("docs/benchdb.md")
    let names = Repository.files(in: folder, "swift", "sql").map { Source($0).name }
      .filter { $0 != folder && !$0.contains("+") }
      .map(typed)
    let missing = names.filter { !page.contains("`\($0)") }
    #expect(missing.isEmpty, "docs/benchdb.md does not explain:\(listed(missing))")
  }

  /// A verb's name as it is typed: `RunAnalysis` is `run-analysis`.
  private func typed(_ name: String) -> String {
    name.replacing(/(.)([A-Z])/) { "\($0.1)-\($0.2)" }.lowercased()
  }
}
