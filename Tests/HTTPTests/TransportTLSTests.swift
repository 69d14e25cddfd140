import Foundation
import HTTP
import TestSupport
import Testing

/// A server that signed its own certificate.
struct TransportTLSTests {
  private let folder = try? FreshFolder()
  private let peer: Peer
  private let bundle: String

  init() throws {
    let folder = try #require(folder)
    peer = try Peer("http_server.py", "--tls", folder.url.path)
    bundle = folder.url.appending(path: "certificate.pem").path
  }

  private var url: String { "https://127.0.0.1:\(peer.port)/bytes/4" }

  private func transport(caBundle: String?) -> Transport {
    var options = TransportOptions()
    options.caBundle = caBundle
    return Transport(options)
  }

  @Test func `it is believed where the bundle says so`() throws {
    #expect(try transport(caBundle: bundle).send(Request(.get, url)).text == "xxxx")
  }

  @Test func `it is not believed else, or by another name`() {
    #expect(
      throws: HTTPError.certificate(
        host: "127.0.0.1:\(peer.port)", reason: "self-signed certificate")
    ) {
      try transport(caBundle: nil).send(Request(.get, url))
    }
    let other = "https://localhost:\(peer.port)/"
    #expect(throws: HTTPError.self) { try transport(caBundle: bundle).send(Request(.get, other)) }
  }

  @Test func `a bundle that is not there is named`() {
    #expect(throws: HTTPError.file("/none.pem")) {
      try transport(caBundle: "/none.pem").send(Request(.get, url))
    }
  }

  @Test func `plain HTTP and TLS do not understand each other`() throws {
    let plain = "http://127.0.0.1:\(peer.port)/"
    #expect(throws: HTTPError.self) { try transport(caBundle: bundle).send(Request(.get, plain)) }
    let secure = try HTTPPeer.url("/").replacing("http:", with: "https:")
    #expect(throws: HTTPError.self) { try transport(caBundle: bundle).send(Request(.get, secure)) }
  }
}
