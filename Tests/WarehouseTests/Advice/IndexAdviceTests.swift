import Tables
import Testing

@testable import Warehouse

@Suite struct IndexAdviceTests {
  /// A warehouse with 20,000 readings of 2,000 sensors.
  private func lab() throws -> Lab {
    let lab = try Lab()
    try lab.execute(
      """
      CREATE TABLE readings (
        id INTEGER PRIMARY KEY, sensor INTEGER, kind TEXT, unit TEXT, at INTEGER, "value" REAL) STRICT;
      CREATE VIEW warm AS SELECT r.sensor, r.at, r."value" FROM readings r WHERE r.kind = 'warm';
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO readings
      SELECT i, i * 7919 % 2000, iif(i % 2, 'warm', 'cold'), 'C', i * 104729 % 20011, i / 3.0 FROM n;
      """)
    return lab
  }

  @Test(arguments: [
    ("SELECT * FROM readings WHERE sensor = :sensor", ["readings_sensor ON readings (sensor)"]),
    (
      "SELECT * FROM readings r WHERE r.sensor = 5 AND r.at > 17",
      ["readings_sensor_at ON readings (sensor, at)"]
    ),
    ("SELECT * FROM readings ORDER BY at LIMIT 5", ["readings_at ON readings (at)"]),
    (
      "SELECT sensor, max(at) FROM readings GROUP BY sensor",
      [
        "readings_sensor_at ON readings (sensor, at)"
      ]
    ),
    (
      "SELECT max(value) FROM warm WHERE sensor = 5",
      [
        "readings_sensor_kind_value ON readings (sensor, kind, value)"
      ]
    ),
    // All rows share the value: to go by it would take longer than to read them.
    ("SELECT value FROM readings WHERE unit = 'C'", []),
    ("SELECT * FROM readings WHERE id = 5", []), ("SELECT 1", []),
  ])
  func `what the planner would take is advised`(sql: String, indexes: [String]) throws {
    let lab = try lab()
    let store = lab.store
    let advice = try store.advice(on: sql)
    let statements = indexes.map { "CREATE INDEX \($0);" }
    #expect(advice.statements == statements)
    #expect(
      try store.table("SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'readings_%'").rows
        == [[0]])
  }

  @Test func `what is advised is taken once it is made`() throws {
    let lab = try lab()
    let store = lab.store
    let sql = "SELECT a.value FROM readings a JOIN readings b ON b.sensor = a.at WHERE a.sensor = 5"
    let advice = try store.advice(on: sql)
    #expect(!advice.statements.isEmpty)
    for statement in advice.statements { _ = try store.table(statement) }
    #expect(try store.plan(of: sql).details == advice.after.details)
    let again = try store.advice(on: sql).statements
    #expect(again == [])
  }

  @Test(arguments: [
    (Int64.min, Int64.max), (0, .max), (0, .max - 1), (.min, -1), (-5, 1 << 53),
  ])
  func `row numbers may lie as far apart as they can`(first: Int64, last: Int64) throws {
    let lab = try Lab()
    try lab.execute(
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);
      INSERT INTO t VALUES (\(first), 'a'), (\(last), 'b');
      """)
    #expect(try lab.store.advice(on: "SELECT * FROM t WHERE v = 'a'").before.details == ["SCAN t"])
  }

  @Test func `a column's type may be any text`() throws {
    let lab = try Lab()
    try lab.execute(
      """
      CREATE TABLE odd (a "it's, (odd", b "so ""odd"" it is", c, d INTEGER, e INT AS (d + 1));
      """)
    let advice = try lab.store.advice(on: "SELECT * FROM odd WHERE a = 5 AND e = 6")
    #expect(advice.before.details == ["SCAN odd"])
  }

  @Test func `a query that cannot be is an error with its place`() throws {
    let lab = try lab()
    let store = lab.store
    #expect {
      try store.advice(on: "SELECT nope FROM readings")
    } throws: { error in
      guard case .sql(_, let sql, let offset?, _) = error as? StoreError else { return false }
      return sql == "SELECT nope FROM readings" && offset == 7
    }
  }
}
