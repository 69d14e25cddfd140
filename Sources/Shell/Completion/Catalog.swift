internal import SQLSyntax
internal import Tables
internal import Warehouse

/// The tables and views of a warehouse, their columns and keys, for `.tables` and for completion.
struct Catalog {
  struct Relation {
    var name: String
    var isView: Bool
    var columns: [Column]
    var foreignKeys: [ForeignKey] = []
    /// Columns that an index, which holds every row, begins with.
    var indexed: Set<String> = []
    /// Columns of which no two rows have the same value.
    var unique: Set<String> = []
    /// The highest rowid, which is near the count of rows and found at once; nil where there is none.
    var lastRow: Int?
    /// What made it.
    var sql = ""

    /// Whether it is one of the views that most questions are about; others are what those are made of.
    var isEveryday: Bool {
      ["results", "leaderboard", "failures", "missing", "measurements"].contains(name)
    }
  }

  struct Column: Equatable {
    var name: String
    /// As it was declared, upper case; empty where it was not, as for what a view computes.
    var type: String
    var isKey: Bool
    /// Whose values it holds: its own, or for a view the table's that it shows.
    var origin: SQLColumn.Origin?
  }

  /// A foreign key of one column.
  struct ForeignKey: Equatable {
    var column: String
    var table: String
    var referenced: String
  }

  struct Function {
    var name: String
    var isAggregate: Bool
  }

  var relations: [Relation]
  /// Where each relation stands, by its name in lower case.
  var places: [String: Int] = [:]
  var functions: [Function] = []
  /// Table-valued functions.
  var modules: [String] = []

  /// The relation called `name`; letters compare without case.
  func relation(_ name: String) throws(ShellError) -> Relation {
    if let found = find(name) { return found }
    throw .noTable(name, meant: suggestion(for: name, among: relations.map(\.name)))
  }

  func find(_ name: String) -> Relation? {
    places[name.lowercased()].map { relations[$0] }
  }

  func column(_ origin: SQLColumn.Origin) -> Column? {
    find(origin.table)?.columns.first { isSameName($0.name, origin.column) }
  }

  /// The column that `origin` refers to by foreign keys in the end; itself where it has none.
  func identity(of origin: SQLColumn.Origin) -> SQLColumn.Origin {
    var identity = origin
    // Keys may refer in a circle.
    for _ in 0..<8 {
      guard
        let key = find(identity.table)?.foreignKeys.first(where: {
          isSameName($0.column, identity.column)
        }), !isSameName(key.table, identity.table)
      else { break }
      identity = SQLColumn.Origin(key.table, key.referenced)
    }
    return identity
  }

  /// Whether no two rows of its table have the same value in the column.
  func isUnique(_ origin: SQLColumn.Origin) -> Bool {
    find(origin.table)?.unique.contains(origin.column) ?? false
  }
}

extension SQLColumn {
  init(_ column: Catalog.Column) {
    self.init(column.name, type: column.type, origin: column.origin)
  }
}
