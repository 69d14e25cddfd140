internal import SQLSyntax
internal import Tables
internal import Warehouse

extension StatementProposals {
  /// Every column in scope: bare where that is clear, else qualified. Where nothing is read yet, those of
  /// every relation.
  var columns: [Proposal] {
    var proposals: [Proposal] = []
    var hidden: Set<String> = []
    for (depth, relations) in place.scope.enumerated() {
      var counts: [String: Int] = [:]
      for relation in relations {
        for name in Set(relation.columns.map { $0.name.lowercased() }) {
          counts[name, default: 0] += 1
        }
      }
      for relation in relations {
        for column in relation.columns {
          let name = column.name.lowercased()
          let isClear = counts[name] == 1 && !hidden.contains(name)
          proposals.append(
            Proposal(
              isClear ? sqlName(column.name) : qualified(column, of: relation), "column",
              detail: detail(of: column, in: relation), name: column.name,
              rank: depth == 0 ? Rank.column : Rank.outer))
        }
      }
      hidden.formUnion(counts.keys)
    }
    return place.results.map(result) + proposals + (place.scope.isEmpty ? strangers : [])
  }

  private func result(_ column: SQLColumn) -> Proposal {
    Proposal(
      sqlName(column.name), "column", detail: "of the select list", name: column.name,
      rank: Rank.column)
  }

  private var strangers: [Proposal] {
    catalog.relations.flatMap { relation in
      relation.columns.map {
        Proposal(
          sqlName($0.name), "column", detail: relation.name, name: $0.name, rank: Rank.stranger)
      }
    }
  }

  func qualified(_ column: SQLColumn, of relation: SQLRelation) -> String {
    sqlName(relation.label) + "." + sqlName(column.name)
  }

  private func detail(of column: SQLColumn, in relation: SQLRelation) -> String {
    let type = column.type.isEmpty ? "" : column.type.lowercased() + ", "
    return type + (relation.name.isEmpty ? relation.label : relation.name)
  }

  /// `r.`, for each relation that is read, where there are several.
  var labels: [Proposal] {
    let relations = place.scope.flatMap { $0 }
    guard relations.count > 1 else { return [] }
    return relations.map {
      Proposal(
        sqlName($0.label) + ".", "alias", detail: $0.name, name: $0.label, rank: Rank.label,
        isWhole: false)
    }
  }

  var star: [Proposal] {
    place.isSelectList ? [Proposal("*", "column", detail: "every column", rank: Rank.value)] : []
  }

  /// The columns of `place.qualifier`, or the relations of a schema so called.
  var qualified: [Proposal] {
    let label = place.qualifier[place.qualifier.count - 1]
    let schemas = ["main", "temp"]
    if [.relation, .join].contains(place.want) {
      return schemas.contains(label.lowercased())
        ? catalog.relations.map {
          Proposal(sqlName($0.name), $0.isView ? "view" : "table", name: $0.name, rank: 0)
        } : attached(label)
    }
    let relation =
      place.scope.joined().first { isSameName($0.label, label) }
      ?? catalog.find(label).map {
        SQLRelation($0.name, name: $0.name, columns: $0.columns.map { SQLColumn($0) })
      }
    guard let relation else { return [] }
    return (place.isSelectList ? star : [])
      + relation.columns.map {
        Proposal(
          sqlName($0.name), "column", detail: detail(of: $0, in: relation), name: $0.name,
          rank: Rank.column)
      }
  }

  private func attached(_ schema: String) -> [Proposal] {
    let rows = try? store.table(
      "SELECT name, type FROM pragma_table_list WHERE schema = :schema COLLATE NOCASE ORDER BY name",
      bindings: ["schema": .text(schema)]
    ).rows
    return (rows ?? []).compactMap { row in
      guard let name = row[0].string, !name.hasPrefix("sqlite_") else { return nil }
      return Proposal(sqlName(name), row[1].string ?? "table", name: name, rank: 0)
    }
  }

  /// Bare names: of the target of INSERT and its like, or common to what USING joins.
  var names: [Proposal] {
    var columns = place.named
    if place.isUsing, let relations = place.scope.first?.prefix(place.before), relations.count > 1 {
      let others = relations.dropLast().flatMap(\.columns)
      columns = relations[relations.count - 1].columns.filter { column in
        others.contains { isSameName($0.name, column.name) }
      }
    }
    return columns.map {
      Proposal(
        sqlName($0.name), "column", detail: $0.type.lowercased(), name: $0.name, rank: 0)
    }
  }

  // MARK: Comparisons

  /// The relation and column that the operand is compared with.
  private var partner: (relation: SQLRelation, column: SQLColumn)? {
    guard let compared = place.compared else { return nil }
    for relation in place.scope.joined()
    where compared.qualifier.map({ isSameName($0, relation.label) }) ?? true {
      if let column = relation.columns.first(where: { isSameName($0.name, compared.name) }) {
        return (relation, column)
      }
    }
    let target = place.named.first { isSameName($0.name, compared.name) }
    return target.map { (SQLRelation(""), $0) }
  }

  /// Values of the column that the operand is compared with.
  var compared: [Proposal] {
    guard let partner else { return [] }
    let own = catalog.find(partner.relation.name).map {
      SQLColumn.Origin($0.name, partner.column.name)
    }
    guard let origin = partner.column.origin ?? own else { return [] }
    return values.values(of: origin, in: catalog, store).map {
      Proposal(
        $0, "value", detail: "\(origin.table).\(origin.column)",
        name: $0.hasPrefix("'") ? unquoted($0) : $0, rank: Rank.value)
    }
  }

  /// Columns of other relations that hold the same as the one that the operand is compared with.
  var partners: [Proposal] {
    guard let partner, let origin = partner.column.origin else { return [] }
    let identity = catalog.identity(of: origin)
    return place.scope.joined().filter { $0.label != partner.relation.label }.flatMap { relation in
      relation.columns
        .filter { $0.origin.map(catalog.identity) == identity }
        .map {
          Proposal(
            qualified($0, of: relation), "column", detail: "the same \(identity.table)",
            name: $0.name, rank: Rank.partner)
        }
    }
  }
}
