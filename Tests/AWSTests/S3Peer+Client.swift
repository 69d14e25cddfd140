import Foundation
import TestSupport

@testable import AWS

extension S3Peer {
  /// One who may do all in the bucket.
  func client(attempts: Int = 4) -> S3 {
    let endpoint = S3Endpoint(url: endpoint)
    return S3(
      bucket: S3Peer.bucket, region: "us-east-1", attempts: attempts,
      access: S3.Access(
        url: { call, region in endpoint.url(of: call, in: S3Peer.bucket, region: region) },
        credentials: { _ in
          Credentials(
            accessKeyID: S3Peer.accessKey, secretAccessKey: S3Peer.secretKey, origin: "a test")
        },
        forget: {}, clock: { Int(Date.now.timeIntervalSince1970) }),
      random: SystemRandomNumberGenerator())
  }
}
