import Foundation
import Glibc

/// The processes that one job has started, found in `/proc`.
///
/// A job's processes share a group, and a mark in their environment finds those that left it, as
/// servers do that a framework starts in a session of their own.
struct ProcessTree {
  static let markName = "BENCHDB_JOB"

  let leader: pid_t
  /// The value of `BENCHDB_JOB`, unlike that of any other job now alive.
  let mark: String

  /// What the group holds in memory; 0 once it is gone.
  ///
  /// Pages shared between its processes count for each, as the kernel counts them.
  var groupMemoryMB: Double {
    let pages = Self.processes().filter { getpgid($0) == leader }.map(residentPages)
    return Double(pages.reduce(0, +)) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  /// Kills what left the group, and what that starts meanwhile.
  func killStrays() {
    let wanted = Data("\(Self.markName)=\(mark)\0".utf8)
    for _ in 0..<10 {
      let strays = Self.processes().filter { process in
        let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ")
        return environment.map { (Data([0]) + $0).range(of: Data([0]) + wanted) != nil } ?? false
      }
      if strays.isEmpty { return }
      for stray in strays { kill(stray, SIGKILL) }
    }
  }

  /// How often the kernel has ended a process for want of memory since it started; nil if it hides it.
  static var kernelMemoryKills: Int? {
    let text = FileManager.default.contents(atPath: "/proc/vmstat")
    return text.flatMap { String(decoding: $0, as: UTF8.self) }?.split(separator: "\n")
      .first { $0.hasPrefix("oom_kill ") }
      .flatMap { Int($0.dropFirst("oom_kill ".count)) }
  }

  private static func processes() -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }
  }

  private func residentPages(of process: pid_t) -> Int {
    guard let text = FileManager.default.contents(atPath: "/proc/\(process)/statm") else {
      return 0
    }
    return String(decoding: text, as: UTF8.self).split(separator: " ").dropFirst().first
      .flatMap { Int($0) } ?? 0
  }
}
