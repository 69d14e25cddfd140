import Foundation
import HTTP
import TestSupport
import Testing

/// Why there is no answer.
struct TransportFaultTests {
  /// What a request ends with, by a transport that does not wait long.
  private func fault(_ url: String, body: Request.Body? = nil) -> HTTPError? {
    var options = TransportOptions()
    options.answerTimeout = .milliseconds(150)
    options.stallTimeout = .milliseconds(100)
    do {
      let method = body == nil ? Request.Method.get : .put
      _ = try Transport(options).send(Request(method, url, body: body))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["/truncated", "/unfinished", "/reset", "/rude"])
  func `an answer that breaks off is broken`(path: String) throws {
    guard case .broken = fault(try HTTPPeer.url(path)) else {
      Issue.record("\(String(describing: fault(try HTTPPeer.url(path))))")
      return
    }
  }

  @Test func `a server may be silent for so long`() throws {
    let url = try HTTPPeer.url("/silent")
    #expect(fault(url) == .timeout(.answer, host: HTTPError.host(of: url)))
  }

  @Test func `an answer may stop for so long`() throws {
    let url = try HTTPPeer.url("/stalled")
    #expect(fault(url) == .timeout(.progress, host: HTTPError.host(of: url)))
  }

  @Test func `nobody listens`() {
    #expect(
      fault("http://127.0.0.1:1/")
        == .unreachable(host: "127.0.0.1:1", reason: "connection refused"))
  }

  @Test func `a name that nobody has`() {
    #expect(
      fault("https://bucket.invalid/key")
        == .unreachable(host: "bucket.invalid", reason: "no such host"))
  }

  @Test(arguments: [
    "", "nonsense://x", "http://", "http://a b/", "http://[::1/", "file:///etc/passwd",
  ])
  func `an address that is none`(url: String) {
    #expect(fault(url) == .badURL(url))
  }

  @Test func `redirects in a circle end`() throws {
    var request = try Request(.get, HTTPPeer.url("/circle"))
    request.followsRedirects = true
    #expect(throws: HTTPError.self) { try Transport().send(request) }
  }

  @Test func `a line break cannot smuggle in a header`() throws {
    let request = try Request(
      .get, HTTPPeer.url("/echo"), headers: [Header("X-Token", "a\r\nX-Other: b")])
    #expect(throws: HTTPError.badHeader("X-Token")) { try Transport().send(request) }
  }

  @Test func `a file that is not there, or shorter than said`() throws {
    let folder = try FreshFolder()
    try folder.write("short", to: "file")
    for name in ["file", "none"] {
      let path = folder.url.appending(path: name).path
      let body = Request.Body.file(path: path, offset: 0, count: 100)
      #expect(fault(try HTTPPeer.url("/echo"), body: body) == .file(path))
    }
  }

  @Test func `after a fault the same transport goes on`() throws {
    let transport = Transport()
    #expect(throws: HTTPError.self) { try transport.send(Request(.get, HTTPPeer.url("/reset"))) }
    #expect(try transport.send(Request(.get, HTTPPeer.url("/bytes/2"))).text == "xx")
  }
}
