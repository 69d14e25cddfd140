import Synchronization
import Testing

@testable import Shell

@Suite struct QueryWatchTests {
  /// What a watch has drawn, a line or nil for one taken away.
  private final class Line: Sendable {
    let drawn = Mutex<[String?]>([])
    var watch: QueryWatch {
      QueryWatch { line in self.drawn.withLock { $0.append(line) } }
    }
    var all: [String?] { drawn.withLock { $0 } }
  }

  @Test func `a quick query shows no progress`() {
    let line = Line()
    let watch = line.watch
    watch.tick(.milliseconds(750))
    watch.mute()
    watch.tick(.seconds(2))
    #expect(line.all.isEmpty)
  }

  @Test func `a silent one tells how far it is, until it writes`() {
    let line = Line()
    let watch = line.watch
    watch.tick(.seconds(1))
    #expect(!watch.count(1234))
    watch.tick(.seconds(2))
    watch.writing {}
    watch.tick(.milliseconds(2500))
    watch.tick(.seconds(3))
    #expect(
      line.all == [
        "running for 1 s, Ctrl-C ends it", "running for 2 s, 1,234 rows so far, Ctrl-C ends it",
        nil,
        "running for 3 s, 1,234 rows so far, Ctrl-C ends it",
      ])
    #expect(watch.clear() && line.all.last == .some(nil))
  }

  @Test func `first rows are due half a second after they came, then at each tick`() {
    let watch = QueryWatch(progress: nil)
    watch.tick(.seconds(9))
    #expect(!watch.count(1))
    watch.tick(.seconds(10))
    #expect(!watch.count(2))
    watch.tick(.milliseconds(10_500))
    #expect(watch.count(3) && !watch.count(4))
    watch.tick(.milliseconds(10_750))
    #expect(watch.count(5))
    #expect(!watch.clear())
  }

  @Test func `long times are told in minutes`() {
    let line = QueryWatch.line(.seconds(185), rows: 1)
    #expect(line == "running for 3 min 5 s, 1 row so far, Ctrl-C ends it")
  }
}
