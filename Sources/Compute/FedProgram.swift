internal import CProcess
internal import Glibc

/// A program beside us that reads what it is fed, unlimited and by its own rules: a pager, a clipboard.
///
/// What is ours to bound and to end is a `Subprocess`.
package struct FedProgram {
  let id: pid_t
  private let input: Int32

  /// Starts it.
  ///
  /// - Parameters:
  ///   - program: an absolute path; no shell is involved unless it is one.
  ///   - isQuiet: whether what it says goes nowhere, and it may outlive us; else it says it where we do.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String], isQuiet: Bool
  ) throws(ComputeError) {
    var started: (id: pid_t, input: Int32) = (-1, -1)
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let failure = withCStrings([program] + arguments) { arguments in
      withCStrings(variables) { variables in
        withCStrings([program]) { paths in
          var request = process_request()
          request.path = paths[0].map { UnsafePointer($0) }
          request.arguments = arguments
          request.environment = variables
          return process_feed(&request, isQuiet ? 1 : 0, &started.id, &started.input)
        }
      }
    }
    guard failure == 0 else {
      let reason = String(cString: strerror(failure)).lowercased()
      throw .cannotStart(program: program, reason: reason)
    }
    (id, input) = started
  }

  /// Feeds it; returns whether it took all of `text`. One that does not wants no more.
  package func feed(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { process_write(input, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Ends its input and waits for its end: its exit status, 128 and the signal's number where one ended
  /// it, nil where it goes on beyond `limit`.
  package func end(within limit: Duration? = nil) -> Int32? {
    close(input)
    let milliseconds = limit.map { Int32($0 / .milliseconds(1)) } ?? -1
    var status: Int32 = 0
    guard process_wait(id, milliseconds, &status) == 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
