import Testing

@testable import AWS

struct ListingWalkTests {
  /// A store with these keys that answers in pages, and starts where it is told to or does not.
  private struct Pages {
    var keys: [String]
    var startsWhereTold = true
    var asked = 0
    let size = 10

    mutating func page(_ call: S3Call) throws -> ListingPage {
      asked += 1
      func query(_ name: String) -> String? { call.query.first { $0.name == name }?.value }
      let prefix = query("prefix") ?? ""
      var rest = keys.filter { $0.utf8.starts(with: prefix.utf8) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let after = query("continuation-token") ?? (startsWhereTold ? query("start-after") : nil)
      if let after { rest = rest.filter { after.utf8.lexicographicallyPrecedes($0.utf8) } }
      let contents = rest.prefix(size).map {
        "<Contents><Key>\($0)</Key><ETag>e</ETag><Size>1</Size><LastModified>d</LastModified></Contents>"
      }
      let goesOn = rest.count > size
      let end =
        "<IsTruncated>\(goesOn)</IsTruncated>"
        + (goesOn ? "<NextContinuationToken>\(rest[size - 1])</NextContinuationToken>" : "")
      let text = "<ListBucketResult>\(contents.joined())\(end)</ListBucketResult>"
      return try ListingPage(Array(text.utf8))
    }
  }

  /// All intervals of a walk, and how many pages were ever asked for at once.
  private func walked(
    _ pages: inout Pages, _ prefixes: [String]
  ) throws -> (intervals: [ListedInterval], width: Int) {
    var walk = ListingWalk(prefixes: prefixes)
    var intervals: [ListedInterval] = []
    var width = 0
    while !walk.isDone {
      var round: [Int] = []
      while let index = walk.next() { round.append(index) }
      width = max(width, round.count)
      for index in round {
        let page = try pages.page(walk.call(for: index))
        if let interval = try walk.take(page, of: index) { intervals.append(interval) }
      }
    }
    return (intervals, width)
  }

  private let keys = (0..<400).map { "out/results\($0).csv" } + ["out/readme", "logs/a", "zzz"]

  @Test(arguments: [true, false])
  func `every key comes once, whatever the store can do`(startsWhereTold: Bool) throws {
    var pages = Pages(keys: keys, startsWhereTold: startsWhereTold)
    let (intervals, width) = try walked(&pages, ["out/", "logs/"])
    let listed = intervals.flatMap(\.objects).map(\.key)
    #expect(listed.sorted() == keys.filter { $0 != "zzz" }.sorted())
    #expect(width >= (startsWhereTold ? 5 : 2))
    #expect(pages.asked < 60)
  }

  @Test func `the intervals of a prefix leave no gap`() throws {
    var pages = Pages(keys: keys)
    let intervals = try walked(&pages, ["out/"]).intervals
    let ends = Set(intervals.map { $0.through ?? "end" })
    let starts = Set(intervals.map { $0.after ?? "begin" })
    #expect(ends.subtracting(starts) == ["end"])
    #expect(starts.subtracting(ends) == ["begin"])
    for interval in intervals {
      for object in interval.objects {
        #expect(interval.after?.precedes(object.key) ?? true)
        #expect(!(interval.through?.precedes(object.key) ?? false))
      }
    }
  }

  @Test func `keys that belong elsewhere are passed over`() throws {
    var walk = ListingWalk(prefixes: ["/"])
    _ = walk.next()
    var pages = Pages(keys: keys)
    let interval = try walk.take(try pages.page(.list(prefix: "")), of: 0)
    #expect(interval?.objects == [])
    #expect(walk.isDone)
  }

  @Test func `an interval is listed again as it was asked`() throws {
    var pages = Pages(keys: keys)
    var walk = ListingWalk(prefixes: [])
    _ = walk.check(
      ListedInterval(
        prefix: "out/", after: "out/results1.csv", through: "out/results101.csv", objects: []))
    let next = walk.next()
    let index = try #require(next)
    let interval = try walk.take(pages.page(walk.call(for: index)), of: index)
    #expect(
      interval?.objects.map(\.key)
        == ["out/results10.csv", "out/results100.csv", "out/results101.csv"])
    #expect(walk.isDone)
  }

  @Test func `keys out of order are refused`() throws {
    var walk = ListingWalk(prefixes: [""])
    let next = walk.next()
    let index = try #require(next)
    let object = { (key: String) in
      "<Contents><Key>\(key)</Key><ETag>e</ETag><Size>1</Size><LastModified>d</LastModified></Contents>"
    }
    let page = try ListingPage(
      Array(
        "<ListBucketResult><IsTruncated>false</IsTruncated>\(object("b"))\(object("a"))</ListBucketResult>"
          .utf8))
    #expect(throws: XMLReader.Fault.self) { try walk.take(page, of: index) }
  }

  @Test func `cuts lie where the next digit begins`() {
    let cuts = ListingWalk.cuts(after: "out/results1897.csv", within: "out/")
    #expect(cuts == (2...9).map { "out/results\($0)" })
    #expect(ListingWalk.cuts(after: "2024/a", within: "2024/") == [])
    #expect(ListingWalk.cuts(after: "a9", within: "") == [])
    #expect(ListingWalk.cuts(after: "b0", within: "a") == [])
  }
}
