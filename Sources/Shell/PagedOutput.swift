/// The words of one command on their way to the screen: held back while they may fit it, through the
/// pager once they do not.
final class PagedOutput {
  private enum Way {
    case holding, plain
    case paging(Pager)
  }

  private let lines: Int
  private let command: String
  private let screen: (String) throws -> Void
  private var way = Way.holding
  private var held = ""
  private var heldLines = 0

  /// - Parameters:
  ///   - lines: what the screen holds, the prompt's line included.
  ///   - command: the pager's.
  ///   - screen: writes to it.
  init(lines: Int, command: String, screen: @escaping (String) throws -> Void) {
    self.lines = lines
    self.command = command
    self.screen = screen
  }

  var isPaging: Bool { if case .paging = way { true } else { false } }

  /// - Throws: `Pager.Left`, `ShellError.noPager`, or what the screen does.
  func write(_ text: String) throws {
    switch way {
    case .plain: try screen(text)
    case .paging(let pager): try pager.write(text)
    case .holding:
      held += text
      heldLines += text.utf8.count { $0 == UInt8(ascii: "\n") }
      guard heldLines >= lines else { return }
      let pager = try Pager(command)
      way = .paging(pager)
      try pager.write(held)
      held = ""
    }
  }

  /// Shows what there is: it comes too slowly to wait for a screen of it.
  func showSoFar() throws {
    guard case .holding = way, !held.isEmpty else { return }
    way = .plain
    try screen(held)
    held = ""
  }

  /// Ends the words, and waits until they are read.
  func finish() throws {
    switch way {
    case .plain: return
    case .holding: if !held.isEmpty { try screen(held) }
    case .paging(let pager):
      guard pager.close() else { throw ShellError.noPager(command) }
    }
  }
}
