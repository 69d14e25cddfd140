import Foundation
import Glibc

/// The processes that one job has started, found in `/proc`.
///
/// Its guard is their ancestor, whatever sessions they made: an orphan becomes the guard's child. A mark in
/// their environment finds them should the guard itself have been ended.
struct ProcessTree {
  static let markName = "BENCHDB_JOB"

  let `guard`: pid_t
  /// The value of `BENCHDB_JOB`, unlike that of any other job now alive.
  let mark: String
  /// Of each process that was seen last time, whether it is one of them.
  private var known: [pid_t: Bool] = [:]

  init(guard: pid_t, mark: String) {
    self.guard = `guard`
    self.mark = mark
  }

  /// What they hold in memory; 0 once they are gone.
  ///
  /// Pages shared between them count for each, as the kernel counts them.
  /// - Complexity: a file for each of them and for each process that is new.
  mutating func memoryMB() -> Double {
    let processes = Self.processes()
    let before = known
    known = Dictionary(minimumCapacity: processes.count)
    for process in processes { known[process] = before[process] ?? false }
    // A parent is known before its children are asked for: numbers ascend, until they begin anew.
    for process in processes.sorted() where before[process] == nil {
      known[process] = isDescendant(process, atMost: 64)
    }
    let pages = known.filter(\.value).keys.map(residentPages)
    return Double(pages.reduce(0, +)) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  private func isDescendant(_ process: pid_t, atMost depth: Int) -> Bool {
    guard depth > 0, let parent = Self.parent(of: process) else { return false }
    return parent == `guard` || known[parent] == true
      || (parent > 1 && isDescendant(parent, atMost: depth - 1))
  }

  /// Kills what bears the mark, and what that starts meanwhile; returns once it is gone.
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

  /// The fourth word of its `stat`; the second, its name, may hold spaces and brackets.
  private static func parent(of process: pid_t) -> pid_t? {
    let stat = FileManager.default.contents(atPath: "/proc/\(process)/stat")
    let text = stat.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let end = text.lastIndex(of: ")") else { return nil }
    return text[end...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) }
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
