import AWS
import Foundation
import HTTP

/// The way to AWS, or to what speaks like it: who asks, where, and over what.
struct Cloud {
  let settings: AWSSettings
  /// Nil to sign nothing.
  let credentials: CredentialChain?
  let transport: Transport
  let world: AWSWorld

  /// Seconds since 1970, by this machine's clock.
  static var now: Int { Int(Date.now.timeIntervalSince1970) }

  /// - Parameter isCancelled: asked while something is under way.
  init(_ session: Session, _ options: CloudOptions, isCancelled: @escaping () -> Bool) throws {
    let environment = session.environment
    var world = AWSWorld(environment, isCancelled: isCancelled)
    settings = try AWSSettings(
      world,
      AWSSettings.Flags(
        profile: options.profile, region: options.region, endpoint: options.endpointURL,
        signsNothing: options.noSignRequest))
    let transport = Transport(
      TransportOptions(environment, caBundle: settings.caBundle?.value), isCancelled: isCancelled)
    world.send = { request throws(HTTPError) in try transport.send(request) }
    self.transport = transport
    self.world = world
    credentials = settings.signsNothing ? nil : CredentialChain(world, settings)
  }

  /// A bucket, as the identity at hand sees it.
  func s3(_ bucket: String) -> S3 {
    let endpoint = settings.s3
    let chain = credentials
    return S3(
      bucket: bucket, region: settings.region.value,
      attempts: settings.attempts?.value ?? Retry().attempts,
      access: S3.Access(
        url: { call, region in endpoint.url(of: call, in: bucket, region: region) },
        credentials: chain.map { chain in { now in try chain.credentials(at: now) } },
        forget: { chain?.forget() },
        clock: { Self.now }),
      random: SystemRandomNumberGenerator())
  }
}

extension TransportOptions {
  /// Proxies as the variables say that curl reads.
  init(_ environment: Environment, caBundle: String?) {
    self.init()
    httpProxy = environment["http_proxy"]
    httpsProxy = environment["https_proxy"] ?? environment["HTTPS_PROXY"]
    noProxy = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    self.caBundle = caBundle ?? environment["CURL_CA_BUNDLE"] ?? environment["SSL_CERT_FILE"]
    userAgent = "benchdb/\(BenchDB.version)"
  }
}
