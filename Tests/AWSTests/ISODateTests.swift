import Testing

@testable import AWS

struct ISODateTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-24T08:00:00Z", 1_795_507_200),
    ("2026-11-24T08:00:00.987Z", 1_795_507_200), ("2026-11-24T09:30:00+01:30", 1_795_507_200),
    ("2026-11-24T03:00:00-0500", 1_795_507_200), ("2026-11-24T08:00:00UTC", 1_795_507_200),
    ("2026-11-24 08:00:00", 1_795_507_200), ("2024-02-29T23:59:60Z", 1_709_251_200),
  ])
  func `a moment is read as AWS writes it`(text: String, seconds: Int) {
    #expect(ISODate(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01T00:00:00Z", "2026-11-24T24:00:00Z", "24 Nov 2026",
    "2026-11-24T08:00:00Zx",
  ])
  func `what is no moment is none`(text: String) {
    #expect(ISODate(text) == nil)
  }

  @Test(arguments: [0, 951_782_399, 1_795_507_200])
  func `a moment is written as it is read`(seconds: Int) {
    #expect(ISODate(ISODate(seconds: seconds).text)?.seconds == seconds)
  }
}
