internal import CTerminal
internal import Glibc

/// A program that shows text a screen at a time, such as `less`, and reads what is written here.
///
/// While it has the terminal, Ctrl-C is a key of its own and ends no prompt.
final class Pager {
  /// It was left before it had read everything, as by `q`.
  struct Left: Error {}

  private let stream: UnsafeMutablePointer<FILE>
  private let before: sighandler_t?

  /// Starts `command`, the person's own line of shell.
  ///
  /// `less` keeps colours, cuts long lines and leaves the text on the screen, unless `LESS` says
  /// otherwise.
  init(_ command: String) throws(ShellError) {
    let line = "LESS=\"${LESS-RSX}\"; export LESS; \(command)"
    guard let stream = popen(line, "we") else { throw .noPager(command) }
    self.stream = stream
    before = signal(SIGPIPE, SIG_IGN)
    ct_be_patient(1)
  }

  /// - Throws: `Left` when nobody reads any more.
  func write(_ text: String) throws(Left) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(fileno(stream), $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        throw Left()
      }
    }
  }

  /// Ends the text and waits until the person has read it; says whether the program could be run.
  func close() -> Bool {
    let status = pclose(stream)
    signal(SIGPIPE, before)
    ct_be_patient(0)
    // The shell's words for "no such program" and "not a program".
    let code = (status >> 8) & 0xFF
    return code != 127 && code != 126
  }
}
