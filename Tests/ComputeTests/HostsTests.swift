import Benchmark
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Compute

/// Hosts over a real `sshd` with our real program at the desk; workers are scripts, which write what the
/// real one does.
struct HostsTests {
  let folder: FreshFolder
  let warnings = Warnings()

  final class Warnings: Sendable {
    private let heard = Mutex<[String]>([])
    func hear(_ text: String) { heard.withLock { $0.append(text) } }
    var all: [String] { heard.withLock { $0 } }
  }

  init() throws {
    folder = try FreshFolder()
  }

  /// A program whose worker does `script`, `$5` being its slice and `$7` its journal.
  private func program(_ script: String = Self.finishes) throws -> String {
    let products = FreshFolder.path.split(separator: ":")[0]
    let path = folder.url.appending(path: "program").path
    try folder.write(
      """
      #!/bin/sh
      [ "$1" = attend ] && exec \(products)/benchdb attend
      echo "$5" >&2
      \(script)

      """, to: "program")
    chmod(path, 0o755)
    return path
  }

  private static let finishes = #"""
    i=${5%-*}
    while [ $i -le ${5#*-} ]; do echo '{"index":'$i',"state":"ok"}' >>"$7"; i=$((i+1)); done
    """#

  private func hosts(
    of peer: SSHPeer, _ program: String? = nil, only: Range<Int>? = nil
  ) throws -> Hosts {
    let listed = try HostList.parse(
      peer.hosts[only ?? 0..<peer.hosts.count].joined(separator: "\n"), of: "hosts")
    return Hosts(
      listed, over: SSH(peer), program: try program ?? self.program(), warn: warnings.hear)
  }

  private func array(_ count: Int, width: Int? = nil) -> TaskArray {
    TaskArray(
      name: "trial-1", manifest: "/shared/jobs/trial-1.jsonl", count: count, budget: .unspecified,
      width: width)
  }

  private func submitted(_ count: Int) -> SubmittedArray {
    SubmittedArray(
      name: "trial-1", id: "trial-1", manifest: "/shared/jobs/trial-1.jsonl", count: count,
      running: [], open: Set(0..<count))
  }

  /// What the hosts say once no task of theirs can change any more.
  private func settled(_ hosts: Hosts, _ count: Int) throws -> [Int: TaskState] {
    while true {
      let states = try hosts.survey([submitted(count)])[0]
      let isMoving = states.values.contains { state in
        switch state {
        case .waiting, .running: true
        case .ended, .failed: false
        }
      }
      if !isMoving { return states }
    }
  }

  /// The slices that workers were told on a host, in the order they began.
  private func begun(on host: Int, of peer: SSHPeer) -> [String] {
    let jobs = peer.file(".benchdb/jobs/trial-1", on: host)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: jobs)) ?? []
    return names.filter { $0.contains("-") }.sorted().flatMap { name in
      let log = try? String(contentsOfFile: "\(jobs)/\(name)/worker.log", encoding: .utf8)
      return (log ?? "").split(separator: "\n").map(String.init)
    }
  }

  @Test func `each host runs its slice, and an array that was begun is found`() throws {
    let peer = try SSHPeer(hosts: 3)
    let hosts = try hosts(of: peer)
    #expect(try hosts.find("trial-1") == nil)
    #expect(try hosts.submit(array(8)) == "trial-1")
    let states = try settled(hosts, 8)
    #expect(states == Dictionary(uniqueKeysWithValues: (0..<8).map { ($0, .ended) }))
    #expect((0..<3).map { begun(on: $0, of: peer) } == [["0-1"], ["2-4"], ["5-7"]])
    #expect(try hosts.find("trial-1") == "trial-1")
    #expect(try hosts.log(of: 3, in: submitted(8)) == "2-4\n")
    #expect(warnings.all == [])
  }

  @Test func `handing an array over again begins nothing`() throws {
    let peer = try SSHPeer(hosts: 2)
    let hosts = try hosts(of: peer)
    for _ in 1...2 { _ = try hosts.submit(array(4)) }
    _ = try settled(hosts, 4)
    #expect((0..<2).map { begun(on: $0, of: peer) } == [["0-1"], ["2-3"]])
  }

  @Test func `what a client that died had not begun goes to the hosts without a part`() throws {
    let peer = try SSHPeer(hosts: 2)
    // As far as a client came that died between two hosts.
    let order = SliceOrder(
      name: "trial-1", manifest: "/shared/jobs/trial-1.jsonl", count: 4, positions: 2...3,
      variables: [:])
    let second = try #require(RemoteHost(peer.hosts[1]))
    _ = try HostProgram(path: program()).install(on: second, over: SSH(peer))
    _ = try SSH(peer).answer(to: .start(order), on: second)
    let hosts = try hosts(of: peer)
    #expect(try hosts.find("trial-1") == nil)
    _ = try hosts.submit(array(4))
    #expect(try settled(hosts, 4).count == 4)
    #expect((0..<2).map { begun(on: $0, of: peer) } == [["0-1"], ["2-3"]])
  }

  @Test func `a host that cannot be reached leaves its part to the others`() throws {
    let peer = try SSHPeer(hosts: 2)
    try peer.ask("stop 0")
    let hosts = try hosts(of: peer)
    _ = try hosts.submit(array(3))
    #expect(warnings.all.count == 1)
    #expect(warnings.all[0].hasSuffix("Connection refused; the others take its part"))
    _ = try settled(hosts, 3)
    #expect(begun(on: 1, of: peer) == ["0-2"])
    try peer.ask("stop 1")
    #expect(throws: ComputeError.self) { try hosts.survey([submitted(3)]) }
    #expect(throws: ComputeError.self) { try hosts.submit(array(3)) }
  }

  @Test func `what runs on a host that is cut off stays as it is, and is seen when it is back`()
    throws
  {
    let peer = try SSHPeer(hosts: 2)
    let hosts = try hosts(of: peer)
    _ = try hosts.submit(array(2))
    try peer.ask("stop 0")
    #expect(try hosts.survey([submitted(2)])[0].keys.sorted() == [1])
    #expect(throws: ComputeError.self) { try hosts.submit(array(3)) }
    try peer.ask("start 0")
    #expect(try settled(hosts, 2) == [0: .ended, 1: .ended])
  }

  @Test func `a worker that was killed fails what it had and what it had not`() throws {
    let peer = try SSHPeer()
    let script = #"""
      echo '{"index":0,"state":"ok"}' >>"$7"
      echo '{"index":1,"state":"running","at":"2026-11-24T20:00:00Z"}' >>"$7"
      kill -9 $$
      """#
    let hosts = try hosts(of: peer, program(script))
    _ = try hosts.submit(array(3))
    let gone = Outcome.killed(
      .interrupted, "the worker on \(peer.hosts[0]) is gone, its last words were: 0-2")
    #expect(
      try settled(hosts, 3) == [
        0: .ended, 1: .failed(Run(outcome: gone, startedAt: "2026-11-24T20:00:00Z")),
        2: .failed(Run(outcome: gone)),
      ])
  }

  @Test func `what no host knows of has failed, and may be run again`() throws {
    let peer = try SSHPeer()
    let states = try hosts(of: peer).survey([submitted(1)])[0]
    #expect(
      states == [0: .failed(Run(outcome: .killed(.interrupted, "none of the hosts has begun it")))])
  }

  @Test func `an array is ended on its hosts`() throws {
    let peer = try SSHPeer(hosts: 2)
    let pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let script = "trap 'exit 143' TERM; echo up >\(pipe); while :; do read x <\(pipe); done"
    let hosts = try hosts(of: peer, program(script))
    _ = try hosts.submit(array(1))
    #expect(try FileHandle(forReadingAtPath: pipe)?.readToEnd() == Data("up\n".utf8))
    #expect(try hosts.survey([submitted(1)])[0] == [0: .waiting])
    for _ in 1...2 { try hosts.cancel(submitted(1)) }
    guard case .failed(let run)? = try settled(hosts, 1)[0] else {
      Issue.record("it goes on")
      return
    }
    #expect(run.outcome.failureClass == .interrupted)
  }

  @Test func `no more hosts work than may at once`() throws {
    let peer = try SSHPeer(hosts: 3)
    let hosts = try hosts(of: peer)
    _ = try hosts.submit(array(4, width: 2))
    _ = try settled(hosts, 4)
    #expect((0..<3).map { begun(on: $0, of: peer) } == [["0-1"], ["2-3"], []])
  }

  @Test func `our program is put where it is not, and replaced where it is another`() throws {
    let peer = try SSHPeer()
    let host = try #require(RemoteHost(peer.hosts[0]))
    let first = try HostProgram(path: program())
    #expect(try first.install(on: host, over: SSH(peer)))
    #expect(try !first.install(on: host, over: SSH(peer)))
    let second = try HostProgram(path: program("exit 0"))
    #expect(try second.install(on: host, over: SSH(peer)))
    #expect(
      FileManager.default.contents(atPath: peer.file(".benchdb/benchdb"))
        == FileManager.default.contents(atPath: second.path))
  }

  @Test func `a program that did not arrive whole is not put in place`() throws {
    let peer = try SSHPeer()
    let host = try #require(RemoteHost(peer.hosts[0]))
    let ssh = SSH(peer)
    _ = try ssh.answer(of: .receive, on: host, input: .bytes(Array("half".utf8)))
    let digest = String(repeating: "0", count: 64) + "\n"
    #expect(throws: ComputeError.host(host, .failed("our program did not arrive whole"))) {
      try ssh.answer(of: .install, on: host, input: .bytes(Array(digest.utf8)))
    }
    #expect(!FileManager.default.fileExists(atPath: peer.file(".benchdb/benchdb")))
  }
}
