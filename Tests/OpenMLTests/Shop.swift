import AWS
import Foundation
import HTTP
import OpenML
import TestSupport

/// An OpenML of one's own, and a folder for what comes of it.
final class Shop {
  let peer: OpenMLPeer
  let folder = URL.temporaryDirectory.appending(path: "benchdb-openml-\(UUID().uuidString)")
  let catalog: Catalog

  /// A peer for all who only ask it for what was recorded.
  private static let shared = Result { try OpenMLPeer() }

  static func recorded() throws -> Shop { try Shop(at: shared.get()) }

  init(at peer: OpenMLPeer? = nil, key: String? = nil, attempts: Int = 4) throws {
    self.peer = try peer ?? OpenMLPeer()
    var retry = Retry(attempts: attempts)
    retry.base = .milliseconds(1)
    catalog = Catalog(
      try Origin(api: self.peer.api, key: key), over: Transport(), keepingFilesIn: folder.path,
      retry: retry
    ) { path in
      Digest.hexadecimal(Digest.of(try Data(contentsOf: URL(filePath: path)), by: .md5))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func fetch(
    _ ids: Int..., anew: Bool = false
  ) throws -> [Int: Result<Catalog.Fetched, OpenMLError>] {
    try catalog.fetch(ids, anew: anew, inFlight: 4) { _ in }
  }

  /// A dataset as its CSV text and what is known of it.
  func table(_ id: Int) throws -> (text: String, table: DatasetTable) {
    guard let fetched = try fetch(id)[id]?.get() else { throw HTTPError.cancelled }
    var text: [UInt8] = []
    let table = try DatasetTable(arff: fetched.file, of: fetched.description) { text += $0 }
    return (String(decoding: text, as: UTF8.self), table)
  }

  /// Has the peer give out a dataset of one's own.
  func put(_ id: Int, arff: String, target: String = "\"class\"", more: String = "") throws {
    try peer.put(
      "data/\(id)",
      """
      {"data_set_description":{"id":"\(id)","name":"own","url":"https://www.openml.org/own/\(id).arff",\
      "default_target_attribute":\(target)\(more)}}
      """)
    try peer.put(file: "/own/\(id).arff", arff)
  }
}
