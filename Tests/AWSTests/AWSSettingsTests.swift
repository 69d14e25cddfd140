import Testing

@testable import AWS

struct AWSSettingsTests {
  private static let config = """
    [default]
    region = eu-west-1
    [profile lab]
    region = eu-west-2
    endpoint_url = http://lab
    services = here
    ca_bundle = /lab.pem
    max_attempts = 3
    s3 =
      addressing_style = virtual
    [profile "my lab"]
    endpoint_url = http://mine/
    [services here]
    s3 =
      endpoint_url = http://here
    """

  private func settings(
    _ variables: [String: String] = [:], config: String = config,
    _ flags: AWSSettings.Flags = .init()
  ) throws -> AWSSettings {
    try AWSSettings(Machine(variables, config: config).world, flags)
  }

  private func complaint(
    _ variables: [String: String] = [:], config: String = config,
    _ flags: AWSSettings.Flags = .init()
  ) -> String {
    do {
      return "\(try settings(variables, config: config, flags))"
    } catch {
      return "\(error)"
    }
  }

  @Test func `without anything, there are defaults`() throws {
    let settings = try AWSSettings(Machine().world)
    #expect(settings.profile.value == "default")
    #expect(settings.region.value == "us-east-1")
    #expect(settings.region.origin == "default")
    #expect(settings.endpoints.isEmpty)
    #expect(settings.caBundle == nil && settings.attempts == nil)
    #expect(settings.addressingStyle.value == .auto)
  }

  @Test(
    arguments: [
      ([:], nil, "eu-west-1", "profile \"default\""),
      (["AWS_PROFILE": "lab"], nil, "eu-west-2", "profile \"lab\""),
      (["AWS_DEFAULT_REGION": "a"], nil, "a", "AWS_DEFAULT_REGION"),
      (["AWS_DEFAULT_REGION": "a", "AWS_REGION": "b"], nil, "b", "AWS_REGION"),
      (["AWS_REGION": ""], nil, "eu-west-1", "profile \"default\""),
      (["AWS_REGION": "b"], "RegionOne", "RegionOne", "--region"),
    ] as [([String: String], String?, String, String)])
  func `a region is a flag's, a variable's or the profile's`(
    variables: [String: String], flag: String?, region: String, origin: String
  ) throws {
    let found = try settings(variables, .init(region: flag)).region
    #expect(found.value == region)
    #expect(found.origin == origin)
  }

  @Test(
    arguments: [
      ([:], nil, nil, "http://here", "services \"here\""),
      (["AWS_ENDPOINT_URL": "http://a/"], nil, nil, "http://a", "AWS_ENDPOINT_URL"),
      (
        ["AWS_ENDPOINT_URL": "http://a", "AWS_ENDPOINT_URL_S3": "http://b"], nil, nil, "http://b",
        "AWS_ENDPOINT_URL_S3"
      ),
      (["AWS_ENDPOINT_URL_S3": "http://b"], nil, "http://c", "http://c", "--endpoint-url"),
      ([:], "my lab", nil, "http://mine", "profile \"my lab\""),
      (
        ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL_S3": "http://b"], nil,
        nil,
        nil, nil
      ),
      (
        ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], nil, "http://c", "http://c",
        "--endpoint-url"
      ),
    ] as [([String: String], String?, String?, String?, String?)])
  func `a server is a flag's, a variable's, the services' or the profile's`(
    variables: [String: String], profile: String?, flag: String?, url: String?, origin: String?
  ) throws {
    let flags = AWSSettings.Flags(profile: profile ?? "lab", endpoint: flag)
    let found = try settings(variables, flags).endpoints["s3"]
    #expect(found?.value == url)
    #expect(found?.origin == origin)
  }

  @Test func `the flag's server is for S3 alone`() throws {
    let settings = try settings(
      ["AWS_ENDPOINT_URL_STS": "http://sts"], .init(endpoint: "http://s3"))
    #expect(settings.endpoints.mapValues(\.value) == ["s3": "http://s3", "sts": "http://sts"])
  }

  @Test func `the profile has its say on the rest`() throws {
    let settings = try settings(["AWS_MAX_ATTEMPTS": "5"], .init(profile: "lab"))
    #expect(settings.caBundle?.value == "/lab.pem")
    #expect(settings.attempts?.value == 5)
    #expect(settings.attempts?.origin == "AWS_MAX_ATTEMPTS")
    #expect(settings.s3 == S3Endpoint(url: "http://here", style: .virtual))
  }

  @Test func `what cannot be meant is refused with where it stands`() {
    #expect(
      complaint(["AWS_PROFILE": "la"])
        == "AWS_PROFILE names the profile \"la\", which is neither in ~/.aws/config nor in "
        + "~/.aws/credentials; the profiles are default, lab, my lab.")
    #expect(
      complaint(["AWS_MAX_ATTEMPTS": "0"])
        == "AWS_MAX_ATTEMPTS sets the number of attempts to \"0\"; "
        + "a whole number from 1 on is right.")
    #expect(
      complaint([:], .init(region: "evil.org/"))
        == "--region sets the region to \"evil.org/\"; us-east-1 is one.")
    #expect(
      complaint([:], .init(endpoint: "localhost:9000"))
        == "--endpoint-url sets the address to \"localhost:9000\"; http://127.0.0.1:9000 is one.")
    #expect(
      complaint(config: "[default]\ns3 =\n  addressing_style = dns\n")
        == "profile \"default\" sets s3.addressing_style to \"dns\"; "
        + "auto, path and virtual are right.")
    #expect(
      complaint(config: "[default]\nservices = here\n")
        == "profile \"default\" names the services \"here\", and ~/.aws/config has no "
        + "[services here].")
  }

  @Test func `the files lie where variables say`() throws {
    let machine = Machine(
      ["AWS_CONFIG_FILE": "/etc/c", "AWS_SHARED_CREDENTIALS_FILE": "~/d"],
      files: ["/etc/c": "[default]\nregion = a\n", "d": "[default]\nregion = b\n[x]\n"])
    #expect(try machine.settings().region.value == "b")
    #expect(try SharedConfig(machine.world).profiles == ["default", "x"])
  }
}
