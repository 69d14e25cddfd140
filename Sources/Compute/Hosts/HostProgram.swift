import Foundation

/// Our own program, as it is put on hosts.
struct HostProgram: Sendable {
  /// An absolute path here.
  let path: String
  private let here: HostLook

  /// - Throws: `ComputeError` where it cannot be read.
  init(path: String) throws(ComputeError) {
    self.path = path
    var process = Subprocess(
      program: "/bin/sh", arguments: ["-c", "uname -sm && sha256sum \"$0\"", path], folder: "/")
    process.environment = ["PATH": TaskRunner.systemPath]
    process.errors = .apart
    let ending = try process.run()
    guard ending.cause == .exited(0), let look = HostLook(ending.log), look.digest != nil else {
      throw .file(path, reason: "it cannot be read")
    }
    here = look
  }

  /// Puts it on a host, unless it is there; returns whether it had to.
  func install(on host: RemoteHost, over ssh: SSH) throws(ComputeError) -> Bool {
    guard let there = HostLook(try ssh.answer(of: .look, on: host)) else {
      throw .host(host, .failed("it does not say what kind of machine it is"))
    }
    guard there.system == here.system else {
      throw .host(
        host, .unfit("it is \(there.system), and this benchdb was built for \(here.system)"))
    }
    if there.digest == here.digest { return false }
    _ = try ssh.answer(of: .receive, on: host, input: .file(path), within: .seconds(3600))
    let digest = Array("\(here.digest ?? "")\n".utf8)
    _ = try ssh.answer(of: .install, on: host, input: .bytes(digest))
    return true
  }
}

/// What `HostCommand.look` says.
struct HostLook: Sendable, Hashable {
  /// Such as `Linux x86_64`.
  let system: String
  /// The SHA-256 digest of our program there, in hexadecimal.
  let digest: String?

  /// Nil for what says no system. What a login shell says by itself stands before.
  init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let place = lines.lastIndex(where: { $0.hasPrefix("Linux ") }) else { return nil }
    system = String(lines[place])
    let digest = lines[(place + 1)...].first?.prefix { $0.isHexDigit }
    self.digest = digest.flatMap { $0.count == 64 ? String($0) : nil }
  }
}
