import Testing

@testable import Compute

@Suite struct JobReportTests {
  @Test func `times are taken out, and the rest is details`() throws {
    let report = try #require(
      JobReport(
        Array(
          #"{"training_seconds": 1.5, "prediction_seconds": 2, "model": "a/b", "folds": [1, 2]}"#
            .utf8)))
    #expect(report.trainingTime == .seconds(1.5) && report.predictionTime == .seconds(2))
    #expect(report.details == #"{"folds":[1,2],"model":"a/b"}"#)
  }

  @Test(arguments: ["-1", "1e10", #""5""#, "null", "[1]"])
  func `a time that cannot be is none`(time: String) throws {
    let report = try #require(JobReport(Array(#"{"training_seconds": \#(time)}"#.utf8)))
    #expect(report.trainingTime == nil && report.details == nil)
  }

  @Test(arguments: ["", "[]", "3", "{", "{\"model\": NaN}"])
  func `what is no object says nothing`(text: String) {
    #expect(JobReport(Array(text.utf8)) == nil)
  }

  @Test func `a description that goes on and on is left out`() throws {
    let long = String(repeating: "x", count: 1 << 17)
    let report = try #require(JobReport(Array(#"{"model": "\#(long)"}"#.utf8)))
    #expect(report.details == nil)
  }
}
