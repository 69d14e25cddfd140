internal import Tables

extension Store {
  /// Hands over the lines of the original's compiled_results.csv, the header first, by ID.
  ///
  /// What a bucket holds comes back byte for byte: numbers as Python writes them, and where a result was
  /// written in any other way, as it was. A line ends in nothing, or in a carriage return where the
  /// result did.
  ///
  /// - Parameter source: nil for the runs of all sources.
  package func compiledResults(
    of source: String? = nil, _ line: (String) throws -> Void
  ) throws {
    try line("ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE")
    try run(
      """
      SELECT id, line, model, dataset_id, type, seed, mse, r2, logloss, f1
      FROM compiled_results
      WHERE source = coalesce(:source, source)
      ORDER BY id IS NULL, id, run_id
      """, bindings: ["source": source.map { .text($0) } ?? .null]
    ) { _ in
    } row: { row in
      let id = row[0].description ?? ""
      let scores = row[6...].map { pythonFloat($0.number ?? .nan) }
      let fields = row[2..<6].map { csvField($0.description ?? "") } + scores
      try line(id + "," + (row[1].string ?? fields.joined(separator: ",")))
    }
  }
}
