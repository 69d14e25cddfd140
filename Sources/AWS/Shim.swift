// Stands in until the settings and credential sources come: whoever brings them deletes this file.

package struct AWSFlags {
  package var profile, region, endpointURL: String?
  package var noSignRequest: Bool
  package init(profile: String?, region: String?, endpointURL: String?, noSignRequest: Bool) {
    self.profile = profile
    self.region = region
    self.endpointURL = endpointURL
    self.noSignRequest = noSignRequest
  }
}
package struct AWSWorld {
  package var environment: [String: String] = [:]
  package init(environment: [String: String]) { self.environment = environment }
}
package struct Endpoint {
  var base: String
  package func url(
    bucket: String, key: String?, query: [(name: String, value: String?)], region: String
  ) -> String {
    let q = query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value ?? "") }.joined(
      separator: "&")
    return base + "/" + bucket + "/" + percentEncoded(key ?? "", keepingSlash: true)
      + (q.isEmpty ? "" : "?" + q)
  }
}
package struct AWSSettings {
  package var region: String
  package var endpoint: Endpoint
  package var attempts = 8
  package var caBundle: String?
  package init(flags: AWSFlags, world: AWSWorld) throws(AWSError) {
    attempts = world.environment["AWS_MAX_ATTEMPTS"].flatMap { Int($0) } ?? 8
    region = flags.region ?? world.environment["AWS_REGION"] ?? "us-east-1"
    endpoint = Endpoint(
      base: flags.endpointURL ?? world.environment["AWS_ENDPOINT_URL_S3"] ?? world.environment[
        "AWS_ENDPOINT_URL"] ?? "")
  }
}
package final class CredentialChain {
  let world: AWSWorld
  package init(world: AWSWorld, settings: AWSSettings) { self.world = world }
  package func credentials(now: Int) throws -> Credentials {
    guard let k = world.environment["AWS_ACCESS_KEY_ID"] else {
      throw AWSError.noCredentials(tried: ["env"])
    }
    return Credentials(
      accessKeyID: k, secretAccessKey: world.environment["AWS_SECRET_ACCESS_KEY"] ?? "",
      sessionToken: world.environment["AWS_SESSION_TOKEN"], origin: "environment variables")
  }
  package func forget() {}
}
