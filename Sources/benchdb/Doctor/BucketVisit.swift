import AWS
import HTTP

/// A doctor's visit to AWS and a bucket: asks who we are, and tries each permission without a trace.
struct BucketVisit {
  private let cloud: Cloud

  /// A key that nobody has.
  private static let probe = "benchdb-doctor-probe"

  init(_ cloud: Cloud) {
    self.cloud = cloud
  }

  func askWhoWeAre(_ examination: inout Examination) {
    guard let chain = cloud.credentials else {
      return examination.skip("identity", because: "--no-sign-request signs nothing")
    }
    var found: Credentials?
    examination.look(at: "credentials") {
      let credentials = try chain.credentials(at: Cloud.now)
      found = credentials
      return credentials.origin + (credentials.expiration == nil ? "" : ", for a while")
    }
    guard let found else { return }
    if cloud.settings.endpoints["s3"] != nil, cloud.settings.endpoints["sts"] == nil {
      return examination.skip("identity", because: "the endpoint is for S3 alone")
    }
    examination.look(at: "identity") {
      let world = cloud.world
      return try STS(cloud.settings, send: world.send).identity(of: found, at: Cloud.now).arn
    }
  }

  func tryPermissions(on address: BucketAddress, _ examination: inout Examination) {
    let s3 = cloud.s3(address.bucket)
    var sample: String?
    let isListed = examination.look(at: "s3:ListBucket") {
      let response = try s3.send(
        .list(prefix: address.folder, most: 10), over: cloud.transport)
      let page = try page(response)
      sample = page.objects.first { !$0.key.hasSuffix("/") }?.key
      return page.objects.isEmpty ? "\(address) is empty" : "\(address) can be listed"
    }
    lookAtRegionAndClock(s3, isListed, &examination)
    if let sample {
      examination.look(at: "s3:GetObject") {
        _ = try s3.send(.head(sample), over: cloud.transport)
        return "\(sample) can be read"
      }
    } else {
      examination.skip("s3:GetObject", because: "nothing is there to read")
    }
    tryChanges(s3, address, &examination)
    if isListed { lookForKeys(s3, address, &examination) }
  }

  private func page(_ response: Response) throws -> ListingPage {
    do {
      return try ListingPage(response.body)
    } catch {
      throw AWSError.malformed(operation: "ListObjectsV2", reason: "\(error)")
    }
  }

  private func lookAtRegionAndClock(
    _ s3: S3, _ isListed: Bool, _ examination: inout Examination
  ) {
    guard isListed else { return }
    let configured = cloud.settings.region.value
    if s3.region == configured {
      examination.look(at: "region") { s3.region }
    } else {
      examination.warn(
        of: "region",
        "the bucket is in \(s3.region), not in \(configured); --region saves a detour")
    }
    if s3.clockSkew == 0 {
      examination.look(at: "clock") { "near enough to S3's" }
    } else {
      examination.warn(
        of: "clock", "S3's is \(s3.clockSkew) s ahead of this machine's; signatures allow for it")
    }
  }

  private func tryChanges(_ s3: S3, _ address: BucketAddress, _ examination: inout Examination) {
    let probe = address.folder + Self.probe
    examination.look(at: "s3:PutObject") {
      let begun = try s3.send(.beginUpload(of: probe), over: cloud.transport)
      guard let upload = (try? XMLElement.parse(begun.body))?.text("UploadId") else {
        throw AWSError.malformed(
          operation: "CreateMultipartUpload", reason: "it names no upload")
      }
      _ = try s3.send(.giveUp(upload, of: probe), over: cloud.transport)
      return "an upload was begun and given up"
    }
    examination.look(at: "s3:DeleteObject") {
      let deletion = ObjectDeletion([probe], of: s3)
      try cloud.transport.run(deletion, inFlight: 1)
      if let failure = deletion.failure { throw failure }
      return "a key that is not there was deleted"
    }
  }

  /// The original put its private keys where every reader of the bucket finds them.
  private func lookForKeys(_ s3: S3, _ address: BucketAddress, _ examination: inout Examination) {
    examination.look(at: "private keys") {
      let call = S3Call.list(prefix: address.folder + "ssh/", most: 10)
      let keys = try page(s3.send(call, over: cloud.transport)).objects.map(\.key)
      guard keys.isEmpty else {
        throw Failure(
          .no, "\(keys.joined(separator: ", ")) can be read by all who may read the bucket.")
      }
      return "none in ssh/"
    }
  }
}
