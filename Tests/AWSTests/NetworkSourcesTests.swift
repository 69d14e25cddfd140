import Foundation
import HTTP
import TestSupport
import Testing

@testable import AWS

/// The places that are servers: what they are asked, and what is made of odd answers.
struct NetworkSourcesTests {
  // MARK: The machine

  private static let role = """
    {"AccessKeyId": "KEY", "SecretAccessKey": "s", "Token": "t", "Expiration": "2026-11-24T09:00:00Z"}
    """

  /// A machine whose answers are by the last part of the path.
  private func machine(_ answers: [String: Response]) -> Machine {
    let machine = Machine()
    machine.answer = { request throws(HTTPError) in
      let name = String(request.url.split(separator: "/").last ?? "")
      return answers[name] ?? .text("", status: 404)
    }
    return machine
  }

  private static let good = [
    "token": Response.text("T"), "security-credentials": .text("bench\n"), "bench": .text(role),
  ]

  @Test func `the machine is asked for a token, its role and the role's keys`() throws {
    let machine = machine(Self.good)
    let found = try machine.credentials()
    #expect(found.accessKeyID == "KEY")
    #expect(found.origin == "the machine's role bench")
    let base = "http://169.254.169.254/latest/"
    #expect(
      machine.requests.map(\.url) == [
        base + "api/token", base + "meta-data/iam/security-credentials/",
        base + "meta-data/iam/security-credentials/bench",
      ])
    #expect(machine.requests[2].headers == [Header("x-aws-ec2-metadata-token", "T")])
  }

  @Test func `the first version will do where there is no token, unless it is forbidden`() throws {
    let machine = machine(Self.good.filter { $0.key != "token" })
    #expect(try machine.credentials().accessKeyID == "KEY")
    #expect(machine.requests[2].headers.isEmpty)
    machine.variables["AWS_EC2_METADATA_V1_DISABLED"] = "true"
    #expect(
      machine.complaint().contains("EC2 (169.254.169.254 answered 404 to a token's request)"))
  }

  @Test func `keys of the machine that end soon are used on`() throws {
    let soon = Self.role.replacing("09:00", with: "08:05")
    let found = try machine(Self.good.merging(["bench": .text(soon)]) { $1 }).credentials()
    #expect(found.expiration == Machine.now + 20 * 60)
  }

  @Test(arguments: [
    ("security-credentials", "", 404, "the machine has no role"),
    ("security-credentials", "", 200, "the machine has no role"),
    ("security-credentials", "a\nb", 200, "the machine has no role"),
    ("security-credentials", "", 500, "169.254.169.254 answered 500"),
    ("token", "", 400, "169.254.169.254 answered 400 to a token's request"),
    ("bench", "<html>", 200, "what it answered for the role bench is not JSON"),
    (
      "bench", #"{"Code": "AssumeRoleUnauthorizedAccess"}"#, 200,
      "what it answered for the role bench has no AccessKeyId"
    ),
  ])
  func `a machine without credentials says why`(
    name: String, text: String, status: Int, reason: String
  ) {
    let machine = machine(Self.good.merging([name: .text(text, status: status)]) { $1 })
    #expect(machine.complaint().contains("EC2 (\(reason))"))
  }

  @Test func `the machine is asked where variables say, or not at all`() {
    let machine = machine([:])
    machine.variables["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"] = "IPv6"
    _ = machine.complaint()
    machine.variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "http://h/"
    _ = machine.complaint()
    machine.variables["AWS_EC2_METADATA_DISABLED"] = "TRUE"
    #expect(machine.complaint().contains("EC2 (AWS_EC2_METADATA_DISABLED is true)"))
    #expect(
      machine.requests.filter { $0.method == .put }.map(\.url) == [
        "http://[fd00:ec2::254]/latest/api/token", "http://h/latest/api/token",
      ])
  }

  // MARK: The container

  @Test(arguments: [
    "http://127.0.0.1:1/k", "http://[::1]/k", "http://localhost/k", "http://169.254.170.23/k",
    "http://[fd00:ec2::23]/k", "https://example.org/k",
  ])
  func `a container's keys come from near or by TLS`(url: String) throws {
    let machine = machine(["k": .text(Self.role)])
    machine.variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = url
    machine.variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "sesame"
    #expect(try machine.credentials().accessKeyID == "KEY")
    #expect(machine.requests[0].headers.contains(Header("Authorization", "sesame")))
  }

  @Test(arguments: [
    "http://example.org/k", "http://127.evil.org/k", "http://169.254.170.2@evil.org/k",
    "ftp://127.0.0.1.evil.org/k",
  ])
  func `a token is not sent elsewhere`(url: String) {
    let machine = machine([:])
    machine.variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = url
    machine.variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "sesame"
    #expect(
      machine.complaint()
        == "AWS_CONTAINER_CREDENTIALS_FULL_URI gave no credentials: \(url) is not "
        + "this machine's; https://, 127.0.0.1 and 169.254.170.2 are right.")
    #expect(machine.requests.isEmpty)
  }

  @Test func `a container of ECS names only the path`() throws {
    let machine = machine(["k": .text(Self.role)])
    machine.variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/v2/k"
    machine.variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/none"
    #expect(try machine.credentials().accessKeyID == "KEY")
    #expect(machine.requests.map(\.url) == ["http://169.254.170.2/v2/k"])
  }

  @Test func `a container's fault is told`() {
    let machine = machine(["k": .text("sesame")])
    machine.variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/k"
    let start = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI gave no credentials: "
    #expect(machine.complaint() == start + "what 169.254.170.2 answered is not JSON.")
    machine.variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/none"
    #expect(machine.complaint() == start + "169.254.170.2 answered 404.")
    machine.variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "a\r\nb: c"
    #expect(machine.complaint() == start + "its authorization token has more than one line.")
    machine.variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = "~/t"
    #expect(machine.complaint() == start + "there is no file ~/t.")
  }

  // MARK: STS

  @Test func `a strict server takes what is signed, and the role's keys after it`() throws {
    let peer = try S3Peer()
    let transport = Transport()
    let machine = Machine(
      peer.environment.merging(["AWS_PROFILE": "lab"]) { $1 },
      config: "[profile lab]\nrole_arn = arn:aws:iam::1:role/bench\nsource_profile = base\n",
      credentials: """
        [base]
        aws_access_key_id = \(S3Peer.accessKey)
        aws_secret_access_key = \(S3Peer.secretKey)
        """)
    machine.variables["AWS_ACCESS_KEY_ID"] = nil
    machine.answer = { request throws(HTTPError) in try transport.send(request) }
    let now = Int(Date.now.timeIntervalSince1970)
    let found = try machine.credentials(at: now)
    let sts = STS(try machine.settings(), send: machine.world.send)
    let identity = try sts.identity(of: found, at: now)
    #expect(identity.account == "123456789012")
    #expect(identity.arn.hasPrefix("arn:aws:sts::123456789012:assumed-role/bench/benchdb-session-"))
    var wrong = found
    wrong.secretAccessKey = "wrong"
    #expect(throws: AWSError.self) { try sts.identity(of: wrong, at: now) }
  }
}
