package import Foundation
import Synchronization

/// A program that runs beside a test, and no longer than this lives.
///
/// Not Foundation's `Process`, for three reasons that made tests hang: its children inherit the signal
/// mask of the thread that starts them, and most threads of the tests are deaf to SIGINT and SIGCHLD;
/// two that start at once inherit each other's files; and it waits for a descendant that became a
/// server as well.
package final class Program: Sendable {
  package let processID: pid_t
  /// The status of a program that was waited for.
  private let ended = Mutex<Int32?>(nil)

  /// Starts a program with these variables and no others, and with no files but the three.
  package init(
    _ path: String, _ arguments: [String], folder: URL, environment: [String: String],
    input: FileHandle = .nullDevice, output: FileHandle = .nullDevice,
    error: FileHandle = .standardError
  ) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (number, stream) in [input, output, error].enumerated() {
      posix_spawn_file_actions_adddup2(&files, stream.fileDescriptor, Int32(number))
    }
    // All others, whoever opened them meanwhile; to close what is not open is no error here.
    for number in 3 as Int32..<1024 { posix_spawn_file_actions_addclose(&files, number) }
    var signals = posix_spawnattr_t()
    posix_spawnattr_init(&signals)
    defer { posix_spawnattr_destroy(&signals) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&signals, &none)
    posix_spawnattr_setsigdefault(&signals, &all)
    posix_spawnattr_setflags(&signals, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // By env(1), which becomes the program, since POSIX has no other way into a folder.
    let words = (["env", "--chdir", folder.path, path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for copy in words + variables { free(copy) } }
    var id: pid_t = 0
    let failure = posix_spawn(
      &id, "/usr/bin/env", &files, &signals, words + [nil], variables + [nil])
    if failure != 0 { throw POSIXError(POSIXError.Code(rawValue: failure) ?? .EINVAL) }
    processID = id
  }

  deinit {
    if isRunning {
      kill(processID, SIGKILL)
      _ = end()
    }
  }

  package var isRunning: Bool { status(options: WNOHANG) == nil }

  /// Waits; gives the status as a shell does, 128 and the number of a signal that ended it.
  package func end() -> Int32 {
    status(options: 0) ?? -1
  }

  /// Waits on a thread of its own.
  package func end() async -> Int32 {
    await withCheckedContinuation { ended in
      Thread.detachNewThread {
        let status: Int32 = self.end()
        ended.resume(returning: status)
      }
    }
  }

  private func status(options: Int32) -> Int32? {
    ended.withLock { ended in
      var status: Int32 = 0
      if ended == nil, waitpid(processID, &status, options) == processID {
        ended = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
      return ended
    }
  }
}
