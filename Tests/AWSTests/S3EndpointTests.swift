import Testing

@testable import AWS

struct S3EndpointTests {
  /// botocore 1.43 asks these addresses, but for us-east-1, which the AWS CLI's second version names.
  @Test(
    arguments: [
      ("lab", "eu-west-1", nil, .auto, "https://lab.s3.eu-west-1.amazonaws.com/k"),
      ("lab", "us-east-1", nil, .auto, "https://lab.s3.us-east-1.amazonaws.com/k"),
      ("my.lab", "eu-west-1", nil, .auto, "https://s3.eu-west-1.amazonaws.com/my.lab/k"),
      ("Lab_1", "us-east-1", nil, .auto, "https://s3.us-east-1.amazonaws.com/Lab_1/k"),
      ("ab", "eu-west-1", nil, .auto, "https://s3.eu-west-1.amazonaws.com/ab/k"),
      ("lab", "cn-north-1", nil, .auto, "https://lab.s3.cn-north-1.amazonaws.com.cn/k"),
      ("lab", "us-gov-west-1", nil, .auto, "https://lab.s3.us-gov-west-1.amazonaws.com/k"),
      ("lab", "us-isob-east-1", nil, .auto, "https://lab.s3.us-isob-east-1.sc2s.sgov.gov/k"),
      ("lab", "eu-west-1", nil, .path, "https://s3.eu-west-1.amazonaws.com/lab/k"),
      ("lab", "eu-west-1", nil, .virtual, "https://lab.s3.eu-west-1.amazonaws.com/k"),
      ("lab", "eu-west-1", "http://127.0.0.1:9000", .auto, "http://127.0.0.1:9000/lab/k"),
      ("lab", "eu-west-1", "https://s3.example.org", .auto, "https://s3.example.org/lab/k"),
      ("lab", "eu-west-1", "https://s3.example.org", .virtual, "https://lab.s3.example.org/k"),
      ("lab", "eu-west-1", "http://127.0.0.1:9000", .virtual, "http://127.0.0.1:9000/lab/k"),
      ("lab", "eu-west-1", "http://[::1]:9000", .virtual, "http://[::1]:9000/lab/k"),
      (
        "my.lab", "eu-west-1", "https://s3.example.org", .virtual, "https://s3.example.org/my.lab/k"
      ),
    ] as [(String, String, String?, AddressingStyle, String)])
  func `a bucket is named in the host or in the path`(
    bucket: String, region: String, endpoint: String?, style: AddressingStyle, url: String
  ) {
    let endpoint = S3Endpoint(url: endpoint, style: style)
    #expect(endpoint.url(bucket: bucket, key: "k", region: region) == url)
  }

  @Test func `a key is encoded byte by byte, its slashes and dots as they are`() {
    let key = "a b+c%/../é~(d)'!*\n?#&=:@$,;"
    #expect(
      S3Endpoint().url(bucket: "lab", key: key, region: "eu-west-1")
        == "https://lab.s3.eu-west-1.amazonaws.com/a%20b%2Bc%25/../%C3%A9~%28d%29%27%21%2A%0A%3F%23"
        + "%26%3D%3A%40%24%2C%3B")
    let endpoint = S3Endpoint(url: "http://h/base")
    #expect(
      endpoint.url(bucket: "lab", key: "/a//b", region: "") == "http://h/base/lab//a//b")
  }

  @Test func `a bucket itself has no key, and its query is encoded`() {
    var call = S3Call.headBucket
    #expect(
      S3Endpoint().url(of: call, in: "lab", region: "eu-west-1")
        == "https://lab.s3.eu-west-1.amazonaws.com/")
    call.query = [("uploads", nil), ("prefix", "a/ü&"), ("marker", "")]
    #expect(
      S3Endpoint(url: "http://h").url(of: call, in: "lab", region: "eu-west-1")
        == "http://h/lab?uploads&prefix=a%2F%C3%BC%26&marker=")
  }

  @Test(arguments: [
    ("http://a.org:80/b", "a.org"), ("http://user:word@a.org/@", "a.org"),
    ("http://[fd00:ec2::23]:1/", "fd00:ec2::23"), ("http://127.0.0.1?a", "127.0.0.1"),
    ("http://127.0.0.1@evil.org/", "evil.org"), ("http:///a", ""),
  ])
  func `an address has a host`(url: String, host: String) {
    #expect(Host(of: url).name == host)
  }

  @Test func `numbers of this machine are known from names that look like them`() {
    #expect(
      ["http://127.0.0.1", "http://127.9.9.9:1/", "http://[::1]"].allSatisfy {
        Host(of: $0).isLoopback
      })
    #expect(
      !["http://127.evil.org", "http://127.1", "http://128.0.0.1", "http://[::2]"].contains {
        Host(of: $0).isLoopback
      })
  }
}
