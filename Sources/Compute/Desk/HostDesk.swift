package import Foundation
import Glibc

/// What of us stays on a host: it begins workers there that need nobody, and says how they stand.
///
/// A slice is begun once, however often it is asked for and whoever dies meanwhile. All it knows is in
/// files: `jobs/ARRAY/FIRST-LAST/` below its folder has the order, the worker's identity, its journal and
/// its log.
package struct HostDesk: Sendable {
  /// Absolute, and ours alone.
  let folder: String
  /// What workers are started from, beside this process's variables.
  let program: String
  let variables: [String: String]
  /// The shell's words that put the machine out.
  var powerOff = "sudo -n shutdown -h now || exec shutdown -h now"

  /// - Parameters:
  ///   - folder: `~/.benchdb`, where hosts have our program too.
  ///   - variables: what workers find in their environment.
  package init(folder: String, variables: [String: String]) {
    self.folder = folder
    self.program = "\(folder)/benchdb"
    self.variables = variables
  }

  /// Does what a text of JSON asks for, and says so in another.
  package func answer(_ request: Data) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(answered(request))) ?? Data("{}".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func answered(_ request: Data) -> DeskAnswer {
    guard let request = try? JSONDecoder().decode(DeskRequest.self, from: request) else {
      return DeskAnswer(error: "the request is none that this benchdb knows")
    }
    do {
      return try answer(to: request)
    } catch {
      return DeskAnswer(error: error.description)
    }
  }

  func answer(to request: DeskRequest) throws(ComputeError) -> DeskAnswer {
    switch request {
    case .start(let order):
      try begin(order)
      return DeskAnswer(slices: reports(of: order.name))
    case .look(let names): return DeskAnswer(slices: names.flatMap(reports))
    case .stop(let name):
      for slice in slices(of: name) { slice.worker?.askToEnd() }
      return DeskAnswer(slices: reports(of: name))
    case .log(let name, let position):
      let slice = slices(of: name).first { $0.positions.contains(position) }
      return DeskAnswer(log: slice?.log)
    }
  }

  private func reports(of name: String) -> [SliceReport] {
    slices(of: name).compactMap { $0.report() }
  }

  /// The slices of an array that were ordered here, begun or not; none for what is no name.
  private func slices(of name: String) -> [SliceFolder] {
    guard SliceOrder.isName(name) else { return [] }
    let array = "\(folder)/jobs/\(name)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: array)) ?? []
    return names.compactMap { SliceFolder(path: "\(array)/\($0)") }
      .sorted { $0.positions.lowerBound < $1.positions.lowerBound }
  }

  // MARK: Beginning

  /// Starts a worker, unless one was started for the slice; two desks take turns.
  private func begin(_ order: SliceOrder) throws(ComputeError) {
    if let fault = order.fault { throw .hosts(fault) }
    let array = "\(folder)/jobs/\(order.name)"
    let slice = SliceFolder(order.positions, in: array)
    try slice.make()
    let lock = try turn(in: array)
    defer { close(lock) }
    let others = slices(of: order.name).filter { $0.worker != nil }
    if others.contains(where: { $0.positions == order.positions }) { return }
    if let other = others.first(where: { $0.positions.overlaps(order.positions) }) {
      throw .hosts(
        "tasks \(other.span) of \(order.name) were begun here, \(slice.span) would run some again")
    }
    try slice.start(
      program, for: order, variables: variables,
      powerOff: order.powersOff ? powerOff : "")
  }

  /// A lock that holds until it is closed, also by our end; workers do not inherit it.
  private func turn(in array: String) throws(ComputeError) -> Int32 {
    let lock = open("\(array)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      throw .file(array, reason: String(cString: strerror(errno)).lowercased())
    }
    return lock
  }
}
