import Foundation
import HTTP
import TestSupport

/// The server of `Tests/Peers/http_server.py`, whose paths say how it behaves.
enum HTTPPeer {
  private static let shared = Result { try Peer("http_server.py") }

  /// An address at the server that all tests share.
  static func url(_ path: String) throws -> String {
    try shared.get().url + path
  }

  /// What `/echo` tells of the request that it got.
  struct Echo: Decodable {
    var method: String
    var path: String
    var headers: [String]
    var body: String

    init(_ response: Response) throws {
      self = try JSONDecoder().decode(Self.self, from: Data(response.body))
    }
  }

  /// What a server of one's own has counted.
  struct Counts: Decodable {
    var connections: Int
    var requests: Int

    init(of peer: Peer) throws {
      self = try JSONDecoder().decode(Self.self, from: Data(peer.ask("counts").utf8))
    }
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
}
