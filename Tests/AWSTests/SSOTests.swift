import HTTP
import Testing

@testable import AWS

struct SSOTests {
  private static let config = """
    [profile lab]
    sso_session = corp
    sso_account_id = 123456789012
    sso_role_name = My Role
    [sso-session corp]
    sso_region = eu-west-1
    sso_start_url = https://corp.awsapps.com/start
    """
  /// SHA-1 of `corp`.
  private static let path =
    ".aws/sso/cache/\(Digest.hexadecimal(Digest.of(Array("corp".utf8), by: .sha1))).json"

  private func machine(token: String?) -> Machine {
    let machine = Machine(config: Self.config)
    machine.files[Self.path] = token
    machine.answer = { request throws(HTTPError) in
      if request.url.hasSuffix("/token") {
        return .text(#"{"accessToken": "newer", "expiresIn": 3600, "refreshToken": "r2"}"#)
      }
      return .text(
        """
        {"roleCredentials": {"accessKeyId": "KEY", "secretAccessKey": "s", "sessionToken": "t",
        "expiration": 1795510800000}}
        """)
    }
    return machine
  }

  private func token(until end: String, more: String = "") -> String {
    #"{"accessToken": "old", "expiresAt": "\#(end)"\#(more)}"#
  }

  private static let registration = #"""
    , "clientId": "c", "clientSecret": "d", "refreshToken": "r1", "region": "eu-west-1", \#
    "registrationExpiresAt": "2027-01-01T00:00:00Z"
    """#

  @Test func `a login's token is exchanged for the role's keys`() throws {
    let machine = machine(token: token(until: "2026-11-24T10:00:00Z"))
    let found = try machine.credentials(profile: "lab")
    #expect(found.accessKeyID == "KEY")
    #expect(found.expiration == Machine.now + 3600)
    #expect(
      machine.requests.map(\.url) == [
        "https://portal.sso.eu-west-1.amazonaws.com/federation/credentials?role_name=My%20Role"
          + "&account_id=123456789012"
      ])
    #expect(machine.requests[0].headers == [Header("x-amz-sso_bearer_token", "old")])
  }

  @Test func `a session's token that ends soon is prolonged and kept`() throws {
    let machine = machine(token: token(until: "2026-11-24T08:10:00Z", more: Self.registration))
    #expect(try machine.credentials(profile: "lab").accessKeyID == "KEY")
    #expect(machine.requests[0].url == "https://oidc.eu-west-1.amazonaws.com/token")
    #expect(machine.requests[0].text.contains(#""refreshToken":"r1""#))
    #expect(machine.requests[1].headers == [Header("x-amz-sso_bearer_token", "newer")])
    #expect(
      machine.files[Self.path] == """
        {"accessToken":"newer","clientId":"c","clientSecret":"d","expiresAt":"2026-11-24T09:00:00Z",\
        "refreshToken":"r2","region":"eu-west-1","registrationExpiresAt":"2027-01-01T00:00:00Z",\
        "startUrl":"https://corp.awsapps.com/start"}
        """)
  }

  @Test func `a login that has ended says how to log in`() {
    let start = "profile \"lab\" gave no credentials: "
    let end = "; \"aws sso login --profile lab\" logs in."
    #expect(machine(token: nil).complaint(profile: "lab") == start + "nobody is logged in" + end)
    #expect(
      machine(token: token(until: "2026-11-24T07:00:00Z")).complaint(profile: "lab")
        == start + "the login has ended" + end)
    #expect(
      machine(token: "{}").complaint(profile: "lab")
        == start + "~/\(Self.path) is not what \"aws sso login\" leaves" + end)
    let machine = machine(token: token(until: "2026-11-24T10:00:00Z"))
    machine.answer = { _ throws(HTTPError) in .text("", status: 401) }
    #expect(machine.complaint(profile: "lab") == start + "the login has ended" + end)
  }

  @Test func `a role that is not one's own is refused by name`() {
    let machine = machine(token: token(until: "2026-11-24T10:00:00Z"))
    machine.answer = { _ throws(HTTPError) in
      .text(
        "{}", status: 403,
        headers: [Header("x-amzn-ErrorType", "ForbiddenException:http://internal.amazon.com/")])
    }
    #expect(
      machine.complaint(profile: "lab")
        == "SSO refused to give the role My Role of account 123456789012 (403 ForbiddenException), "
        + "signed with the login of profile \"lab\".")
  }

  @Test func `the keys of a login of its own kind last as long as they last`() throws {
    let hash = Digest.hexadecimal(Digest.of(Array("arn:me".utf8), by: .sha256))
    let machine = Machine(
      config: "[default]\nlogin_session = arn:me\n",
      files: [
        ".aws/login/cache/\(hash).json": """
        {"accessToken": {"accessKeyId": "KEY", "secretAccessKey": "s", "sessionToken": "t",
        "accountId": "1", "expiresAt": "2026-11-24T08:15:00Z"}, "refreshToken": "r"}
        """
      ])
    #expect(try machine.credentials().expiration == Machine.now + 900)
    #expect(throws: AWSError.self) { try machine.credentials(at: Machine.now + 900) }
  }
}
