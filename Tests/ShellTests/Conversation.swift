import Foundation
import Tables
import Testing
import Warehouse

@testable import Shell

/// A prompt over a small warehouse of its own, whose words are kept: typed lines and what they gave.
final class Conversation {
  private let folder: URL
  let repl: REPL

  init(
    access: Store.Access = .readOnly, width: Int? = 80, height: Int? = nil, unicode: Bool = true
  ) throws {
    folder = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "bench.db").path
    let store = try Store.create(at: path)
    try store.run(Self.sample) { _ in
    } row: { _ in
    }
    try store.close()
    let words = Words()
    var world = ShellWorld(
      open: { try Store.open(at: $0 ?? path, access: $1) },
      verbs: [(name: "status", help: "Count runs."), (name: "import", help: "Read results.")],
      runVerb: {
        words.verbs.append($0 + [$2])
        return $0 == ["import", "none.csv"] ? 66 : 0
      },
      explain: { error in
        let excerpt = (error as? StoreError)?.excerpt.map { "\n" + $0 } ?? ""
        return ("error: \(error)\(excerpt)".replacing(path, with: "bench.db"), 1)
      },
      write: { words.text += $0 }, say: { words.text += $0 + "\n" }, now: { .zero },
      edit: { $0.replacing("1", with: "2") }, width: { width })
    world.outlets = words.outlets
    world.height = { height }
    world.unicode = unicode
    self.words = words
    repl = try REPL(world, access: access)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private let words: Words

  private final class Words {
    var text = ""
    var verbs: [[String]] = []
    var taken: [(place: String, text: String)] = []
    /// What keeps a clipboard, and what opens files; nil for nothing.
    var programs: (clipboard: String?, viewer: String?) = ("xclip", "xdg-open")

    /// Outlets that keep what they are given, by its place.
    var outlets: Outlets {
      var outlets = Outlets()
      outlets.file = { path, replacing, _ in
        if !replacing, self.taken.contains(where: { $0.place == path }) {
          throw ShellError.unwritable(path)
        }
        return self.receiver(path, .forFile(path))
      }
      outlets.pipe = { self.receiver("|" + $0) }
      outlets.shell = {
        self.taken.append(("shell", $0))
        return $0 == "false" ? 1 : 0
      }
      outlets.editor = { self.taken.append(("editor.\($1)", $0)) }
      outlets.clipboard = { text in
        if self.programs.clipboard != nil { self.taken.append(("clipboard", text)) }
        return self.programs.clipboard
      }
      outlets.opener = { path in
        if self.programs.viewer != nil { self.taken.append(("opener", path)) }
        return self.programs.viewer
      }
      outlets.viewer = { text, ending in
        if self.programs.viewer != nil { self.taken.append(("viewer.\(ending)", text)) }
        return self.programs.viewer
      }
      return outlets
    }

    /// `|head` wants no more than it was given first.
    private func receiver(_ name: String, _ format: TableFormat? = nil) -> Receiver {
      var text = ""
      return Receiver(name, format: format) {
        if name == "|head", !text.isEmpty { throw Receiver.Enough() }
        text += $0
      } end: {
        self.taken.append((name, $0 ? text : "discarded"))
        return nil
      }
    }
  }

  /// The text that a file, a `|command`, `clipboard`, `viewer.csv`, `editor.txt` or `shell` took last.
  func taken(by place: String) -> String? { words.taken.last { $0.place == place }?.text }

  /// Leaves the machine without the programs of a desktop.
  func haveNoDesktop() { words.programs = (nil, nil) }

  private static let sample = """
    CREATE TABLE scores_of (framework TEXT, dataset TEXT NOT NULL, auc REAL, seed INTEGER) STRICT;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
    INSERT INTO scores_of
    SELECT iif(i % 2, 'tpot', 'AutoGluon_best'), 'データ ' || i, nullif(1.0 / i, 0.25), i * 1000
    FROM n;
    """

  /// Types each line and returns everything said so far, the lines marked as the prompt shows them.
  func type(_ lines: String...) -> String {
    for line in lines {
      words.text +=
        (repl.store.access == .readWrite ? "benchdb (write)> " : "benchdb> ") + line + "\n"
      repl.perform(line)
    }
    return words.text
  }

  /// Runs a script as from standard input; returns its status and everything said.
  func follow(_ script: String) -> (status: Int32, text: String) {
    var lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...]
    let status = repl.follow { lines.popFirst() }
    return (status, words.text)
  }

  /// What verbs were asked, with the format.
  var asked: [[String]] { words.verbs }

  func file(_ name: String) -> String { folder.appending(path: name).path }
}
