import TestSupport
import Testing

struct PageTests {
  static let pages = ["README.md"] + Repository.files(in: "docs", "md")

  @Test(arguments: pages)
  func `what a page says comes back when it is typed`(path: String) async throws {
    expectGolden(try await Page(path: path).typed(), "../../\(path)")
  }
}
