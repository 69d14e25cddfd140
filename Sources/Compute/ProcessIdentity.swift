import Foundation
import Glibc

/// A process as another one can tell it from all that ever ran, here or elsewhere.
///
/// As text, `host/boot/pid/start`: process numbers are given out again, and files are shared between
/// machines.
package struct ProcessIdentity: Sendable, Hashable, LosslessStringConvertible {
  private let host: String
  private let boot: String
  private let process: pid_t
  /// Ticks between the boot and its start.
  private let start: String

  /// This process.
  package static let own = ProcessIdentity(of: getpid())

  /// A process of this machine that lives, or at least was not yet collected.
  init(of process: pid_t) {
    host = text(of: "/proc/sys/kernel/hostname")
    boot = text(of: "/proc/sys/kernel/random/boot_id")
    self.process = process
    start = Self.start(of: process) ?? ""
  }

  package init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let process = pid_t(parts[2]) else { return nil }
    (host, boot, self.process, start) = (parts[0], parts[1], process, parts[3])
  }

  package var description: String { "\(host)/\(boot)/\(process)/\(start)" }

  /// Whether it has ended for certain; what another machine runs cannot be seen from here.
  package var isGone: Bool {
    let own = Self.own
    guard host == own.host else { return false }
    return boot != own.boot || Self.start(of: process) != start
  }

  /// Asks it, and all of its process group, to end; nothing where it has, or where another machine runs
  /// it.
  func askToEnd() {
    if host == Self.own.host, !isGone { kill(-process, SIGTERM) }
  }

  /// The 22nd word of its `stat`; nil for one that has ended and is not yet collected by its parent.
  private static func start(of process: pid_t) -> String? {
    let stat = text(of: "/proc/\(process)/stat")
    // The second word, its name, may hold spaces and brackets.
    guard let end = stat.lastIndex(of: ")") else { return nil }
    let words = stat[end...].split(separator: " ")
    return words.count > 20 && !["Z", "X"].contains(words[1]) ? String(words[20]) : nil
  }
}

/// The text of a file of the kernel's; empty where there is none.
private func text(of path: String) -> String {
  let bytes = FileManager.default.contents(atPath: path) ?? Data()
  return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
