import Foundation
import HTTP
import TestSupport
import Testing

@testable import AWS

/// AWS's own suite, a row a case: Tests/Fixtures/AWS/sigv4.jsonl.
struct SignerTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var request: String
    var token: String?
    var normalize: Bool
    var signBody: Bool
    var omitSessionToken: Bool
    var expires: Int
    var headerCanonicalRequest: String
    var headerStringToSign: String
    var headerSignature: String
    var queryCanonicalRequest: String
    var queryStringToSign: String
    var querySignature: String

    var testDescription: String { name }

    /// 2015-08-30T12:36:00Z, as all cases have it.
    static let moment = 1_440_938_160

    static let all: [Case] = {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return Repository.text("Tests/Fixtures/AWS/sigv4.jsonl").split(separator: "\n").compactMap {
        try? decoder.decode(Case.self, from: Data($0.utf8))
      }
    }()

    /// The request as a browser would have written it, taken apart.
    var parsed: (request: Request, body: [UInt8]) {
      let parts = request.components(separatedBy: "\n\n")
      var lines = parts[0].components(separatedBy: "\n")
      let first = lines.removeFirst()
      let words = first.components(separatedBy: " ")
      let target = words[1..<words.count - 1].joined(separator: " ")
      var headers: [Header] = []
      for line in lines where !line.isEmpty {
        if line.hasPrefix(" ") {
          headers[headers.count - 1].value += "\n" + line
        } else {
          let colon = line.firstIndex(of: ":") ?? line.endIndex
          headers.append(Header(String(line[..<colon]), String(line[colon...].dropFirst())))
        }
      }
      let method = Request.Method(rawValue: words[0]) ?? .get
      let request = Request(method, "https://example.amazonaws.com" + target, headers: headers)
      return (request, Array(parts.dropFirst().joined(separator: "\n\n").utf8))
    }

    var signer: Signer {
      var signer = Signer(
        service: "service", region: "us-east-1", accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: token,
        pathRule: normalize ? .normalized : .encoded)
      signer.sendsHash = signBody
      signer.leavesTokenUnsigned = omitSessionToken
      return signer
    }
  }

  @Test func `the suite is whole`() {
    #expect(Case.all.count == 38)
  }

  @Test(arguments: Case.all)
  func `a header signs as AWS says`(row: Case) {
    var signer = row.signer
    var (request, body) = row.parsed
    let payload = row.signBody ? Signer.Payload.bytes(body) : .empty
    signer.sign(&request, payload: payload, at: Case.moment)
    let authorization = request.headers.last { $0.name == "Authorization" }?.value ?? ""
    #expect(authorization.hasSuffix("Signature=\(row.headerSignature)"))
    let names = authorization.firstMatch(of: /SignedHeaders=([^,]+),/)?.1
    #expect(names.map(String.init) == row.headerCanonicalRequest.signedHeaders)
    let unsigned = ["Authorization"] + (row.omitSessionToken ? ["X-Amz-Security-Token"] : [])
    request.headers.removeAll { unsigned.contains($0.name) }
    let canonical = CanonicalRequest(request, payload: payload.text, pathRule: signer.pathRule)
    #expect(canonical.text == row.headerCanonicalRequest)
    #expect(
      signer.stringToSign(canonical, at: SigningDate(Case.moment)) == row.headerStringToSign)
  }

  @Test(arguments: Case.all)
  func `an address signs as AWS says`(row: Case) throws {
    var signer = row.signer
    let (request, body) = row.parsed
    let payload = row.signBody ? Signer.Payload.bytes(body) : .empty
    let url = signer.presigned(
      request, payload: payload, at: Case.moment, validFor: row.expires)
    #expect(url.hasSuffix("&X-Amz-Signature=\(row.querySignature)"))
    var asked = request
    asked.url = url.replacing(/&X-Amz-Signature=.*/, with: "")
    if row.omitSessionToken { asked.url.replace(/&X-Amz-Security-Token=[^&]*/, with: "") }
    let canonical = CanonicalRequest(asked, payload: payload.text, pathRule: signer.pathRule)
    #expect(canonical.text == row.queryCanonicalRequest)
    #expect(
      signer.stringToSign(canonical, at: SigningDate(Case.moment)) == row.queryStringToSign)
  }

  @Test func `S3's paths are signed as they are sent, and its payload's hash goes along`() {
    var signer = Signer(service: "s3", region: "eu-west-1", accessKeyID: "A", secretAccessKey: "S")
    var request = Request(.get, "http://127.0.0.1:9000/lab/..//a%20b?list-type=2&prefix=a%2Fb")
    let canonical = CanonicalRequest(request, payload: "UNSIGNED-PAYLOAD", pathRule: .asSent)
    #expect(
      canonical.text.hasPrefix(
        "GET\n/lab/..//a%20b\nlist-type=2&prefix=a%2Fb\nhost:127.0.0.1:9000\n"))
    signer.sign(&request, payload: .unsigned, at: 0)
    #expect(request.headers.contains(Header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")))
    #expect(request.headers.contains(Header("X-Amz-Date", "19700101T000000Z")))
  }

  @Test(arguments: [
    (951_782_399, "20000228T235959Z"), (951_782_400, "20000229T000000Z"),
    (1_709_164_800, "20240229T000000Z"), (4_107_542_400, "21000301T000000Z"),
    (-1, "19691231T235959Z"),
  ])
  func `a moment is written as signatures have it`(seconds: Int, text: String) {
    #expect(SigningDate(seconds).moment == text)
  }
}

extension String {
  fileprivate var signedHeaders: String {
    split(separator: "\n", omittingEmptySubsequences: false).dropLast().last.map(String.init) ?? ""
  }
}
