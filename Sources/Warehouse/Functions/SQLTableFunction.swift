internal import Tables

/// A function of SQL that gives a table: `SELECT … FROM name(arguments)`.
struct SQLTableFunction: Sendable {
  let name: String
  /// The columns of the table.
  let columns: [String]
  /// What it is called with, the first of them always.
  let parameters: [String]
  /// The rows for arguments, NULL for those that were not given.
  let rows: @Sendable ([Value], SQLSource) throws -> [[Value]]
}
