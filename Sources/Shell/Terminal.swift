internal import CTerminal
internal import Dispatch
internal import Glibc
internal import LineEditing

/// The terminal that a person types at: the one keeper of its modes, its size and its Ctrl-C.
///
/// Whatever ends the process, a signal included, the terminal is left as it was found.
package final class Terminal {
  private let input: Int32
  private let output: Int32
  private var waiting: ArraySlice<UInt8> = []

  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.input = input
    self.output = output
  }

  /// Columns and rows, 80 and 24 where the terminal does not tell.
  package var size: (columns: Int, rows: Int) {
    Self.size(of: output) ?? (80, 24)
  }

  /// Columns and rows of the terminal behind a file descriptor, nil where there is none.
  package static func size(of descriptor: Int32 = STDOUT_FILENO) -> (columns: Int, rows: Int)? {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard ct_size(descriptor, &columns, &rows) == 0 else { return nil }
    return (Int(columns), Int(rows))
  }

  // MARK: Modes

  /// Calls `body` with keys coming as they are typed, and puts the terminal back afterwards.
  func raw<Result>(_ body: () throws -> Result) rethrows -> Result {
    makeRaw()
    defer { ct_restore() }
    return try body()
  }

  /// Calls `body` with the terminal as it was found, in the midst of `raw`.
  func cooked<Result>(_ body: () throws -> Result) rethrows -> Result {
    ct_restore()
    defer { makeRaw() }
    return try body()
  }

  private func makeRaw() {
    guard ct_raw(input, output) == 0, waiting.isEmpty, ct_has_input(input) != 0, fill() else {
      return
    }
    // What was typed ahead, for which the terminal has already written line feeds for Enter.
    waiting = ArraySlice(waiting.map { $0 == 0x0A ? 0x0D : $0 })
  }

  /// What Ctrl-Z does; returns when the process goes on.
  func suspend() {
    ct_suspend()
  }

  /// Runs a program at the terminal, as a shell would, and says whether it ended well.
  static func run(_ command: String) -> Bool {
    ct_run(command) == 0
  }

  // MARK: Input and output

  /// Whether something was typed that `next` has not given yet.
  var hasMore: Bool { !waiting.isEmpty || ct_has_input(input) != 0 }

  /// What comes next; nothing when it does not come `within` so many milliseconds.
  func next(within milliseconds: Int?) -> Input {
    if let byte = waiting.popFirst() { return .byte(byte) }
    while true {
      switch ct_wait(input, Int32(milliseconds ?? -1)) {
      case 0: return .nothing
      case 1: return fill() ? waiting.popFirst().map { .byte($0) } ?? .closed : .closed
      case Int32(UInt8(ascii: "r")): return .resized
      case Int32(UInt8(ascii: "c")): return .resumed
      default: if errno != EINTR { return .closed }
      }
    }
  }

  private func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(input, &bytes, bytes.count)
    guard count > 0 else { return false }
    waiting = bytes[..<count]
    return true
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}

/// What Ctrl-C does while no key is read: calls `body`, on a thread of its own, instead of ending the
/// process. A third one since the last `forgive` ends it after all.
final class Interrupts {
  private let source: any DispatchSourceRead

  /// Nil where no pipe can be had.
  init?(_ body: @escaping @Sendable () -> Void) {
    let pipe = ct_catch_interrupts()
    guard pipe >= 0 else { return nil }
    source = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: .global())
    source.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 16)
      if read(pipe, &bytes, bytes.count) > 0 { body() }
    }
    source.resume()
  }

  deinit {
    source.cancel()
    ct_release_interrupts()
  }

  /// Counts from zero again: what is about to run has not been asked to stop.
  func forgive() {
    ct_forgive()
  }
}
