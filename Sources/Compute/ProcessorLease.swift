import Foundation
import Glibc

/// Processors that belong to one task alone, for as long as this lives.
///
/// A lock on a file stands for each, so that all benchdb of a user on a machine share its processors, and
/// those of one that is killed are free at once.
package final class ProcessorLease: Sendable {
  package let processors: [Int]
  private let locks: [Int32]

  /// Takes the first `count` processors that are free; nil where there are not so many.
  ///
  /// - Parameter folder: where the locks are kept, below it in a folder of this user's.
  package init?(_ count: Int, in folder: String) {
    let own = "\(folder)/benchdb-processors-\(geteuid())"
    mkdir(own, 0o700)
    var held: [(processor: Int, lock: Int32)] = []
    for processor in Machine.processors where held.count < count {
      // No link is followed: in a folder for all, somebody else may have been faster.
      let lock = open("\(own)/\(processor)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if lock < 0 { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 {
        held.append((processor, lock))
      } else {
        close(lock)
      }
    }
    guard held.count == count, count > 0 else {
      for (_, lock) in held { close(lock) }
      return nil
    }
    processors = held.map(\.processor)
    locks = held.map(\.lock)
  }

  deinit {
    for lock in locks { close(lock) }
  }
}
