import AWS
import Foundation
import HTTP

/// The way to AWS, or to what speaks like it: who asks, where, and over what.
struct Cloud {
  let settings: AWSSettings
  /// Nil to sign nothing.
  let credentials: CredentialChain?
  let transport: Transport

  /// - Parameter isCancelled: asked while something is under way.
  init(_ session: Session, _ options: CloudOptions, isCancelled: @escaping () -> Bool) throws {
    let variables = session.environment.variables
    let world = AWSWorld(environment: variables)
    settings = try AWSSettings(
      flags: AWSFlags(
        profile: options.profile, region: options.region, endpointURL: options.endpointURL,
        noSignRequest: options.noSignRequest),
      world: world)
    credentials = options.noSignRequest ? nil : CredentialChain(world: world, settings: settings)
    transport = Transport(
      TransportOptions(session.environment, caBundle: settings.caBundle), isCancelled: isCancelled)
  }

  /// A bucket, as the identity at hand sees it.
  func s3(_ bucket: String) -> S3 {
    let endpoint = settings.endpoint
    let chain = credentials
    return S3(
      bucket: bucket, region: settings.region, attempts: settings.attempts,
      access: S3.Access(
        url: { call, region in
          endpoint.url(bucket: bucket, key: call.key, query: call.query, region: region)
        },
        credentials: chain.map { chain in { now in try chain.credentials(now: now) } },
        forget: { chain?.forget() },
        clock: { Int(Date.now.timeIntervalSince1970) }),
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
