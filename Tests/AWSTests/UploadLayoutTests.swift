import Testing

@testable import AWS

struct UploadLayoutTests {
  @Test func `parts are as few as S3 allows`() {
    let layout = UploadLayout()
    #expect(layout.parts(of: 0) == nil)
    #expect(layout.parts(of: 64 << 20) == nil)
    #expect(
      layout.parts(of: (64 << 20) + 1)?.map(\.count) == [16 << 20, 16 << 20, 16 << 20, 16 << 20, 1])
    #expect(layout.parts(of: 1 << 40)?.count == 10_000)
  }

  /// The value is Python's: hashlib.md5(md5(b"a").digest() + md5(b"b").digest()).hexdigest().
  @Test func `the ETag of parts is the MD5 of their MD5s`() {
    let parts = ["a", "b"].map { Digest.of(Array($0.utf8), by: .md5) }
    #expect(UploadLayout.etag(of: parts) == "96e024ba2074fe77e8e965ba43a704be-2")
  }
}
