import Foundation
import HTTP
import TestSupport
import Testing

/// What is sent and what is read, one request at a time.
struct TransportTests {
  private let transport = Transport()

  @Test func `a body and its head are read`() throws {
    let response = try transport.send(Request(.get, HTTPPeer.url("/bytes/5")))
    #expect(response.isGood)
    #expect(response.text == "xxxxx")
    #expect(response[header: "content-length"] == "5")
    #expect(response.headers.map(\.name).contains("Content-Length"))
  }

  @Test func `nothing is sent that was not asked for`() throws {
    let request = try Request(.get, HTTPPeer.url("/echo"), headers: [Header("X-Empty", "")])
    let echo = try HTTPPeer.Echo(transport.send(request))
    #expect(
      echo.headers.dropFirst() == ["User-Agent: benchdb", "X-Empty: "],
      "after the host")
  }

  @Test func `a path is sent as it stands`() throws {
    let path = "/echo/a/../b/./%2e%2e//c%20d+e?list-type=2&prefix="
    let echo = try HTTPPeer.Echo(transport.send(Request(.get, HTTPPeer.url(path))))
    #expect(echo.path == path)
  }

  @Test func `a handle keeps nothing of the request before`() throws {
    let first = try Request(
      .put, HTTPPeer.url("/echo"), headers: [Header("X-Own", "1")], body: .bytes(Array("ab".utf8)))
    let second = try Request(.get, HTTPPeer.url("/echo"))
    for (request, body) in [(first, "ab"), (second, ""), (first, "ab")] {
      let echo = try HTTPPeer.Echo(transport.send(request))
      #expect(echo.method == request.method.rawValue)
      #expect(echo.body == body)
      #expect(echo.headers.contains("X-Own: 1") == (request.body != nil))
      #expect(echo.headers.contains { $0.hasPrefix("Content-Length") } == (request.body != nil))
    }
    #expect(try transport.send(Request(.head, HTTPPeer.url("/bytes/9"))).body.isEmpty)
    #expect(try transport.send(Request(.get, HTTPPeer.url("/bytes/9"))).body.count == 9)
  }

  @Test(arguments: [Request.Method.put, .post])
  func `a body goes along without a word more`(method: Request.Method) throws {
    // A large one: from 1 MiB on libcurl would ask first whether it is welcome.
    let text = String(repeating: "z", count: 2 << 20)
    let request = try Request(method, HTTPPeer.url("/echo"), body: .bytes(Array(text.utf8)))
    let echo = try HTTPPeer.Echo(transport.send(request))
    #expect(echo.method == method.rawValue)
    #expect(echo.body == text)
    #expect(echo.headers.dropFirst() == ["User-Agent: benchdb", "Content-Length: \(2 << 20)"])
  }

  @Test func `a PUT of nothing says so`() throws {
    let echo = try HTTPPeer.Echo(transport.send(Request(.put, HTTPPeer.url("/echo"))))
    #expect(echo.headers.contains("Content-Length: 0"))
  }

  @Test func `a DELETE is one`() throws {
    let echo = try HTTPPeer.Echo(transport.send(Request(.delete, HTTPPeer.url("/echo"))))
    #expect(echo.method == "DELETE")
  }

  @Test func `a part of a file is sent`() throws {
    let folder = try FreshFolder()
    try folder.write("0123456789", to: "digits")
    let file = folder.url.appending(path: "digits").path
    let request = try Request(
      .put, HTTPPeer.url("/echo"), body: .file(path: file, offset: 3, count: 4))
    #expect(try HTTPPeer.Echo(transport.send(request)).body == "3456")
  }

  @Test func `a HEAD has the length of what it does not bring`() throws {
    let response = try transport.send(Request(.head, HTTPPeer.url("/bytes/1000")))
    #expect(response[header: "Content-Length"] == "1000")
    #expect(response.body.isEmpty)
  }

  @Test func `an answer is compressed only for who takes it`() throws {
    var request = try Request(.get, HTTPPeer.url("/gzip"))
    #expect(try transport.send(request).text == "plain")
    request.takesCompression = true
    #expect(try transport.send(request).text == "small")
    request.takesCompression = false
    #expect(try transport.send(request).text == "plain")
  }

  @Test func `a redirect is followed only for who wants it`() throws {
    var request = try Request(.get, HTTPPeer.url("/redirect"))
    let stayed = try transport.send(request)
    #expect(
      (stayed.status, stayed[header: "location"], stayed.text) == (302, "/bytes/3", "elsewhere"))
    request.followsRedirects = true
    let followed = try transport.send(request)
    #expect((followed.status, followed[header: "x-first"], followed.text) == (200, nil, "xxx"))
  }

  @Test func `the head is that of the last answer alone`() throws {
    let response = try transport.send(Request(.get, HTTPPeer.url("/interim")))
    #expect((response.status, response.text) == (200, "final"))
    #expect(response[header: "X-Interim"] == nil)
  }

  @Test(arguments: ["/chunked", "/trailers"])
  func `chunks are put together, and what trails them is no head`(path: String) throws {
    let response = try transport.send(Request(.get, HTTPPeer.url(path)))
    #expect(response.text == "onetwo")
    #expect(response[header: "X-Trailer"] == nil)
  }

  @Test func `a refusal brings its body, within bounds`() throws {
    let response = try transport.send(Request(.get, HTTPPeer.url("/status/404")))
    #expect((response.status, response.text) == (404, "so it is"))
  }

  @Test func `a body is as large as allowed and no larger`() throws {
    var request = try Request(.get, HTTPPeer.url("/bytes/\(10 << 20)"))
    request.bodyLimit = 10 << 20
    #expect(try transport.send(request).body.count == 10 << 20)
    request.bodyLimit -= 1
    #expect(throws: HTTPError.tooLarge(limit: (10 << 20) - 1)) { try transport.send(request) }
  }

  @Test func `a proxy is asked for the whole address, except for hosts that need none`() throws {
    var options = TransportOptions()
    options.httpProxy = try HTTPPeer.url("")
    options.noProxy = "127.0.0.1"
    let proxied = Transport(options)
    let there = try proxied.send(Request(.get, "http://bucket.invalid/a/../b"))
    #expect(there.text == "http://bucket.invalid/a/../b")
    #expect(try proxied.send(Request(.get, HTTPPeer.url("/bytes/1"))).text == "x")
  }
}
