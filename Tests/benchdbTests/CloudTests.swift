import Foundation
import TestSupport
import Testing

/// The way from this machine's files and programs to a bucket.
struct CloudTests {
  private let s3: S3Peer
  private let folder: FreshFolder

  init() async throws {
    s3 = try S3Peer()
    folder = try await FreshFolder.withWarehouse()
  }

  /// Syncs by what the configuration says, with no keys in the environment.
  private func sync(
    config: String, _ variables: [String: String] = [:]
  ) async throws -> FreshFolder.Ended {
    try folder.write(config, to: ".aws/config")
    var environment = s3.environment.merging(variables) { $1 }
    environment["AWS_ACCESS_KEY_ID"] = nil
    environment["AWS_SECRET_ACCESS_KEY"] = nil
    return try await folder.benchdb("sync", "s3://lab/", environment: environment)
  }

  @Test func `a program's keys open a bucket`() async throws {
    let ended = try await sync(
      config: """
        [default]
        credential_process = printf '{"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "%s"}'
          \(S3Peer.accessKey) \(S3Peer.secretKey)
        """)
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test func `a program that fails has its own say`() async throws {
    try folder.write("#!/bin/sh\necho log in first >&2\nexit 3\n", to: "keys")
    _ = try await folder.shell("chmod +x keys")
    let ended = try await sync(config: "[default]\ncredential_process = ./keys\n")
    #expect(ended.status == 77)
    #expect(
      ended.error == """
        log in first
        error: profile "default" gave no credentials: its credential_process ./keys ended with 3.

        """)
  }

  @Test func `a role opens a bucket`() async throws {
    let ended = try await sync(
      config: """
        [profile lab]
        role_arn = arn:aws:iam::123456789012:role/bench
        source_profile = base
        [profile base]
        aws_access_key_id = \(S3Peer.accessKey)
        aws_secret_access_key = \(S3Peer.secretKey)
        """, ["AWS_PROFILE": "lab"])
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test func `a login's new token is kept for its owner alone`() async throws {
    let roles = try Peer("roles_server.py")
    // The SHA-1 of the session's name.
    let path = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
    try folder.write(
      """
      {"accessToken": "sso-token", "expiresAt": "2020-01-01T00:00:00Z", "clientId": "c",
      "clientSecret": "d", "refreshToken": "refresh-token",
      "registrationExpiresAt": "2100-01-01T00:00:00Z"}
      """, to: path)
    let ended = try await sync(
      config: """
        [default]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = bench
        [sso-session corp]
        sso_region = eu-west-1
        sso_start_url = https://corp.awsapps.com/start
        """,
      ["AWS_ENDPOINT_URL_SSO": roles.url, "AWS_ENDPOINT_URL_SSO_OIDC": roles.url])
    #expect(
      ended.error == """
        error: S3 does not know the key of profile "default" (403 InvalidAccessKeyId).

        """)
    #expect(folder.text(path)?.contains("newer-token") == true)
    let file = folder.url.appending(path: path).path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `a configuration that cannot be meant is an error of its own`() async throws {
    let ended = try await sync(config: "[default]\nnonsense\n")
    #expect(ended.status == 78)
    #expect(
      ended.error == "error: ~/.aws/config, line 2 is not of the form name = value.\n")
  }

  @Test func `files may be put aside by naming none`() async throws {
    let ended = try await sync(
      config: "[default]\nnonsense\n",
      ["AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"])
    #expect(ended.status == 77)
    #expect(
      ended.error == """
        error: no AWS credentials. Tried: environment (AWS_ACCESS_KEY_ID is not set); profile \
        "default" (neither /dev/null nor /dev/null has it); web identity (AWS_WEB_IDENTITY_TOKEN_FILE \
        is not set); container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set); EC2 \
        (AWS_EC2_METADATA_DISABLED is true). --no-sign-request reads a public bucket without.

        """)
  }
}
