import Benchmark
import Foundation
import TestSupport
import Testing

@testable import Compute

/// The whole way: our real program, put on hosts over a real `sshd`, works on tasks of a shared folder.
struct HostsWorkerTests {
  private static let budget = Budget(cores: 1, memoryMB: 2000, softSeconds: 60, hardSeconds: 180)

  private static func task(_ framework: String, seed: Int = 75) -> BenchmarkTask {
    BenchmarkTask(
      framework: Framework(name: framework), dataset: Dataset(name: "pairs"),
      type: .classification, seed: seed, budget: budget)
  }

  /// A shared folder with the tasks as its manifest.
  private static func shared(_ tasks: [BenchmarkTask]) throws -> FreshFolder {
    let folder = try FreshFolder()
    let rows = (0..<60).map { "\($0 % 7),\($0 * 13 % 11),\($0 % 2)\n" }.joined()
    try folder.write("x,y,target\n" + rows, to: "datasets/pairs.csv")
    try folder.write(
      "NAME,TYPE\nx,numerical\ny,numerical\ntarget,target\n", to: "datasets/pairs_types.csv")
    try folder.write(
      "import time\nprint('begun')\ntime.sleep(1000)\n", to: "frameworks/endless/adapter.py")
    try folder.write(
      String(decoding: Manifest(tasks).bytes, as: UTF8.self), to: "jobs/trial.jsonl")
    return folder
  }

  private static func hosts(of peer: SSHPeer) throws -> Hosts {
    let listed = try HostList.parse(peer.hosts.joined(separator: "\n"), of: "hosts")
    let products = FreshFolder.path.split(separator: ":")[0]
    return Hosts(listed, over: SSH(peer), program: "\(products)/benchdb") { warning in
      Issue.record("\(warning)")
    }
  }

  private static func submit(_ count: Int, in folder: FreshFolder, to hosts: Hosts) throws
    -> SubmittedArray
  {
    let manifest = "\(folder.url.path)/jobs/trial.jsonl"
    let id = try hosts.submit(
      TaskArray(name: "trial", manifest: manifest, count: count, budget: budget))
    return SubmittedArray(
      name: "trial", id: id, manifest: manifest, count: count, running: [],
      open: Set(0..<count))
  }

  /// The states once `isReached` is true of them.
  private static func states(
    of array: SubmittedArray, on hosts: Hosts, once isReached: ([TaskState]) -> Bool
  ) throws -> [TaskState] {
    while true {
      let states = try hosts.survey([array])[0].sorted { $0.key < $1.key }.map(\.value)
      if isReached(states) { return states }
    }
  }

  private static func run(_ task: BenchmarkTask, in folder: FreshFolder) -> Run? {
    let text = folder.text("out/results\(task.objectID).json")
    return text.flatMap { try? RunRecord(json: Array($0.utf8)) }?.run
  }

  @Test(.timeLimit(.minutes(5))) func `baselines are trained on two hosts`() throws {
    let tasks = ["constant", "decision-tree", "linear"].map { Self.task($0) }
    let folder = try Self.shared(tasks)
    let peer = try SSHPeer(hosts: 2)
    let hosts = try Self.hosts(of: peer)
    let array = try Self.submit(3, in: folder, to: hosts)
    let states = try Self.states(of: array, on: hosts) { states in
      !states.contains { state in
        if case .running = state { true } else { state == .waiting }
      }
    }
    let said = try (0..<3).map { try hosts.log(of: $0, in: array) ?? "" }
    #expect(states == [.ended, .ended, .ended], "\(said)")
    for task in tasks { #expect(Self.run(task, in: folder)?.outcome == .ok) }
  }

  /// An array of one endless task, and its worker, once it is at it.
  private static func endless(_ peer: SSHPeer, _ folder: FreshFolder) throws
    -> (hosts: Hosts, array: SubmittedArray)
  {
    let hosts = try hosts(of: peer)
    let array = try submit(1, in: folder, to: hosts)
    let log = "logs/running/\(task("endless").objectID).log"
    _ = try states(of: array, on: hosts) { states in
      if case .running? = states.first {
        folder.text(log)?.contains("begun") == true
      } else {
        false
      }
    }
    return (hosts, array)
  }

  private static func isOver(_ states: [TaskState]) -> Bool {
    switch states.first {
    case .ended, .failed: true
    default: false
    }
  }

  @Test(.timeLimit(.minutes(5))) func `a worker that is killed leaves its task interrupted`() throws
  {
    let folder = try Self.shared([Self.task("endless")])
    let peer = try SSHPeer()
    let (hosts, array) = try Self.endless(peer, folder)
    let identity = try String(
      contentsOfFile: peer.file(".benchdb/jobs/trial/0-0/worker"), encoding: .utf8)
    let worker = try #require(identity.split(separator: "/").dropLast().last.flatMap { pid_t($0) })
    kill(worker, SIGKILL)
    let states = try Self.states(of: array, on: hosts, once: Self.isOver)
    guard case .failed(let run)? = states.first else {
      Issue.record("\(states)")
      return
    }
    #expect(run.outcome.failureClass == .interrupted && run.startedAt != nil)
  }

  @Test(.timeLimit(.minutes(5))) func `a worker that is asked to end writes of it`() throws {
    let folder = try Self.shared([Self.task("endless")])
    let peer = try SSHPeer()
    let (hosts, array) = try Self.endless(peer, folder)
    try hosts.cancel(array)
    #expect(try Self.states(of: array, on: hosts, once: Self.isOver) == [.ended])
    let run = try #require(Self.run(Self.task("endless"), in: folder))
    #expect(run.outcome.failureClass == .interrupted)
  }
}
