import Foundation

/// An OpenML with the answers that scikit-learn's tests have recorded, a new one for each test.
///
///     let openML = try OpenMLPeer()
///     try openML.fail("/download/", by: "cut", first: 1)
///     try await folder.benchdb("download-data", "--only", "61", environment: openML.environment)
///
/// The head of `Tests/Peers/openml_server.py` says what it has and how it fails on command.
package final class OpenMLPeer: Sendable {
  private let peer: Peer

  package init() throws {
    peer = try Peer("openml_server.py")
  }

  package var api: String { "\(peer.url)/api/v1/json" }

  /// What a program must find in its environment to ask this server and no other.
  package var environment: [String: String] { ["BENCHDB_OPENML_URL": api] }

  /// Has a path of the API answered by a text.
  package func put(_ path: String, _ text: String, status: Int = 200) throws {
    try put(file: "/api/v1/json/\(path)", text, status: status)
  }

  /// Has any path of the server answered by a text.
  package func put(file path: String, _ text: String, status: Int = 200) throws {
    _ = try command(["do": "put", "path": path, "text": text, "status": status])
  }

  /// A study of these datasets, in the shape that OpenML documents.
  package func putStudy(_ id: Int, of datasets: [Int]) throws {
    let list = datasets.map { "\"\($0)\"" }.joined(separator: ",")
    try put(
      "study/\(id)",
      """
      {"study":{"id":"\(id)","name":"A study","alias":"study-\(id)","main_entity_type":"run",\
      "creator":"1","data":{"data_id":[\(list)]},"tasks":[]}}
      """)
  }

  /// Lets the first requests go wrong whose path has a match of `path`.
  package func fail(_ path: String, by kind: String, first: Int = 1_000_000) throws {
    _ = try command(["do": "fault", "path": path, "kind": kind, "first": first])
  }

  package struct Asked: Sendable, Hashable {
    package var path: String
    package var range: String
    package var key: String
  }

  /// The requests since this was last asked.
  package func requests() throws -> [Asked] {
    struct Reply: Decodable { var requests: [[String]] }
    let reply = try JSONDecoder().decode(Reply.self, from: command(["do": "requests"]))
    return reply.requests.map { Asked(path: $0[0], range: $0[1], key: $0[2]) }
  }

  private func command(_ command: [String: Any]) throws -> Data {
    let question = try JSONSerialization.data(withJSONObject: command)
    return Data(try peer.ask(String(decoding: question, as: UTF8.self)).utf8)
  }
}
