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

  /// Kills what left the group, and what that starts meanwhile; returns once it is gone.
  ///
  /// A process that is starting a program has no environment for a moment: it is looked at again, but
  /// not for long, since some are given none. What was killed is waited for, a second at most.
  func killStrays() {
    var killed: Set<pid_t> = []
    for look in 1...1000 {
      let kinships = Self.processes().map { ($0, kinship(of: $0)) }
      let strays = kinships.filter { $0.1 == .stray }.map(\.0)
      for stray in strays { kill(stray, SIGKILL) }
      killed.formUnion(strays)
      let isClear = strays.isEmpty && (look > 20 || !kinships.contains { $0.1 == .unknown })
      if isClear, killed.allSatisfy(Self.hasEnded) { return }
      usleep(1000)
    }
  }

  private enum Kinship {
    case stray, stranger, unknown
  }

  /// Whose a process is, by the mark in its environment.
  private func kinship(of process: pid_t) -> Kinship {
    guard let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
      return .stranger
    }
    let wanted = Data("\0\(Self.markName)=\(mark)\0".utf8)
    if (Data([0]) + environment).range(of: wanted) != nil { return .stray }
    // The kernel's own processes hold no memory; any other has an environment, once it has started.
    return environment.isEmpty && residentPages(of: process) > 0 ? .unknown : .stranger
  }

  /// Whether a process is gone, or waits to be collected by its parent.
  private static func hasEnded(_ process: pid_t) -> Bool {
    let stat = FileManager.default.contents(atPath: "/proc/\(process)/stat")
    let text = stat.map { String(decoding: $0, as: UTF8.self) }
    return text.map { $0.contains(") Z ") || $0.contains(") X ") } ?? true
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
