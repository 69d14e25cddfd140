import Foundation
import TestSupport
import Testing

@testable import Compute

struct SSHTests {
  private func host(_ text: String) throws -> RemoteHost { try #require(RemoteHost(text)) }

  /// The trouble of looking at a host.
  private func trouble(_ ssh: SSH, _ host: RemoteHost) throws -> HostTrouble {
    let error = try #require(throws: ComputeError.self) { try ssh.answer(of: .look, on: host) }
    guard case .host(host, let trouble) = error else { throw error }
    return trouble
  }

  @Test(arguments: [true, false])
  func `a host answers, over a shared connection or its own`(isShared: Bool) throws {
    let peer = try SSHPeer()
    let ssh = SSH(peer, isShared: isShared)
    let answers = try (1...3).map { _ in
      try ssh.answer(of: .look, on: host(peer.hosts[0]))
    }
    #expect(Set(answers) == ["Linux \(try Self.machine())\n"])
    let log = try JSONDecoder().decode(String.self, from: Data(peer.ask("log").utf8))
    #expect(log.matches(of: /Accepted publickey/).count == (isShared ? 1 : 3))
  }

  private static func machine() throws -> String {
    var names = utsname()
    uname(&names)
    return withUnsafePointer(to: &names.machine) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 65) { String(cString: $0) }
    }
  }

  @Test(arguments: [true, false])
  func `a key that is not the known one is no host of ours`(isShared: Bool) throws {
    let peer = try SSHPeer()
    var ssh = SSH(peer, isShared: isShared)
    try peer.ask("rekey 0")
    #expect(try trouble(ssh, host(peer.hosts[0])) == .changedKey)
    ssh.knownHosts = "/dev/null"
    #expect(try trouble(ssh, host(peer.hosts[0])) == .unknownKey)
  }

  @Test func `a host that lets us in with none of our keys says so`() throws {
    let peer = try SSHPeer()
    var ssh = SSH(peer)
    ssh.configuration = "/dev/null"
    ssh.knownHosts = "\(peer.folder)/known_hosts"
    ssh.identity = "\(peer.folder)/host_key_0"
    guard case .denied(let reason) = try trouble(ssh, host(peer.hosts[0])) else {
      Issue.record("it was not denied")
      return
    }
    #expect(reason.contains("Permission denied (publickey)"))
  }

  @Test func `a host that does not listen cannot be reached`() throws {
    let peer = try SSHPeer()
    let ssh = SSH(peer)
    _ = try ssh.answer(of: .look, on: host(peer.hosts[0]))
    try peer.ask("stop 0")
    let trouble = try trouble(ssh, host(peer.hosts[0]))
    #expect(trouble.isPassing, "\(trouble)")
    try peer.ask("start 0")
    _ = try ssh.answer(of: .look, on: host(peer.hosts[0]))
  }

  @Test func `sentences say what to do`() throws {
    let host = try host("me@node:2222")
    #expect(
      HostTrouble.unknownKey.sentence(on: host)
        == "the key of me@node:2222 is not known, \"ssh-keyscan -p 2222 node >> ~/.ssh/known_hosts\" adds"
        + " it; compare it with what the host's owner says it is")
    #expect(
      HostTrouble(saidBySSH: "ssh: connect to host node port 22: Connection refused\r\n")
        .sentence(on: host)
        == "me@node:2222 cannot be reached: ssh: connect to host node port 22: Connection refused")
  }
}

extension SSH {
  /// The `ssh` of this machine, for hosts of a peer.
  init(_ peer: SSHPeer, isShared: Bool = true) {
    self.init(program: "/usr/bin/ssh", variables: ["HOME": peer.folder, "PATH": "/usr/bin:/bin"])
    configuration = peer.configuration
    socketFolder = isShared ? "\(peer.folder)/s" : nil
  }
}
