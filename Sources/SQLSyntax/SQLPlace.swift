/// What may stand at a place in a statement, as far as its words tell.
package struct SQLPlace: Sendable, Equatable {
  package enum Want: Sendable, Equatable {
    /// A new name, a number, or nothing that could be told.
    case nothing
    case statement
    /// The name of a table or view; `join` where it is joined to those before.
    case relation, join
    /// What ON says of the relation just joined, or else an operand.
    case condition
    case operand
    /// The bare name of one of `named`.
    case column
    /// Only what `keywords` says.
    case keyword
    case type, collation, pragma, index, trigger
  }

  package struct Reference: Sendable, Equatable {
    package var qualifier: String?
    package var name: String
  }

  /// The bytes of the word before the cursor.
  package var typed: Range<Int>
  package var want = Want.nothing
  /// The names before the word, each with its dot: `r` in `r.frame`.
  package var qualifier: [String] = []
  /// Keywords that may stand here, phrases among them, the likeliest first.
  package var keywords: [String] = []
  /// The column that the operand is compared with.
  package var compared: Reference?
  /// Relations whose columns may be named, those of the innermost SELECT first.
  package var scope: [[SQLRelation]] = []
  /// How many of the innermost stand before the cursor.
  package var before = 0
  /// Names that the select list gives.
  package var results: [SQLColumn] = []
  /// For `column`: those that may be named.
  package var named: [SQLColumn] = []
  /// Whether only columns of the relation just joined and of those before it will do, for USING.
  package var isUsing = false
  /// Whether the relation is read, so that a table-valued function may stand for it.
  package var isReading = false
  /// Whether the place is the select list, which may hold `*`.
  package var isSelectList = false
  package var ctes: [SQLRelation] = []

  package init(typed: Range<Int>) {
    self.typed = typed
  }
}
