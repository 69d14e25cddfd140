import Foundation
import Tables
import Testing
import Warehouse

struct LedgerTests {
  private static let line = Array("tpot,31,classification,75,nan,nan,0.5,0.75\n".utf8)

  @Test func `nothing is known of a source that is not there`() throws {
    let lab = try Lab()
    #expect(try lab.store.ledger(of: "s3") == [])
    let reader = try Store.open(at: lab.path("bench.db"), access: .readOnly)
    #expect(try reader.ledger(of: "s3", after: "a", through: "b") == [])
  }

  // U+FF5E is EF BD 9E and U+1F600 is F0 9F 98 80 in UTF-8; in UTF-16 the second comes first.
  @Test func `keys are in the order of their bytes, tombstones among them`() throws {
    let bucket = try Bucket()
    let keys = ["Z", "a", "a/b", "a b", "b", "~", "\u{E9}", "e\u{301}", "\u{FF5E}", "\u{1F600}"]
    try bucket.lab.store.writeBucket(Bucket.source, budget: Bucket.budget) { writer in
      for key in keys { try writer.result(Bucket.object(key, Self.line), id: 7, body: Self.line) }
      try writer.vanish(key: "a")
    }
    try bucket.lab.execute(
      """
      DELETE FROM objects WHERE key = 'a b';
      INSERT INTO tombstones (source_id, key) SELECT id, 'a b' FROM sources WHERE name = 's3';
      INSERT INTO sources (name, kind) VALUES ('other', 's3');
      INSERT INTO tombstones (source_id, key) SELECT id, 'x' FROM sources WHERE name = 'other';
      """)
    let expected = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let entries = try bucket.lab.store.ledger(of: "s3")
    #expect(entries.map { Array($0.key.utf8) } == expected.map { Array($0.utf8) })
    #expect(entries.filter(\.isTombstone).map(\.key) == ["a b"])
    #expect(entries.filter(\.isVanished).map(\.key) == ["a"])
    #expect(entries.allSatisfy { $0.isTombstone || $0.size == Self.line.count })
    #expect(
      try bucket.lab.store.ledger(of: "s3", after: "a b", through: "b").map(\.key) == ["a/b", "b"])
    #expect(try bucket.lab.store.ledger(of: "s3", after: "\u{FF5E}").count == 1)
    #expect(try bucket.lab.store.ledger(of: "s3", through: "a").map(\.key) == ["Z", "a"])
  }

  @Test func `a tombstone keeps its key out`() throws {
    let bucket = try Bucket()
    try bucket.lab.execute(
      """
      INSERT INTO sources (name, kind) VALUES ('s3', 's3');
      INSERT INTO tombstones (source_id, key)
      SELECT id, 'bench/out/results7.csv' FROM sources WHERE name = 's3';
      """)
    let counts = try bucket.sync([("out/results7.csv", Self.line)])
    #expect(counts.tombstoned == 1 && counts.new == 0)
    #expect(try bucket.lab.count("runs") == 0)
    #expect(try bucket.lab.count("objects") == 0)
  }

  @Test func `merging page by page needs no sort`() throws {
    let lab = try Lab()
    let sql = """
      EXPLAIN QUERY PLAN
      SELECT key FROM objects WHERE source_id = 1 AND key > 'a' AND key <= 'b'
      UNION ALL SELECT key FROM tombstones WHERE source_id = 1 AND key > 'a' AND key <= 'b'
      ORDER BY key
      """
    let plan = try lab.rows(sql).compactMap(\.last?.string)
    #expect(!plan.contains { $0.contains("TEMP B-TREE") })
  }
}
