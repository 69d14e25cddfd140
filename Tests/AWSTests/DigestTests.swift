import Testing

@testable import AWS

/// Values of RFC 1321, FIPS 180-4's examples, RFC 4231 and RFC 4648.
struct DigestTests {
  @Test func `digests are the standards'`() {
    func text(_ words: String, _ algorithm: Digest.Algorithm) -> String {
      Digest.hexadecimal(Digest.of(Array(words.utf8), by: algorithm))
    }
    #expect(text("", .md5) == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(text("message digest", .md5) == "f96b697d7cb7938d525a2f31aaf161d0")
    #expect(text("abc", .sha1) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      text("abc", .sha256) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a keyed hash is RFC 4231's`() {
    let hash = Digest.hmac("what do ya want for nothing?".utf8, key: Array("Jefe".utf8))
    #expect(
      Digest.hexadecimal(hash)
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func `pieces add up, and are forgotten`() {
    let digest = Digest(.sha256)
    Array("nonsense".utf8).withUnsafeBytes(digest.update)
    digest.restart()
    for piece in ["a", "", "bc"] { Array(piece.utf8).withUnsafeBytes(digest.update) }
    #expect(digest.finish() == Digest.of(Array("abc".utf8), by: .sha256))
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")])
  func `Base64 is RFC 4648's`(text: String, code: String) {
    #expect(Digest.base64(Array(text.utf8)) == code)
  }
}
