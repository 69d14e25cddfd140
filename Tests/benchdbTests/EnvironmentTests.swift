import Testing

@testable import benchdb

@Suite struct EnvironmentTests {
  @Test(arguments: [
    ("1", 1), ("132", 132), ("10000", 10_000), ("0", nil), ("-5", nil), ("10001", nil), ("", nil),
    ("wide", nil),
  ])
  func `COLUMNS counts where a line can be so wide`(text: String, columns: Int?) {
    let environment = Environment(
      variables: ["COLUMNS": text], terminalInput: false, terminalOutput: false,
      terminalError: false)
    #expect(environment.namedColumns == columns)
  }
}
