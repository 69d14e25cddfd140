import AWS
import Foundation
import HTTP

/// Writes the body of an object to a file as it comes, and digests it.
// Only the thread that runs the transport touches it.
final class FileBody: BodySink, @unchecked Sendable {
  private let sink: Sink
  private let digest: ObjectBody

  init(_ sink: Sink, etag: String) {
    self.sink = sink
    digest = ObjectBody(etag: etag, room: 0)
  }

  func restart() throws {
    digest.restart()
    guard ftruncate(sink.descriptor, 0) == 0, lseek(sink.descriptor, 0, SEEK_SET) == 0 else {
      throw Failure(unwritable: sink.name, errno)
    }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    digest.receive(bytes)
    try sink.write(Array(bytes))
  }

  /// What of an answer's body is not as the store has it.
  func fault(in response: Response) -> String? { digest.fault(in: response) }
}
