import Benchmark
import Testing

struct LoggedTaskTests {
  private static let numbered = LoggedTask(
    originalID: 7, model: "tpot", dataset: 31, type: .classification, seed: 75)
  private static let plain = LoggedTask(
    model: "tpot", dataset: 31, type: .classification, seed: 75)

  // The original's wrapper on bare metal prints the environment's TASK, that on Batch its four words.
  @Test(arguments: [
    ("[7, 'tpot', 31, 'classification', 75]\nstep 0\n", numbered),
    ("[7,tpot,31,classification,75]", numbered),
    ("['7', 'tpot', '31', 'classification', '75']", numbered),
    ("[7, \"tpot\", \"31\", \"classification\", 75]", numbered),
    ("loading\r\nrunning [7, 'tpot', 31, 'classification', 75] now\r\n", numbered),
    ("tpot 31 classification 75\n", plain),
    ("Picked up _JAVA_OPTIONS: -XX\n\n  tpot\t31  classification 75 \r\n", plain),
  ])
  func `a log names its task`(log: String, expected: LoggedTask) {
    #expect(LoggedTask(log: Array(log.utf8)) == expected)
  }

  @Test(arguments: [
    "", "\n\n", "[", "[]", "][", "[7,tpot,31,classification]", "[7,tpot,31,classification,75,1]",
    "[7,,31,classification,75]", "[x,tpot,31,classification,75]", "[7,tpot,31,clustering,75]",
    "dataset tpot 31 classification 75", "tpot 31 classification", "tpot x classification 75",
    "[7,tpot,31,classification,99999999999999999999]",
  ])
  func `any other text names none`(log: String) {
    #expect(LoggedTask(log: Array(log.utf8)) == nil)
  }

  @Test func `only the beginning is searched`() {
    let late = String(repeating: "step\n", count: 600) + "tpot 31 classification 75\n"
    #expect(LoggedTask(log: Array(late.utf8)) == nil)
    let long = String(repeating: "x", count: 1 << 17) + "\ntpot 31 classification 75\n"
    #expect(LoggedTask(log: Array(long.utf8)) == nil)
  }

  @Test func `of two tasks the first counts`() {
    let log = "tpot 31 classification 75\n[8,h2o,31,classification,75]\n"
    #expect(LoggedTask(log: Array(log.utf8)) == Self.plain)
    #expect(Self.plain.isSame(as: Self.numbered))
  }

  @Test func `bytes that are no text are repaired`() {
    let log = [UInt8(ascii: "t"), 0xFF] + Array(" 31 regression 5\n".utf8)
    #expect(LoggedTask(log: log)?.model == "t\u{FFFD}")
  }
}
