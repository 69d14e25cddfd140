import HTTP
import Testing

struct HTTPErrorTests {
  @Test(arguments: [
    ("https://bucket.s3.amazonaws.com/key?a=b", "bucket.s3.amazonaws.com"),
    ("http://127.0.0.1:9000", "127.0.0.1:9000"), ("http://user:pass@host:1/a@b", "host:1"),
    ("http://[::1]:8080/", "[::1]:8080"), ("host/path", "host"), ("", ""),
  ])
  func `the host of an address is named with its port and without its password`(
    url: String, host: String
  ) {
    #expect(HTTPError.host(of: url) == host)
  }
}
