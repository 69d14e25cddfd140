import Foundation
import HTTP
import TestSupport
import Testing

@testable import AWS

/// Keys that are hard to sign, put to a server that takes no wrong signature.
struct SignedKeysTests {
  private static let keys = [
    "plain.csv", "a b+c%", "100%25", "../up", "a/../b", "./dot", "/leading", "double//slash",
    "end/",
    "new\nline", "tab\t", "\u{1}", "caf\u{E9}", "cafe\u{301}", "日本/🧪", "#?&=;:@$,", "quote'\"",
    "(a)[b]{c}!*~|^`\\<>", "a=b&c=d", ".", "..",
  ]

  struct Way: Sendable, CustomTestStringConvertible {
    var style: AddressingStyle
    var token: String?

    var testDescription: String {
      "\(style.rawValue), \(token == nil ? "no token" : "a token")"
    }
  }

  @Test(arguments: [
    Way(style: .path), Way(style: .path, token: "a/token+="), Way(style: .virtual),
    Way(style: .virtual, token: "a/token+="),
  ])
  func `every key is written, read by headers, and read by an address`(way: Way) throws {
    let peer = try S3Peer()
    try peer.admit("KEY", secret: "a+/secret=", token: way.token)
    let transport = Transport()
    let endpoint = S3Endpoint(
      url: peer.endpoint.replacing("127.0.0.1", with: "localhost"), style: way.style)
    var signer = Signer(
      service: "s3", region: "us-east-1", accessKeyID: "KEY", secretAccessKey: "a+/secret=",
      sessionToken: way.token)
    let now = Int(Date.now.timeIntervalSince1970)
    for key in Self.keys {
      let url = endpoint.url(bucket: "lab", key: key, region: "us-east-1")
      let body = Array("the body of \(key)".utf8)
      var put = Request(.put, url, body: .bytes(body))
      signer.sign(&put, payload: .bytes(body), at: now)
      #expect(try transport.send(put).status == 200, "PUT \(key)")
      var get = Request(.get, url)
      signer.sign(&get, payload: .unsigned, at: now)
      #expect(try transport.send(get).body == body, "GET \(key)")
      let given = signer.presigned(Request(.get, url), payload: .unsigned, at: now, validFor: 60)
      #expect(try transport.send(Request(.get, given)).body == body, "GET \(given)")
    }
    #expect(try Set(peer.keys()) == Set(Self.keys))
  }
}
