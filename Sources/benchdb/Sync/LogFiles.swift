import AWS
import Foundation
import HTTP
import Warehouse

/// A bucket's logs as files below a folder.
struct LogFiles {
  let folder: String
  let address: BucketAddress
  let cloud: Cloud
  private(set) var written = 0
  private(set) var unchanged = 0
  private(set) var bytes = 0
  private lazy var s3 = cloud.s3(address.bucket)

  init(folder: String, address: BucketAddress, cloud: Cloud) {
    self.folder = folder
    self.address = address
    self.cloud = cloud
  }

  /// Writes a log, unless its file is there as it should be.
  ///
  /// What the warehouse has to the byte comes from there, the rest from the bucket.
  mutating func write(_ log: StoredLog) throws {
    let path = "\(folder)/\(place(of: log.key))"
    if let size = log.size, let etag = log.etag, holds(path, size, etag) {
      unchanged += 1
      return
    }
    try File.makeFolder(URL(filePath: path).deletingLastPathComponent().relativePath)
    let text = Array(log.text.utf8)
    if text.count == log.size, hexadecimalMD5(text) == log.etag {
      try File.write(path, replacing: true, bytes: text)
    } else {
      try fetch(log, to: path)
    }
    written += 1
    bytes += log.size ?? text.count
  }

  /// Where a key's file is, below the folder.
  private func place(of key: String) -> String {
    if key.utf8.starts(with: address.folder.utf8), !key.hasPrefix("/") {
      let rest = String(decoding: key.utf8.dropFirst(address.folder.utf8.count), as: UTF8.self)
      // The folder that holds them has the name already.
      return safePath(of: rest.hasPrefix("logs/") ? String(rest.dropFirst(5)) : "orphans/" + rest)
    }
    return safePath(of: "orphans/" + (key.hasPrefix("/") ? String(key.dropFirst()) : key))
  }

  private func holds(_ path: String, _ size: Int, _ etag: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.size] as? Int == size else { return false }
    return FileManager.default.contents(atPath: path).map { hexadecimalMD5(Array($0)) } == etag
  }

  private func hexadecimalMD5(_ bytes: [UInt8]) -> String {
    Digest.hexadecimal(Digest.of(bytes, by: .md5))
  }

  private mutating func fetch(_ log: StoredLog, to path: String) throws {
    let s3 = s3
    let transport = cloud.transport
    try File.write(
      path, replacing: true,
      filling: { sink in
        let body = FileBody(sink, etag: log.etag ?? "")
        var fault: String?
        for _ in 0..<3 {
          let response = try s3.send(.get(log.key, into: body), over: transport)
          fault = body.fault(in: response)
          if fault == nil { return }
        }
        throw AWSError.malformed(operation: "GetObject", reason: "\(log.key): \(fault ?? "")")
      })
  }
}
