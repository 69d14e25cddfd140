import Testing

@testable import benchdb

struct SafePathTests {
  @Test(arguments: [
    ("tpot/31-classification-75/20260101.log", "tpot/31-classification-75/20260101.log"),
    ("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd"), ("./a", "%2E/a"), ("/a", "%/a"),
    ("a//b", "a/%/b"), ("a/", "a/%"), ("", "%"), ("...", "..."), ("a\nb\u{1B}[2J", "a%0Ab%1B[2J"),
    ("50%", "50%25"), ("a\\b", "a%5Cb"), ("\0", "%00"), ("é", "é"),
  ])
  func `a key becomes a path that stays below`(key: String, path: String) {
    #expect(safePath(of: key) == path)
  }

  @Test func `no two keys share a path`() {
    let keys = ["a//b", "a/%/b", "..", "%2E%2E", ".", "%2E", "%", "", "a\nb", "a%0Ab", "/", "%/%"]
    #expect(Set(keys.map { safePath(of: $0) }).count == keys.count)
  }
}
