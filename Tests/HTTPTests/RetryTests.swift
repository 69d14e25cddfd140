import HTTP
import Testing

struct RetryTests {
  /// A thousand pauses after that attempt: the chance that none lies in the last tenth is 0.9^1000.
  private func pauses(after attempt: Int) -> [Duration] {
    var generator = SystemRandomNumberGenerator()
    let retry = Retry(attempts: 100)
    return (0..<1000).compactMap { _ in retry.pause(after: attempt, using: &generator) }
  }

  @Test(arguments: [
    (1, 100), (2, 200), (3, 400), (8, 12800), (9, 20000), (10, 20000), (63, 20000), (99, 20000),
  ])
  func `a pause lies between nothing and the doubled base, up to the cap`(
    attempt: Int, most: Int
  ) throws {
    let pauses = pauses(after: attempt)
    let range = Duration.zero...Duration.milliseconds(most)
    #expect(pauses.allSatisfy(range.contains))
    #expect(try #require(pauses.min()) < .milliseconds(most) * 0.1)
    #expect(try #require(pauses.max()) > .milliseconds(most) * 0.9)
  }

  @Test func `pauses are drawn evenly over the whole of it`() throws {
    let retry = Retry()
    var generator = SystemRandomNumberGenerator()
    let pauses = (0..<4000).compactMap { _ in retry.pause(after: 3, using: &generator) }
    #expect(pauses.allSatisfy { $0 >= .zero && $0 <= .milliseconds(400) })
    // A tenth of them in each tenth; 4000 * 0.1 = 400, give or take six times its deviation of 19.
    for tenth in 0..<10 {
      let range = Duration.milliseconds(40) * tenth..<Duration.milliseconds(40) * (tenth + 1)
      #expect(abs(pauses.count(where: range.contains) - 400) < 114)
    }
  }

  @Test(arguments: 1...5)
  func `the last attempt is the last`(attempts: Int) {
    var generator = SystemRandomNumberGenerator()
    for attempt in 1...10 {
      let pause = Retry(attempts: attempts).pause(after: attempt, using: &generator)
      #expect((pause != nil) == (attempt < attempts))
    }
  }

  @Test func `what will not change is not asked again`() {
    #expect(
      [200, 301, 304, 400, 403, 404, 409, 412, 501].allSatisfy { !Retry.isTransient(status: $0) })
    #expect([408, 429, 500, 502, 503, 504].allSatisfy { Retry.isTransient(status: $0) })
    #expect(HTTPError.timeout(.progress, host: "a").isTransient)
    #expect(!HTTPError.badHeader("a").isTransient)
  }
}
