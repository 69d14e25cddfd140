import HTTP
import Testing

@testable import AWS

struct ObjectBodyTests {
  private func body(_ text: String, etag: String = "", room: Int = 100, pieces: Int = 3)
    -> ObjectBody
  {
    let body = ObjectBody(etag: etag, room: room)
    Array("void".utf8).withUnsafeBytes { body.receive($0) }
    body.restart()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      Array(rest.prefix(pieces)).withUnsafeBytes { body.receive($0) }
      rest = rest.dropFirst(pieces)
    }
    return body
  }

  private func answer(_ headers: (String, String)...) -> Response {
    Response(status: 200, headers: headers.map { Header($0.0, $0.1) })
  }

  private let abc = "900150983cd24fb0d6963f7d28e17f72"

  @Test func `a flipped byte is noticed by the ETag`() {
    let tag = ("ETag", "\"\(abc)\"")
    #expect(body("abc", etag: abc).fault(in: answer(tag)) == nil)
    #expect(body("abC", etag: abc).fault(in: answer(tag)) == "its MD5 is not its ETag")
    #expect(body("", etag: abc).fault(in: answer(tag)) != nil)
    #expect(body("abc", etag: abc).fault(in: answer(("etag", "\"\(abc.uppercased())\""))) == nil)
  }

  @Test func `an ETag under a key of one's own tells nothing`() {
    let kms = answer(("ETag", abc), ("x-amz-server-side-encryption", "aws:kms"))
    #expect(body("abC", etag: abc).fault(in: kms) == nil)
    let own = answer(("ETag", abc), ("x-amz-server-side-encryption-customer-algorithm", "AES256"))
    #expect(body("abC", etag: abc).fault(in: own) == nil)
  }

  @Test func `a checksum tells where the ETag does not`() {
    let tag = ("ETag", "\"d41d8cd98f00b204e9800998ecf8427e-2\"")
    let crc = ("x-amz-checksum-crc32c", "NksyuA==")
    let sha = ("x-amz-checksum-sha256", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(body("abc", etag: "x-2").fault(in: answer(tag, sha)) == nil)
    #expect(body("abC", etag: "x-2").fault(in: answer(tag, sha)) == "its sha256 is another")
    #expect(body("abC", etag: "x-2").fault(in: answer(tag, crc)) == "its crc32c is another")
    #expect(body("abC", etag: "x-2").fault(in: answer(tag)) == nil)
    let parts = answer(tag, ("x-amz-checksum-sha256", "AAAA-2"))
    #expect(body("abC", etag: "x-2").fault(in: parts) == nil)
  }

  @Test(arguments: [1, 3, 7, 1000])
  func `both ends of a long body are kept`(pieces: Int) {
    let text = (0..<100).map { String($0 % 10) }.joined()
    #expect(String(decoding: body(text, room: 100, pieces: pieces).bytes, as: UTF8.self) == text)
    let clipped = body(text, room: 8, pieces: pieces)
    #expect(clipped.count == 100)
    #expect(
      String(decoding: clipped.bytes, as: UTF8.self)
        == "01\n[... 92 bytes left out ...]\n456789")
  }
}
