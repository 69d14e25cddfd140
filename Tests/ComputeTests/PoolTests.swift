import Benchmark
import Compute
import Foundation
import Synchronization
import Testing

@Suite struct PoolTests {
  /// Books that are kept in memory.
  private final class Book: PoolKeeper {
    struct Entry: Equatable {
      var place: Int
      var status: String
      var again: Bool
    }

    struct Full: Error {}

    let entries = Mutex<[Entry]>([])
    let most = Mutex(0)
    private let taken: Set<Int>
    private let capacity: Int

    init(taken: Set<Int> = [], capacity: Int = .max) {
      self.taken = taken
      self.capacity = capacity
    }

    func claim(_ place: Int) -> String? {
      taken.contains(place) ? nil : "2026-11-24T00:00:00Z"
    }

    func record(_ run: Run, of place: Int, again: Bool) throws {
      try entries.withLock { entries in
        guard entries.count < capacity else { throw Full() }
        entries.append(Entry(place: place, status: run.outcome.status, again: again))
      }
    }

    func look(at standing: PoolStanding) {
      most.withLock { $0 = max($0, standing.running.count) }
    }

    var all: [Entry] { entries.withLock { $0 } }
  }

  private static let good = #"{ echo 0,1; yes 1,0 | head -3; } > predictions.csv"#

  private func entries(
    _ script: String, count: Int, at workplace: Workplace
  ) throws -> [Pool.Entry] {
    let runner = workplace.runner(try workplace.framework(script))
    return try (0..<count).map {
      Pool.Entry(task: try Workplace.task(seed: $0), runner: runner)
    }
  }

  @Test func `every entry is run once, as many at once as there is room for`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book()
    // Each waits until another one is there too.
    let pair = """
      mkdir "\(workplace.path)/here-$$"
      until [ $(ls -d "\(workplace.path)"/here-* | wc -l) -ge 2 ]; do :; done
      \(Self.good)
      """
    try Pool(width: 2).run(
      entries(pair, count: 6, at: workplace), for: book, isCancelled: { false })
    #expect(book.all.map(\.place).sorted() == Array(0..<6))
    #expect(book.all.allSatisfy { $0.status == "ok" && !$0.again })
    #expect(book.most.withLock { $0 } <= 2)
  }

  @Test func `what somebody else has is left to them`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book(taken: [0, 2])
    try Pool(width: 2).run(
      entries(Self.good, count: 3, at: workplace), for: book, isCancelled: { false })
    #expect(book.all.map(\.place) == [1])
  }

  @Test func `what was ended from outside is run again, as often as allowed`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book()
    var pool = Pool(width: 1)
    pool.retries = 2
    try pool.run(
      entries("kill -KILL $$", count: 2, at: workplace), for: book, isCancelled: { false })
    #expect(
      book.all.map { "\($0.place) \($0.again)" } == [
        "0 true", "1 true", "0 true", "1 true", "0 false", "1 false",
      ])
  }

  @Test func `what fails by its own fault is not run again`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book()
    try Pool(width: 1).run(
      entries("exit 3", count: 1, at: workplace), for: book, isCancelled: { false })
    #expect(book.all == [Book.Entry(place: 0, status: "failed", again: false)])
  }

  @Test func `an end that is asked for ends what runs and begins no more`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book()
    let path = workplace.path
    try Pool(width: 1).run(
      entries("touch \(path)/began; sleep 1000", count: 3, at: workplace), for: book,
      isCancelled: { exists("\(path)/began") })
    #expect(book.all == [Book.Entry(place: 0, status: "killed", again: false)])
    #expect(workplace.jobs.isEmpty)
  }

  @Test func `books that take no more end it`() throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let book = Book(capacity: 1)
    let all = try entries(Self.good, count: 4, at: workplace)
    #expect(throws: Book.Full.self) {
      try Pool(width: 1).run(all, for: book, isCancelled: { false })
    }
    #expect(book.all.count == 1)
  }
}

private func exists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: path)
}
