internal import Tables
internal import Warehouse

extension ShellCommand {
  static let describe = ShellCommand(
    "describe", "[TABLE]", takes: 0...1, help: "Show what each column holds.",
    details: """
      Of a table or view, or else of the last query's result: the type of the values, how many are NULL
      and how many distinct; of numbers the least, the quartiles, the greatest and the mean; of texts the
      first and the last. Every row is read; of more than 200,000 rows, distinct values and
      quartiles are those of a sample, which is said. Keys and indexes are shown by \\d.
      """, example: ".describe results", words: [.relation]
  ) { repl, words in
    let source = try repl.rowSource(words.first)
    let count = try repl.row("SELECT count(*) FROM \(source.sql)")[0].number ?? 0
    let stride = max(1, Int((count / 200_000).rounded(.up)))
    // SQLite gives 2000 values in a row at most.
    let profile = try source.columns.indices.batches(of: 150).flatMap {
      try repl.row(sql(source, $0, stride: stride))
    }
    let rows = source.columns.enumerated().map { index, name in
      row(name, Array(profile[index * measures..<(index + 1) * measures]))
    }
    let titles = [
      "column", "type", "nulls", "distinct", "min", "q25", "median", "q75", "max", "mean",
    ]
    try repl.paged {
      let summary = try repl.show(Table(columns: titles, rows: rows)) {
        // What a column has no measure for is no NULL of the data.
        if repl.isReading { $0.nullText = "" }
      }
      guard repl.isReading else { return }
      try repl.note(
        [
          counted(Int(count), "row"), counted(rows.count, "column"),
          stride == 1 ? "" : "distinct and quartiles of 1 row in \(grouped(stride))",
          summary.isWhole
            ? "" : "\(summary.columnsShown) of \(titles.count) measures, .x shows all",
        ].filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }
}

/// Values that `sql` gives per column.
private let measures = 11

/// One row with all that is told of `columns`, by their places.
private func sql(_ source: RowSource, _ columns: Range<Int>, stride: Int) -> String {
  let parts = columns.map { index in
    let (x, isNumber) = ("c\(index)", "typeof(c\(index)) IN ('integer', 'real')")
    let sampled = stride == 1 ? x : "iif(isSampled, \(x), NULL)"
    let number = "iif(\(isNumber), \(sampled), NULL)"
    return """
        count(\(x)), count(*) - count(\(x)), count(DISTINCT \(sampled)),
        sum(typeof(\(x)) = 'integer'), sum(typeof(\(x)) = 'real'), min(\(x)), max(\(x)),
        avg(iif(\(isNumber), \(x), NULL)),
        quantile(\(number), 0.25), median(\(number)), quantile(\(number), 0.75)
      """
  }
  let list = { (places: Range<Int>) in places.map { "c\($0)" }.joined(separator: ", ") }
  return """
    WITH benchdb_source(\(list(source.columns.indices))) AS (SELECT * FROM \(source.sql)),
      benchdb_numbered AS (
        SELECT \(list(columns)), \(sampling(stride)) AS isSampled FROM benchdb_source
      )
    SELECT
    \(parts.joined(separator: ",\n"))
    FROM benchdb_numbered
    """
}

/// Whether a row is in the sample, as SQL: one in `stride`.
///
/// Folds and seeds repeat at a steady pace, so that each tenth row might all be of one fold. By Fibonacci
/// hashing (Knuth, The Art of Computer Programming 3, 6.4) no pace is met.
private func sampling(_ stride: Int) -> String {
  guard stride > 1 else { return "1" }
  return "row_number() OVER () * 2654435769 % 4294967296 < \((1 << 32) / stride)"
}

/// A line of the description, from a column's measures.
private func row(_ name: String, _ measured: [Value]) -> [Value] {
  let values = measured[0].number ?? 0
  let (integers, reals) = (measured[3].number ?? 0, measured[4].number ?? 0)
  let type =
    values == 0 ? "" : integers == values ? "integer" : integers + reals == values ? "real" : "text"
  let isNumeric = integers + reals == values
  let quartiles = isNumeric ? [measured[8], measured[9], measured[10]] : [.null, .null, .null]
  return [.text(name), .text(type), measured[1], measured[2], measured[5]] + quartiles
    + [measured[6], isNumeric ? measured[7] : .null]
}
