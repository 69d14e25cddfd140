/// The keywords of SQLite, in upper case.
///
/// **Source**: `sqlite3_keyword_name`, 3.40 to 3.50.
package let sqlKeywords: Set<String> = reserved.union(usableAsNames)

/// Whether a word, in any case, is a keyword.
func isKeyword(_ word: some Collection<UInt8>) -> Bool {
  PackedWord(word).map(packedKeywords.contains) ?? false
}

/// Whether a word, in any case, is a keyword that is never a name.
func isReserved(_ word: some Collection<UInt8>) -> Bool {
  PackedWord(word).map(packedReserved.contains) ?? false
}

private let packedKeywords = Set(sqlKeywords.compactMap { PackedWord($0.utf8) })
private let packedReserved = Set(reserved.compactMap { PackedWord($0.utf8) })

/// `name` as it may stand in SQL: as it is, or in double quotes where it would be read otherwise.
package func sqlName(_ name: String) -> String {
  let isBare =
    name.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) } ?? false
    && name.utf8.allSatisfy(isPlain)
    && !isReserved(name.utf8)
  return isBare ? name : "\"\(name.replacing("\"", with: "\"\""))\""
}

/// `text` as a string of SQL.
package func sqlString(_ text: String) -> String {
  "'\(text.replacing("'", with: "''"))'"
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
    true
  default: false
  }
}

/// Keywords that are never read as a name. `CURRENT_DATE` and its like would be, but mean something
/// else than a column called so.
private let reserved = words(
  """
  ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CAST CHECK COLLATE COMMIT CONSTRAINT CREATE
  CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE
  EXCEPT EXISTS FOREIGN FROM GROUP HAVING IN INDEX INSERT INTERSECT INTO IS ISNULL JOIN
  LIMIT NOT NOTHING NOTNULL NULL ON OR ORDER PRIMARY RAISE REFERENCES RETURNING SELECT SET TABLE
  THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN WHERE
  """)

/// Keywords that are a name where a name is awaited, as `%fallback` of SQLite's grammar has it.
private let usableAsNames = words(
  """
  ABORT ACTION AFTER ALWAYS ANALYZE ASC ATTACH BEFORE BEGIN BY CASCADE COLUMN CONFLICT CROSS CURRENT
  DATABASE DEFERRED DESC DETACH DO EACH END EXCLUDE EXCLUSIVE EXPLAIN FAIL FILTER FIRST FOLLOWING
  FOR FULL GENERATED GLOB GROUPS IF IGNORE IMMEDIATE INDEXED INITIALLY INNER INSTEAD KEY LAST LEFT LIKE MATCH
  MATERIALIZED NATURAL NO NULLS OF OFFSET OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING QUERY
  RANGE RECURSIVE REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RIGHT ROLLBACK ROW ROWS SAVEPOINT
  TEMP TEMPORARY TIES TRIGGER UNBOUNDED VACUUM VIEW VIRTUAL WINDOW WITH WITHOUT
  """)

private func words(_ text: String) -> Set<String> {
  Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
}
