/// How a table is shown: what the formats for reading ask, and the few choices of the others.
package struct DisplayOptions: Sendable, Equatable {
  /// Terminal cells in a line; nil sets no limit.
  package var width: Int?
  /// Rows shown before the middle is left out; nil shows all.
  package var maxRows: Int?
  /// Significant digits of a real in box, table and markdown; nil shows all.
  package var digits: Int?
  /// What stands for NULL; nil takes the format's own (`NULL` to read, nothing in CSV and TSV).
  package var nullText: String?
  /// Whether borders, names and NULL are coloured.
  package var colour: Bool
  /// Whether the text goes to a terminal, where control characters are escaped in every format.
  package var terminal: Bool
  /// Whether a box ends with a line of counts when it leaves something out.
  package var counts: Bool
  /// Whether a grid that would leave out columns is written as `line` does instead.
  package var recordsWhenWide: Bool
  /// The table that `insert` names.
  package var tableName: String

  package init(
    width: Int? = nil, maxRows: Int? = nil, digits: Int? = 6, nullText: String? = nil,
    colour: Bool = false, terminal: Bool = false, counts: Bool = true,
    recordsWhenWide: Bool = false, tableName: String = "results"
  ) {
    self.width = width
    self.maxRows = maxRows
    self.digits = digits
    self.nullText = nullText
    self.colour = colour
    self.terminal = terminal
    self.counts = counts
    self.recordsWhenWide = recordsWhenWide
    self.tableName = tableName
  }
}
