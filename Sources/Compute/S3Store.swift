package import AWS
package import HTTP
import Synchronization

/// A folder of a bucket.
// Neither the bucket's state nor the transport is for two threads at once: whoever uses them holds the
// lock, and nothing of them is handed out.
package final class S3Store: ObjectStore, @unchecked Sendable {
  package let root: String
  private let folder: String
  private let s3: S3
  private let transport: Transport
  private let lock = Mutex(())

  /// - Parameters:
  ///   - folder: empty, or with a slash at its end.
  ///   - s3, transport: for this store alone.
  package init(_ s3: S3, over transport: Transport, folder: String) {
    self.s3 = s3
    self.transport = transport
    self.folder = folder
    root = "s3://\(s3.bucket)/\(folder)"
  }

  package func get(_ key: String) throws -> [UInt8]? {
    try unlessMissing {
      let body = ObjectBody(etag: "", room: 1 << 40)
      let response = try send(.get(folder + key, into: body))
      if let fault = body.fault(in: response) {
        throw AWSError.malformed(operation: "GetObject", reason: "\(key): \(fault)")
      }
      return body.bytes
    }
  }

  package func put(_ bytes: [UInt8], to key: String) throws {
    _ = try send(.put(bytes, to: folder + key))
  }

  package func version(of key: String) throws -> String? {
    try unlessMissing { try send(.head(folder + key))[header: "ETag"] }
  }

  package func remove(_ key: String) throws {
    _ = try send(.delete(folder + key))
  }

  private func send(_ call: S3Call) throws -> Response {
    try lock.withLock { _ in try s3.send(call, over: transport) }
  }

  private func unlessMissing<Answer>(_ ask: () throws -> Answer?) throws -> Answer? {
    do {
      return try ask()
    } catch AWSError.service(let fault) where fault.kind == .noObject {
      return nil
    }
  }
}
