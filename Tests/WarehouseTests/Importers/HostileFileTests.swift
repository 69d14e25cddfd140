import Tables
import Testing
import Warehouse

/// Files as they should not be: refused in one sentence, or taken for what they say, never a trap.
struct HostileFileTests {
  private static let header = "framework,dataset,seed,auc\n"

  @Test(arguments: [
    ("", "is empty"),
    ("\n\n", "is empty"),
    ("framework,dataset,auc,AUC\n", "the column \"AUC\" is there twice"),
    (header + "a,iris,1,\"0.9\n", "opens a quote that never closes"),
    (header + "a,iris,1,\"0.9\"x\n", "has text after a closing quote"),
    (header + "a,iris\n", "has 2 fields, the header has 4"),
    (header + "a,iris,1,0.9,\n", "has 5 fields, the header has 4"),
    (header + "a,iris,1,1e999\n", "has \"1e999\" as auc, where a finite number belongs"),
    (header + "a,iris,1,-inf\n", "has \"-inf\" as auc, where a finite number belongs"),
    (header + "a,iris,1.5,0.9\n", "has \"1.5\" as seed, where a whole number belongs"),
    (header + "a,iris,99999999999999999999,0.9\n", "where a whole number belongs"),
    (header + ",iris,1,0.9\n", "has no framework"),
    (header + "a,,1,0.9\n", "has no dataset"),
    (header + "a,iris,1,0\0.9\n", "holds a zero byte"),
    ("f\0r\0a\0m\0", "holds a zero byte, which no text has (is it UTF-16?)"),
  ])
  func `a broken file is refused in one sentence`(text: String, reason: String) throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.importing(ImportFile("x.csv", text)) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(try lab.count("sources") == 1)
  }

  @Test func `a file cut short in a row keeps what came before when told to`() throws {
    let lab = try Lab()
    let text = Self.header + "a,iris,1,0.9\nb,iris,1,0.8\nc,ir"
    let summary = try lab.importing(ImportFile("x.csv", text)) { $0.skipsBad = true }
    #expect(summary.runs.new == 2)
    #expect(summary.rejects == 1)
  }

  @Test func `NaN and none are no score, so the run failed`() throws {
    let lab = try Lab()
    let text = Self.header + "a,iris,1,nan\nb,iris,1,None\nc,iris,1,N/A\n"
    #expect(try lab.importing(ImportFile("x.csv", text)).runs.failed == 3)
  }

  @Test(arguments: [
    "../../etc/passwd", "'; DROP TABLE runs; --", "a\u{1B}[31mred", "line\u{2028}break", "木の実",
    "e\u{301}", "\u{202E}evil", " spaced ", "tab\tin", "\"quoted\"", "%s%n", "-1",
  ])
  func `names are kept to the byte`(name: String) throws {
    let lab = try Lab()
    let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
    try lab.importing(ImportFile("x.csv", Self.header + "\(quoted),\(quoted),1,0.9\n"))
    #expect(
      try lab.rows("SELECT framework, dataset FROM results") == [[.text(name), .text(name)]])
  }

  @Test func `a row with a million fields is one reject`() throws {
    let lab = try Lab()
    let wide = String(repeating: "1,", count: 1_000_000)
    let file = ImportFile("x.csv", Self.header + "a,iris,1,0.9\n" + wide + "\n", piece: 1 << 16)
    let summary = try lab.importing(file) { $0.skipsBad = true }
    #expect(summary.rejects == 1)
    #expect(summary.runs.new == 1)
    let kept = try lab.rows("SELECT length(text), reason FROM rejects")
    #expect(kept[0][0] == 65_536)
    #expect(kept[0][1].string?.hasPrefix("has 1000001 fields, the header has 4") == true)
  }

  @Test func `bytes that are no text are rejected line by line`() throws {
    let lab = try Lab()
    var word: UInt64 = 1400
    let noise = (0..<300_000).map { _ in
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: word >> 56)
    }
    let file = ImportFile("x.csv", bytes: Array(Self.header.utf8) + noise, piece: 1 << 16)
    let summary = try lab.importing(file) { $0.skipsBad = true }
    #expect(summary.rejects == summary.rows)
    #expect(summary.rejects > 0)
    #expect(try lab.store.faults().rows.isEmpty)
  }
}
