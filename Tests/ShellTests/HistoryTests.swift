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

  @Test func `only the owner can read the file and its folder`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var history = History(file: file)
    history.add("select 1;")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let above = try FileManager.default.attributesOfItem(
      atPath: folder.appending(path: "deep").path)
    #expect(above[.posixPermissions] as? Int == 0o700)
  }

  @Test func `blanks and what starts with a space are not kept, nor an entry twice`() {
    var history = History()
    for text in ["a;", "a;", "", "  ", " secret;", "b;\n", "c;", "b;"] { history.add(text) }
    #expect(history.entries == ["a;", "c;", "b;"])
  }

  @Test func `an entry that comes again moves to the end, in the file too`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    var history = History(file: file)
    for text in ["a;", "b;", "a;"] { history.add(text) }
    #expect(History(file: file).entries == ["b;", "a;"])
  }

  @Test func `two sessions add to one file`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    var one = History(file: file)
    var other = History(file: file)
    one.add("one;")
    other.add("other;")
    one.add("one again;")
    #expect(History(file: file).entries == ["one;", "other;", "one again;"])
  }

  @Test func `a file that has grown is cut to what is kept`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var history = History(file: file)
    history.add("first;")
    let many = (1..<2 * History.limit).map { "select \($0);\n" }.joined()
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    handle.write(Data(many.utf8))
    history.add("last;")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == History.limit)
    #expect(lines.last == "last;")
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "deep").path)
    #expect(folders == ["history"])
  }

  @Test func `damage costs no more than what is damaged`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "deep"), withIntermediateDirectories: true)
    try Data([0x61, 0x0A, 0xFF, 0x0A, 0x0A, 0x00, 0x0D, 0x0A, 0x62, 0x5C])
      .write(to: URL(filePath: file))
    var history = History(file: file)
    #expect(history.entries.first == "a")
    #expect(history.entries.last == "b")
    history.add("c")
    #expect(History(file: file).entries.suffix(2) == ["b", "c"])
  }

  @Test func `a file that cannot be written costs nothing`() {
    var history = History(file: "/dev/null/history")
    history.add("select 1;")
    #expect(history.entries == ["select 1;"])
  }
}
