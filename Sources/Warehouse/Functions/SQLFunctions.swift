internal import GRDB
internal import GRDBSQLite
internal import Statistics

/// The functions that SQL gains in every connection of a `Store`.
///
/// NULLs are skipped; too little data gives NULL, and so does what is undefined, such as a correlation
/// with a constant; a value that is no number is an SQL error in words. A new function is a line here.
enum SQLFunctions {
  static func add(to db: Database) {
    guard let connection = db.sqliteConnection else { return }
    for aggregate in aggregates { aggregate.add(to: connection) }
    for table in tables { table.add(to: connection) }
  }

  static let aggregates: [SQLAggregate] = [
    .sliding("median") { $0.median },
    .quantile,
    .sliding("iqr") { $0.interquartileRange },
    .sliding("mad") { $0.medianAbsoluteDeviation },
    .sample("stddev", standardDeviation),
    .sample("variance", variance),
    .geomean,

    .pairs("corr", finite: true, correlation),
    .pairs("spearman", spearman),
    .pairs("kendall", kendall),
    .wilcoxonP,
    .wilcoxon,
    .pairs("cliffs_delta", cliffsDelta),
    .pairs("a12", a12),
    .rankBiserial,

    .friedmanP,
    .friedman,
  ]

  static let tables: [SQLTableFunction] = [
    .friedmanRanks,
    .postHoc,
  ]
}
