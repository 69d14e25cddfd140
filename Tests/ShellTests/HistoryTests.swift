import Foundation
import Testing

@testable import Shell

@Suite struct HistoryTests {
  private let folder = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
  private var file: String { folder.appending(path: "deep/history").path }

  @Test func `entries of several lines survive, in order`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    var history = History(file: file)
    history.add("select 1;")
    history.add("select 'a\\n'\nfrom t;")
    #expect(History(file: file).entries == ["select 1;", "select 'a\\n'\nfrom t;"])
  }

  @Test func `only the owner can read the file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var history = History(file: file)
    history.add("select 1;")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `blanks, repeats and what starts with a space are not kept`() {
    var history = History()
    for text in ["a;", "a;", "", "  ", " secret;", "b;\n", "a;"] { history.add(text) }
    #expect(history.entries == ["a;", "b;", "a;"])
  }

  @Test func `a file that cannot be written costs nothing`() {
    var history = History(file: "/dev/null/history")
    history.add("select 1;")
    #expect(history.entries == ["select 1;"])
  }
}
