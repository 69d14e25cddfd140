import HTTP
import TestSupport

@testable import AWS

/// A machine that a test describes: its variables, its files, what answers there, and what was asked.
final class Machine {
  static let home = "/home/ada"
  /// 2026-11-24T08:00:00Z
  static let now = 1_795_507_200

  var variables: [String: String]
  /// By their paths below the home folder, or absolute.
  var files: [String: String]
  /// What a program prints; nil where it cannot be run.
  var program: ([String]) -> AWSWorld.Ending? = { _ in nil }
  var answer: (Request) throws(HTTPError) -> Response = { request throws(HTTPError) in
    throw .unreachable(host: request.url, reason: "this machine has no network")
  }
  private(set) var requests: [Request] = []
  private(set) var words: [[String]] = []

  init(
    _ variables: [String: String] = [:], config: String? = nil, credentials: String? = nil,
    files: [String: String] = [:]
  ) {
    self.variables = variables
    self.files = files
    self.files[".aws/config"] = config
    self.files[".aws/credentials"] = credentials
  }

  var world: AWSWorld {
    let send = { [self] (request: Request) throws(HTTPError) -> Response in
      requests.append(request)
      return try answer(request)
    }
    return AWSWorld(
      variables: variables, home: Self.home,
      read: { [self] path in files[relative(path)].map { Array($0.utf8) } },
      write: { [self] path, bytes in
        files[relative(path)] = String(decoding: bytes, as: UTF8.self)
      },
      run: { [self] words in
        self.words.append(words)
        guard let ending = program(words) else { throw CancellationError() }
        return ending
      },
      send: send, sendNearby: send)
  }

  func settings(profile: String? = nil) throws -> AWSSettings {
    try AWSSettings(world, AWSSettings.Flags(profile: profile))
  }

  private func relative(_ path: String) -> String {
    path.hasPrefix(Self.home + "/") ? String(path.dropFirst(Self.home.count + 1)) : path
  }
}

extension Response {
  static func text(_ text: String, status: Int = 200, headers: [Header] = []) -> Response {
    Response(status: status, headers: headers, body: Array(text.utf8))
  }
}

extension Request {
  /// The fields of a form, or the text of a body.
  var text: String {
    if case .bytes(let bytes)? = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
