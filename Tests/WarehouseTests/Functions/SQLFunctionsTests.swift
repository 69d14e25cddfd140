import Tables
import Testing
import Warehouse

@Suite struct SQLFunctionsTests {
  /// R 4.2: x <- c(1, 2, 4, 8, 16); median, quantile(x, .9), IQR, mad(constant = 1), sd, var.
  @Test(
    arguments: [
      ("median(x)", 4.0), ("quantile(x, 0.9)", 12.8), ("iqr(x)", 6.0), ("mad(x)", 3.0),
      ("variance(x)", 37.2), ("stddev(x)", 6.099180272790763),
    ])
  func `aggregates agree with R and skip NULLs`(call: String, expected: Double) throws {
    let value = try Lab().rows(
      """
      SELECT \(call)
      FROM (SELECT column1 AS x FROM (VALUES (1), (NULL), (2.0), (4), (8), (16)))
      """)[0][0].number
    #expect(abs((value ?? .nan) - expected) < 1e-12)
  }

  @Test(arguments: [
    "median(x)", "quantile(x, 0.5)", "iqr(x)", "mad(x)", "stddev(x)", "variance(x)",
  ])
  func `no values give NULL`(call: String) throws {
    #expect(try Lab().rows("SELECT \(call) FROM (SELECT NULL AS x)") == [[.null]])
  }

  @Test func `one value has a median and no spread`() throws {
    #expect(try Lab().rows("SELECT median(7), iqr(7), stddev(7)") == [[7.0, 0.0, .null]])
  }

  @Test(
    arguments: [
      ("median('x')", "median takes numbers, not \"x\""),
      ("quantile(1, 2)", "quantile takes a share from 0 to 1, not 2.0"),
    ])
  func `what is no number is an error in words`(call: String, message: String) throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.rows("SELECT \(call)") }
    #expect(error?.description == message)
  }
}
