/// Why a host did not do as it was told.
package enum HostTrouble: Sendable, Hashable {
  /// Nobody has said what its key is.
  case unknownKey
  /// It shows another key than the one that is known.
  case changedKey
  /// It lets us in with none of our keys.
  case denied(String)
  /// There is no way to it, or it does not answer in time.
  case unreachable(String)
  /// It is not what our program runs on.
  case unfit(String)
  /// What it said instead of an answer.
  case failed(String)

  /// What `ssh` says when it ends with status 255.
  init(saidBySSH text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let last = lines.last.map { $0.trimmingSuffix("\r") } ?? "it says nothing"
    if text.contains("HOST IDENTIFICATION HAS CHANGED") {
      self = .changedKey
    } else if text.contains("Host key verification failed") {
      self = .unknownKey
    } else if text.contains("Permission denied") || text.contains("Too many authentication") {
      self = .denied(last)
    } else {
      self = .unreachable(last)
    }
  }

  /// Whether it may well be gone at another time.
  package var isPassing: Bool {
    if case .unreachable = self { true } else { false }
  }

  /// A sentence on what is the matter with `host`, and what would help.
  func sentence(on host: RemoteHost) -> String {
    switch self {
    case .unknownKey:
      "the key of \(host) is not known, \"\(Self.scan(host)) >> ~/.ssh/known_hosts\" adds it;"
        + " compare it with what the host's owner says it is"
    case .changedKey:
      "\(host) shows another key than the known one: it was installed anew, or something else answers"
        + " in its name"
    case .denied(let reason): "\(host) lets us in with none of our keys: \(reason)"
    case .unreachable(let reason): "\(host) cannot be reached: \(reason)"
    case .unfit(let reason), .failed(let reason): "\(host): \(reason)"
    }
  }

  private static func scan(_ host: RemoteHost) -> String {
    "ssh-keyscan " + (host.port.map { "-p \($0) " } ?? "") + host.name
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
