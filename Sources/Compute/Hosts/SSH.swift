import Foundation

/// The machine's own `ssh`, by which hosts are told what to do.
///
/// Keys of hosts are checked, nobody is asked anything, and nothing of ours is forwarded. The first
/// command for a host opens a connection that those after it share, for a minute after the last.
package struct SSH: Sendable {
  /// An absolute path.
  package var program: String
  /// All that it is given of the environment: `HOME`, `PATH`, `SSH_AUTH_SOCK`.
  package var variables: [String: String]
  /// A configuration to read instead of the user's.
  package var configuration: String?
  /// The file of hosts' keys, if not those that `ssh` is configured for.
  package var knownHosts: String?
  /// The file of the key to come with, if not those that `ssh` is configured for.
  package var identity: String?
  /// Where the sockets of shared connections are; nil shares none. Nobody else may look in.
  package var socketFolder: String?
  package var connectTimeout = Duration.seconds(10)

  package init(program: String, variables: [String: String]) {
    self.program = program
    self.variables = variables
  }

  /// What a command says on a host.
  ///
  /// - Parameter limit: how long it may take once the host has answered.
  /// - Throws: `ComputeError` with what is the matter with the host.
  func answer(
    of command: HostCommand, on host: RemoteHost, input: Subprocess.Input = .nothing,
    within limit: Duration = .seconds(120)
  ) throws(ComputeError) -> String {
    try connect(to: host)
    var process = Subprocess(
      program: program, arguments: words(for: command, on: host, sharing: "no"), folder: "/")
    process.environment = variables
    process.input = input
    process.errors = .apart
    process.timeLimit = connectTimeout + limit
    process.logLimit = 1 << 28
    let ending = try process.run()
    switch ending.cause {
    case .exited(0): return ending.log
    case .exited(255): throw .host(host, HostTrouble(saidBySSH: ending.errors))
    case .exited(let status):
      throw .host(host, .failed(Self.lastLine(ending.errors) ?? "it ended with status \(status)"))
    default:
      throw .host(host, .unreachable("it did not answer within \(connectTimeout + limit)"))
    }
  }

  private static func lastLine(_ text: String) -> String? {
    text.split(whereSeparator: \.isNewline).last.map(String.init)
  }

  // MARK: Words

  /// - Parameter sharing: `yes` to open a shared connection, `no` to use one where there is one.
  private func words(
    for command: HostCommand, on host: RemoteHost, sharing: String
  ) -> [String] {
    var words = configuration.map { ["-F", $0] } ?? []
    if let identity { words += ["-i", identity, "-o", "IdentitiesOnly=yes"] }
    var settings = Self.settings + ["ConnectTimeout=\(Int(connectTimeout / .seconds(1)))"]
    if let knownHosts {
      settings += ["UserKnownHostsFile=\(quoted(knownHosts))", "GlobalKnownHostsFile=/dev/null"]
    }
    settings += ["ControlMaster=\(sharing)"]
    settings += ["ControlPath=" + (socket(of: host).map(quoted) ?? "none")]
    for setting in settings { words += ["-o", setting] }
    if let user = host.user { words += ["-l", user] }
    if let port = host.port { words += ["-p", "\(port)"] }
    return words + ["--", host.name, command.line]
  }

  private static let settings = [
    "BatchMode=yes", "StrictHostKeyChecking=yes", "UpdateHostKeys=no", "LogLevel=ERROR",
    "ServerAliveInterval=15", "ServerAliveCountMax=3", "ForwardAgent=no", "ForwardX11=no",
    "ClearAllForwardings=yes", "PermitLocalCommand=no", "RequestTTY=no", "ControlPersist=60",
  ]

  /// A path as a setting has it: as one word, in which a percent sign begins no name.
  private func quoted(_ path: String) -> String {
    "\"\(path.replacing("%", with: "%%"))\""
  }
}

// MARK: - Shared connections

extension SSH {
  /// Opens the connection that the commands for `host` share, where there is none.
  ///
  /// It is no `Subprocess`, which leaves nothing behind: it has to outlive the command that opens it.
  private func connect(to host: RemoteHost) throws(ComputeError) {
    guard let socketFolder, let socket = socket(of: host),
      !FileManager.default.fileExists(atPath: socket)
    else { return }
    mkdir(socketFolder, 0o700)
    let errors = "\(socket).errors"
    defer { unlink(errors) }
    let opening = try FedProgram(
      "/bin/sh",
      ["-c", "exec \"$@\" 2>\"$0\"", errors, program]
        + words(for: .nothing, on: host, sharing: "yes"),
      environment: variables, isQuiet: true)
    let status = opening.end(within: connectTimeout + .seconds(30))
    if status == 0 { return }
    guard status == 255 else { throw .host(host, .unreachable("it does not answer")) }
    let said = FileManager.default.contents(atPath: errors) ?? Data()
    throw .host(host, HostTrouble(saidBySSH: String(decoding: said, as: UTF8.self)))
  }

  /// Where the shared connection to `host` is; nil where none is shared, or the path would be too long
  /// for a socket, of which `ssh` needs some letters for itself.
  private func socket(of host: RemoteHost) -> String? {
    guard let socketFolder, socketFolder.utf8.count <= 60 else { return nil }
    // Whom we come as is part of the name, as FNV-1a makes it short.
    let name = [host.description, configuration, knownHosts, identity].map { $0 ?? "" }
    let hash = name.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "\(socketFolder)/\(String(hash, radix: 36))"
  }
}
