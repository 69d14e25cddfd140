import Benchmark
import Foundation

/// Hosts that are reached over SSH and that have no engine: each runs a slice of an array, one task
/// after the other.
///
/// The hosts themselves remember what they have begun, so that whoever comes next finds it, and nothing
/// is begun twice. All are asked side by side, in one call each.
package struct Hosts: Backend {
  private let hosts: [RemoteHost]
  private let ssh: SSH
  /// Our own program, which is put on hosts that do not have it.
  private let program: String
  /// Whether a host is put out when it has done its part.
  private let powersOff: Bool
  /// Says what went otherwise than it was meant and is no error.
  private let warn: @Sendable (String) -> Void

  /// - Parameters:
  ///   - hosts: one at least.
  ///   - program: an absolute path.
  package init(
    _ hosts: [RemoteHost], over ssh: SSH, program: String, powersOff: Bool = false,
    warn: @escaping @Sendable (String) -> Void
  ) {
    precondition(!hosts.isEmpty)
    self.hosts = hosts
    self.ssh = ssh
    self.program = program
    self.powersOff = powersOff
    self.warn = warn
  }

  /// However many they are, each host has a slice of them.
  package var mostTasks: Int { .max }

  private typealias Answers = [Result<DeskAnswer, ComputeError>]

  private func ask(_ request: DeskRequest) -> Answers {
    sideBySide(hosts) { [ssh] host throws(ComputeError) in
      try ssh.answer(to: request, on: host)
    }
  }

  // MARK: Submitting

  /// Hands what of the array was not begun yet to the hosts that can be reached, a slice to each, and
  /// returns the array's name, which is its id.
  ///
  /// A host that does not begin its slice leaves it to `survey(_:)` to say so.
  package func submit(_ array: TaskArray) throws -> String {
    let program = try HostProgram(path: program)
    let answers = sideBySide(hosts) { [ssh] host throws(ComputeError) in
      _ = try program.install(on: host, over: ssh)
      return try ssh.answer(to: .look(names: [array.name]), on: host)
    }
    let begun = answers.flatMap { (try? $0.get())?.slices ?? [] }.map(\.positions)
    let missing = Slices.gaps(in: array.count, without: begun)
    if missing.isEmpty { return array.name }
    let reached = try reachedHosts(answers, hasBegun: !begun.isEmpty)
    let idle = zip(hosts, answers).filter { (try? $1.get())?.slices?.isEmpty ?? true }.map(\.0)
      .filter(reached.contains)
    try start(missing, of: array, on: idle.isEmpty ? reached : idle)
    return array.name
  }

  /// The hosts that have answered.
  ///
  /// - Parameter hasBegun: whether one has begun some of the array; then one that cannot be reached may
  ///   be the one that has begun the rest.
  private func reachedHosts(_ answers: Answers, hasBegun: Bool) throws(ComputeError) -> [RemoteHost]
  {
    var reached: [RemoteHost] = []
    var troubles: [ComputeError] = []
    for (host, answer) in zip(hosts, answers) {
      switch answer {
      case .success: reached.append(host)
      case .failure(let trouble): troubles.append(trouble)
      }
    }
    if let doubt = troubles.first(where: \.hidesWhatWasBegun), hasBegun { throw doubt }
    if let trouble = troubles.first, reached.isEmpty { throw trouble }
    for trouble in troubles { warn("\(trouble); the others take its part") }
    return reached
  }

  private func start(
    _ missing: [ClosedRange<Int>], of array: TaskArray, on hosts: [RemoteHost]
  ) throws(ComputeError) {
    let slices = Slices.cut(missing, for: min(hosts.count, array.width ?? hosts.count))
    let parts = slices.enumerated().map { (host: hosts[$0 % hosts.count], positions: $1) }
    let answers = sideBySide(parts) { [ssh, powersOff] part throws(ComputeError) in
      let order = SliceOrder(
        name: array.name, manifest: array.manifest, count: array.count, positions: part.positions,
        variables: array.variables, powersOff: powersOff)
      return try ssh.answer(to: .start(order), on: part.host)
    }
    var troubles: [ComputeError] = []
    for (part, answer) in zip(parts, answers) {
      guard case .failure(let trouble) = answer else { continue }
      troubles.append(trouble)
      let (first, last) = (part.positions.lowerBound, part.positions.upperBound)
      warn("\(trouble); tasks \(first) to \(last) may not have been begun there")
    }
    if let trouble = troubles.first, troubles.count == parts.count { throw trouble }
  }

  /// Found is what was begun in all its parts.
  package func find(_ name: String) throws -> String? {
    let answers = ask(.look(names: [name]))
    if case .failure(let trouble)? = answers.first, answers.allSatisfy(\.isFailure) {
      throw trouble
    }
    let begun = answers.flatMap { (try? $0.get())?.slices ?? [] }
    guard let count = begun.first?.count else { return nil }
    return Slices.gaps(in: count, without: begun.map(\.positions)).isEmpty ? name : nil
  }

  // MARK: Following

  /// What no host has begun has failed, once all were asked; what is on a host that cannot be reached
  /// stays as it is.
  package func survey(_ arrays: [SubmittedArray]) throws -> [[Int: TaskState]] {
    let answers = ask(.look(names: arrays.map(\.name)))
    let troubles = answers.compactMap(\.failure)
    if let trouble = troubles.first, troubles.count == hosts.count { throw trouble }
    for trouble in troubles { warn("\(trouble); what runs there is not known") }
    let slices = zip(hosts, answers).flatMap { host, answer in
      ((try? answer.get())?.slices ?? []).map { (host: host, slice: $0) }
    }
    let byArray = Dictionary(grouping: slices) { $0.slice.name }
    return arrays.map { array in
      var states: [Int: TaskState] = troubles.isEmpty ? nowhere(array.open) : [:]
      // A host that shares its home with others tells of their slices too, but not whether they are gone.
      let known = (byArray[array.name] ?? []).sorted { !$0.slice.isGone && $1.slice.isGone }
      for (host, slice) in known {
        for position in array.open where slice.positions.contains(position) {
          states[position] = slice.state(of: position, on: host)
        }
      }
      return states
    }
  }

  private func nowhere(_ positions: Set<Int>) -> [Int: TaskState] {
    let state = TaskState.failed(
      Run(outcome: .killed(.interrupted, "none of the hosts has begun it")))
    return Dictionary(uniqueKeysWithValues: positions.map { ($0, state) })
  }

  /// Asks all workers of an array to end.
  ///
  /// - Throws: `ComputeError` for a host that could not be asked, after the others were.
  package func cancel(_ array: SubmittedArray) throws {
    if let trouble = ask(.stop(name: array.name)).compactMap(\.failure).first { throw trouble }
  }

  package func log(of position: Int, in array: SubmittedArray) throws -> String? {
    let answers = ask(.log(name: array.name, position: position))
    let log = answers.lazy.compactMap { (try? $0.get())?.log }.first
    if log == nil, let trouble = answers.compactMap(\.failure).first { throw trouble }
    return log
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }

  fileprivate var isFailure: Bool { failure != nil }
}

extension ComputeError {
  /// Whether a host may have begun something, for all that is known.
  fileprivate var hidesWhatWasBegun: Bool {
    if case .host(_, .unfit) = self { false } else { true }
  }
}
