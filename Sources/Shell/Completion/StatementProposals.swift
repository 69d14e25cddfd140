internal import SQLSyntax
internal import Tables
internal import Warehouse

/// Says what may stand at a place in a statement, in the words of the catalog.
struct StatementProposals {
  let place: SQLPlace
  let catalog: Catalog
  let store: Store
  let values: ColumnValues
  /// Whether the keywords before the place are in lower case, and whether the word there is.
  let isLowerBefore: Bool
  let isLower: Bool

  /// The lower the likelier, where letters fit more than one kind.
  enum Rank {
    static let value = 0, partner = 1, column = 2, outer = 3, label = 4, commonFunction = 5
    static let keyword = 6, function = 7, stranger = 8
  }

  var all: [Proposal] {
    if !place.qualifier.isEmpty { return qualified }
    switch place.want {
    case .nothing: return []
    case .statement, .keyword: return keywords
    case .relation: return relations + keywords
    case .join: return joins + relations
    case .condition: return conditions + columns + labels + functions + keywords
    case .operand:
      return compared + star + partners + columns + labels + functions + keywords
    case .column: return names
    case .type: return fixed(["INTEGER", "REAL", "TEXT", "BLOB", "NUMERIC"], "type")
    case .collation:
      return listed("SELECT name FROM pragma_collation_list ORDER BY name", "collation")
    case .pragma: return listed("SELECT name FROM pragma_pragma_list ORDER BY name", "pragma")
    case .index, .trigger:
      let kind = place.want == .index ? "index" : "trigger"
      return listed(
        "SELECT name FROM sqlite_schema WHERE type = '\(kind)' AND sql IS NOT NULL ORDER BY name",
        kind)
    }
  }

  // MARK: Words

  private var keywords: [Proposal] {
    place.keywords.map { keyword in
      Proposal(
        cased(keyword), "keyword", rank: Rank.keyword, isWhole: !keyword.hasSuffix("("))
    }
  }

  func cased(_ keyword: String) -> String { isLower ? keyword.lowercased() : keyword }

  /// A keyword within a phrase that begins with a name.
  func phrase(_ keyword: String) -> String { isLowerBefore ? keyword.lowercased() : keyword }

  private func fixed(_ words: [String], _ kind: String) -> [Proposal] {
    words.map { Proposal(cased($0), kind, rank: 0) }
  }

  private func listed(_ sql: String, _ kind: String) -> [Proposal] {
    let names = ((try? store.table(sql).rows) ?? []).compactMap(\.first?.string)
    return names.map { Proposal(sqlName($0), kind, name: $0, rank: 0) }
  }

  private var functions: [Proposal] {
    catalog.functions.filter { !FunctionSignatures.hidden.contains($0.name) }.map { function in
      let known = FunctionSignatures.all[function.name]
      let isClosed = known.map { $0.arguments.isEmpty } ?? false
      return Proposal(
        function.name + (isClosed ? "()" : "("), "function", detail: known?.detail ?? "",
        name: function.name, rank: known?.isCommon == true ? Rank.commonFunction : Rank.function,
        isWhole: isClosed)
    }
  }

  // MARK: Relations

  private var relations: [Proposal] {
    let ctes = place.ctes.reversed().map {
      Proposal(sqlName($0.name), "cte", detail: columnNames($0.columns), name: $0.name, rank: 1)
    }
    let tables = catalog.relations.map { relation in
      Proposal(
        sqlName(relation.name), relation.isView ? "view" : "table", detail: detail(of: relation),
        name: relation.name,
        rank: relation.isEveryday ? 2 : relation.isView ? 3 : 4)
    }
    let modules = catalog.modules.compactMap { name -> Proposal? in
      guard let known = FunctionSignatures.all[name] else { return nil }
      return Proposal(
        name + "(", "function", detail: known.detail, name: name, rank: 5, isWhole: false)
    }
    return ctes + tables + (place.want == .join || place.isReading ? modules : [])
  }

  private func columnNames(_ columns: [SQLColumn]) -> String {
    columns.map(\.name).joined(separator: " ")
  }

  private func detail(of relation: Catalog.Relation) -> String {
    columnNames(relation.columns.map { SQLColumn($0) })
  }
}
