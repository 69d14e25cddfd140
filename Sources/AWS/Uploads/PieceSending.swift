internal import HTTP

/// Sends pieces of files side by side; each is there, to the byte, when it is told of.
final class PieceSending: Exchange {
  /// A piece on its way.
  struct Job {
    let call: S3Call
    let file: UploadFile
    /// Which of the file's pieces it is.
    let index: Int

    var piece: UploadFile.Piece { file.pieces[index] }
  }

  private let s3: S3
  private var jobs: ArraySlice<Job>
  private let arrived: (_ job: Job, _ etag: String) -> Void

  init(_ jobs: [Job], of s3: S3, arrived: @escaping (_ job: Job, _ etag: String) -> Void) {
    self.jobs = jobs[...]
    self.s3 = s3
    self.arrived = arrived
  }

  func next() -> Job? { jobs.popFirst() }

  func request(for job: Job) throws -> Request { try s3.request(for: job.call) }

  func settle(
    _ job: Job, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    do throws(AWSError) {
      switch try s3.reply(to: job.call, outcome, attempt: attempt) {
      case .again(let pause): return .again(after: pause)
      case .answer(let response): arrived(job, try etag(of: job, in: response))
      }
    } catch {
      guard error.tellsOfOtherBytes else { throw error }
      guard job.file.isUnchanged else { throw AWSError.changed(job.file.path) }
      guard error.mayPass, let pause = s3.pause(after: attempt) else { throw error }
      return .again(after: pause)
    }
    guard job.file.isUnchanged else { throw AWSError.changed(job.file.path) }
    return .settled
  }

  /// What the store calls the piece: its MD5, unless it is encrypted by a key of its owner's.
  private func etag(of job: Job, in response: Response) throws(AWSError) -> String {
    let etag = ListingPage.unquoted(response[header: "ETag"] ?? "")
    let encryption = response[header: "x-amz-server-side-encryption"] ?? ""
    guard
      !ObjectBody.isMD5(etag) || encryption.hasPrefix("aws:kms")
        || etag.lowercased() == Digest.hexadecimal(job.piece.md5)
    else {
      throw .malformed(
        operation: job.call.operation, reason: "\(job.file.path) has another MD5 there")
    }
    return etag
  }
}

extension AWSError {
  /// Whether what arrived, or was to be sent, is not what the digests were taken of.
  fileprivate var tellsOfOtherBytes: Bool {
    switch self {
    case .service(let fault):
      ["BadDigest", "XAmzContentSHA256Mismatch", "IncompleteBody"].contains(fault.code)
    case .transport(.file, _), .malformed: true
    default: false
    }
  }

  /// Whether bytes may have been lost on the way.
  fileprivate var mayPass: Bool {
    if case .transport = self { false } else { true }
  }
}
