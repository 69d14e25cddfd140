package import Figures
import Markup

/// A piece of a section.
package enum Block: Sendable, Equatable {
  /// Words, a sentence or more.
  case paragraph(String)
  /// Words that must not be overlooked.
  case warning(String)
  case table(DataTable)
  case picture(Picture)
  /// Text to be taken as it is: SQL, BibTeX, the end of a log.
  case listing(String)
  /// A whole in parts, such as tasks by what became of them.
  case shares([Share])
  /// What is there for those who ask, under words that say what it is.
  indirect case folded(String, [Block])
}

/// A part of a whole.
package struct Share: Sendable, Equatable {
  /// What the parts are, which says how they are painted.
  package enum Kind: String, Sendable, CaseIterable {
    case finished, failed, neverRun
  }

  package var kind: Kind
  package var label: String
  package var count: Int

  package init(_ kind: Kind, _ label: String, _ count: Int) {
    (self.kind, self.label, self.count) = (kind, label, count)
  }
}

/// A figure with all that is needed to make it again.
package struct Picture: Sendable, Equatable {
  /// The stored query's name.
  package var name: String
  /// The stored query's title.
  package var title: String
  package var figure: Figure
  /// What is drawn; nil where `elsewhere` has it, or where it is too much.
  package var data: DataTable?
  /// The id of a table of this report that holds the same numbers.
  package var elsewhere: String?
  /// What to type for the figure alone.
  package var command: String
  package var sql: String

  package init(
    name: String, title: String, figure: Figure, data: DataTable?, elsewhere: String? = nil,
    command: String, sql: String
  ) {
    (self.name, self.title, self.figure) = (name, title, figure)
    (self.data, self.elsewhere) = (data, elsewhere)
    (self.command, self.sql) = (command, sql)
  }
}

extension Picture {
  /// What leads to the figure, whatever else in the page has the name of its query.
  var id: String { identifier("figure-\(name)") }
}
