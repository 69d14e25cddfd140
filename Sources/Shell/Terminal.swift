internal import CTerminal
internal import Dispatch
internal import Glibc

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
    _ = ct_raw(input)
    defer { ct_restore() }
    return try body()
  }

  /// What Ctrl-Z does; returns when the process goes on.
  func suspend() {
    ct_suspend(input)
  }

  /// Runs a program at the terminal, as a shell would, and says whether it ended well.
  static func run(_ command: String) -> Bool {
    ct_run(command) == 0
  }

  // MARK: Bytes

  /// The next byte typed; nil at the end of input, or when none came `within` so many milliseconds.
  func byte(within milliseconds: Int?) -> UInt8? {
    if let byte = waiting.popFirst() { return byte }
    while true {
      switch ct_wait(input, Int32(milliseconds ?? -1)) {
      case 0: return nil
      case 1...: return fill() ? waiting.popFirst() : nil
      default: if errno != EINTR { return nil }
      }
    }
  }

  private func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
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
