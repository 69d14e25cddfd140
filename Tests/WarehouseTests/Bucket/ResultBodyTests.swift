import Tables
import Testing
import Warehouse

struct ResultBodyTests {
  private static let line = "tpot,31,classification,75,nan,nan,0.5,0.75"

  @Test(arguments: [
    ("", "is empty, where one line belongs"),
    ("\n\n", "is empty, where one line belongs"),
    ("tpot,31\n", "has 2 fields, where 8 belong"),
    (line + ",1\n", "has 9 fields, where 8 belong"),
    (line + "\n" + line + "\n", "has two lines, where one belongs"),
    (line + "\nmore\n", "has two lines, where one belongs"),
    (
      "tpot,31,clustering,75,nan,nan,0.5,0.75",
      "has \"clustering\" as TYPE, where classification, regression or timeseries belongs"
    ),
    (
      "tpot,x,classification,75,nan,nan,0.5,0.75",
      "has \"x\" as DATASET_ID, where a whole number belongs"
    ),
    (
      "tpot,31,classification,75,nan,nan,inf,0.75",
      "has \"inf\" as logloss, where a finite number belongs"
    ),
    (",31,classification,75,nan,nan,0.5,0.75", "has no MODEL"),
    (
      "tpot,31,classification,75,nan,nan,0.5,\u{0}",
      "holds a zero byte, which no text has (is it UTF-16?)"
    ),
    ("\"tpot,31,classification,75,nan,nan,0.5,0.75", "opens a quote that never closes"),
  ])
  func `what is no result is kept as a reject`(body: String, reason: String) throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(("out/results7.csv", body))
    #expect(counts.rejected == 1 && counts.new == 1 && counts.results == 0)
    let kept = body.replacing("\u{0}", with: "\u{FFFD}")
    #expect(
      try bucket.rows("SELECT key, line, text, reason FROM rejects")
        == [["bench/out/results7.csv", 0, .text(kept), .text(reason)]])
    #expect(try bucket.lab.count("runs") == 0)
    #expect(try bucket.lab.count("objects") == 1)
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `garbage is cut after 64 KiB`() throws {
    let bucket = try Bucket()
    try bucket.sync([("out/results7.csv", Array(repeating: 0xFF, count: 10_000_000))])
    #expect(
      try bucket.rows("SELECT length(text), reason FROM rejects") == [
        [
          65536,
          "has 10000000 bytes, where one line belongs (10000000 bytes, of which the first 65536 are kept)",
        ]
      ])
    try bucket.sync([("out/results8.csv", [0x74, 0xFF, 0x2C])])
    #expect(try bucket.rows("SELECT reason FROM rejects WHERE text = 't\u{FFFD},'").count == 1)
  }

  @Test func `a good body takes the reject of its key away`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", "?"), ("out/results8.csv", "?"))
    #expect(try bucket.standing().rejects == 2)
    #expect(try bucket.sync(("out/results7.csv", Self.line)).changed == 1)
    #expect(try bucket.rows("SELECT key FROM rejects") == [["bench/out/results8.csv"]])
    #expect(try bucket.rows("SELECT key FROM runs") == [["bench/out/results7.csv"]])
  }

  @Test func `a body that can no longer be read leaves the run that was`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", Self.line))
    try bucket.sync(("out/results7.csv", "?"))
    #expect(try bucket.lab.count("results") == 1)
    #expect(try bucket.standing().rejects == 1)
    try bucket.sync(("out/results7.csv", "tpot,31,classification,75,nan,nan,0.5,1.0"))
    #expect(try bucket.rows("SELECT f1 FROM results") == [[1.0]])
    #expect(try bucket.standing().rejects == 0)
    #expect(try bucket.faults().isEmpty)
  }
}
