internal import SQLSyntax

extension StatementProposals {
  /// `tasks t ON t.id = r.task_id`, for each relation that goes with one that is read already: first
  /// what that refers to, in the order of its columns, then what refers to it, then views.
  var joins: [Proposal] {
    let read = Array((place.scope.first ?? []).prefix(place.before))
    let found = catalog.relations.flatMap { relation in
      read.filter { !isSameName($0.name, relation.name) }
        .flatMap { join(relation, to: $0, among: read) }
    }
    return found.enumerated()
      .sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }
      .map(\.element.proposal)
  }

  private func join(
    _ relation: Catalog.Relation, to other: SQLRelation, among read: [SQLRelation]
  ) -> [(proposal: Proposal, column: Int)] {
    let columns = relation.columns.map { SQLColumn($0) }
    let pairs = Joins(catalog: catalog)
      .pairs((relation.name, columns), (other.name, other.columns))
      .filter { $0.rank < 2 || $0.rank == 2 && $0.isKey }
    // A relation may be referred to twice; of other pairs the likeliest will do.
    let likely = pairs.filter { $0.rank == 0 && !relation.isView }
    return (likely.isEmpty ? Array(pairs.prefix(1)) : likely).map { pair in
      let proposal = Proposal(
        text(relation.name, pair, other, among: read), "join", name: relation.name,
        rank: relation.isView ? 2 : min(pair.rank, 1))
      let column = other.columns.firstIndex { isSameName($0.name, pair.other) }
      return (proposal, column ?? other.columns.count)
    }
  }

  private func text(
    _ relation: String, _ pair: Joins.Pair, _ other: SQLRelation, among read: [SQLRelation]
  ) -> String {
    let isRead = read.contains { isSameName($0.name, relation) }
    let label =
      isRead || read.contains(where: \.hasAlias)
      ? Joins.alias(for: relation, taken: read.map(\.label)) : relation
    let alias = (read.contains(where: \.hasAs) ? phrase(" AS ") : " ") + label
    return sqlName(relation) + (label == relation ? "" : alias) + " \(phrase("ON")) "
      + "\(sqlName(label)).\(sqlName(pair.column)) = \(sqlName(other.label)).\(sqlName(pair.other))"
  }

  /// What ON may say of the relation just joined.
  var conditions: [Proposal] {
    guard let relations = place.scope.first, place.before > 1, place.before <= relations.count
    else {
      return []
    }
    let joined = relations[place.before - 1]
    let joins = Joins(catalog: catalog)
    var proposals: [Proposal] = []
    for other in relations.prefix(place.before - 1) {
      let pairs = joins.pairs((joined.name, joined.columns), (other.name, other.columns))
      proposals += pairs.map { condition(joined, $0.column, other, $0.other, "key join", $0.rank) }
      let common = joined.columns.filter { column in
        other.columns.contains { isSameName($0.name, column.name) }
      }
      proposals += common.map { condition(joined, $0.name, other, $0.name, "name join", 4) }
    }
    return proposals.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map { proposal in
        var ranked = proposal.element
        ranked.rank = Rank.value
        return ranked
      }
  }

  private func condition(
    _ joined: SQLRelation, _ column: String, _ other: SQLRelation, _ otherColumn: String,
    _ detail: String, _ rank: Int
  ) -> Proposal {
    let left = "\(sqlName(joined.label)).\(sqlName(column))"
    return Proposal(
      "\(left) = \(sqlName(other.label)).\(sqlName(otherColumn))", "join", detail: detail,
      name: left, rank: rank)
  }
}
