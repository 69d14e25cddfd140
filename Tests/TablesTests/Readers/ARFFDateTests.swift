import Tables
import Testing

/// Seconds by Python: `datetime(..., tzinfo=timezone.utc).timestamp()`.
struct ARFFDateTests {
  @Test(arguments: [
    ("", "\"1970-01-01T00:00:00\"", 0.0),
    ("", "2001-04-03T12:12:12", 986_299_932),
    ("\"yyyy-MM-dd HH:mm:ss\"", "'2001-05-03 12:59:55'", 988_894_795),
    ("'yyyy-MM-dd'", "1969-12-31", -86_400),
    ("yyyyMMdd", "20240229", 1_709_164_800),
    ("yyyyMMddHHmmssSSS", "20240229010203250", 1_709_168_523.25),
    ("\"d/M/yy\"", "7/4/99", 923_443_200),
    ("\"d/M/yy\"", "7/4/24", 1_712_448_000),
    ("HH:mm", "06:30", 23_400),
    ("yyyy", "1600", -11_676_096_000),
  ])
  func `a date is its seconds from 1970`(pattern: String, text: String, seconds: Double) throws {
    #expect(try date(text, pattern) == .real(seconds))
  }

  @Test(arguments: [
    ("", "2001-04-03"), ("", "2001-04-03T12:12:12Z"), ("", "2001-13-03T12:12:12"),
    ("", "2001-04-31T12:12:12"), ("", "2001-04-30T24:12:12"), ("'yyyy-MM-dd'", "2023-02-29"),
    ("'yyyy-MM-dd'", "1900-02-29"), ("yyyy", "year"), ("yyyy", "''"),
  ])
  func `what is no date of the pattern is refused`(pattern: String, text: String) throws {
    let fault = ARFFFault.notDate(text == "''" ? "" : text, attribute: "d")
    #expect(throws: TablesError.malformedARFF(line: 3, fault)) { try date(text, pattern) }
  }

  @Test func `a missing date is NULL`() throws {
    #expect(try date("?", "") == .null)
  }

  private func date(_ text: String, _ pattern: String) throws -> Value {
    try Table(arff: Array("@attribute d date \(pattern)\n@data\n\(text)\n".utf8)).rows[0][0]
  }
}
