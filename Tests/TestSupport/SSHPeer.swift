import Foundation

/// Hosts that are reached over SSH: this machine, by real servers of OpenSSH, each with a home of its own.
///
///     let peer = try SSHPeer(hosts: 2)
///     peer.hosts[1]  // 127.0.0.1:40123
///     try peer.ask("stop 1")
///
/// The head of `Tests/Peers/ssh_server.py` says what can be asked.
package final class SSHPeer: Sendable {
  private let peer: Peer
  /// Where `id`, `known_hosts` and `ssh_config` are, and the homes.
  package let folder: String
  /// As a list of hosts has them.
  package let hosts: [String]

  package init(hosts count: Int = 1) throws {
    peer = try Peer("ssh_server.py", "\(count)")
    folder = try peer.ask("folder")
    hosts = try peer.ask("ports").split(separator: " ").map { "127.0.0.1:\($0)" }
  }

  deinit {
    // A script that is only hung up on has no time to end what runs on its hosts.
    _ = try? ask("end")
  }

  package var configuration: String { "\(folder)/ssh_config" }

  /// A file in the home of a host.
  package func file(_ name: String, on host: Int = 0) -> String { "\(folder)/\(host)/\(name)" }

  @discardableResult
  package func ask(_ question: String) throws -> String { try peer.ask(question) }
}
