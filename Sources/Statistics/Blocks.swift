package import Tables

/// A complete matrix of scores: every treatment (framework) measured on every block (dataset).
///
/// **Shape**: rows are blocks, columns treatments, both sorted by name, so the order in which
/// values arrive never changes a result; values are paired by name alone.
///
/// **Edge cases**: NULL and NaN are missing values. A block that lacks a treatment is left out and
/// named in `incomplete`. An infinite value, and a second value for the same block and treatment,
/// are errors.
package struct Blocks: Sendable, Equatable {
  /// A block that was left out, and the treatments it lacks.
  package struct Incomplete: Sendable, Equatable {
    package let name: String
    package let missing: [String]
    /// A value per treatment, nil where it is missing.
    package let values: [Double?]
  }

  /// One score, where it belongs; NaN stands for a missing one.
  package struct Observation: Sendable {
    package let block, treatment: String
    package let value: Double

    package init(block: String, treatment: String, value: Double) {
      (self.block, self.treatment, self.value) = (block, treatment, value)
    }
  }

  /// Names of the complete blocks.
  package let names: [String]
  package let treatments: [String]
  /// A row per complete block, a value per treatment; all finite.
  package let rows: [[Double]]
  /// Which values are the better ones.
  package let better: Direction
  /// The blocks left out.
  package let incomplete: [Incomplete]

  /// The values of one treatment, from the first block to the last.
  package func values(of treatment: Int) -> [Double] {
    rows.map { $0[treatment] }
  }

  /// How many blocks and treatments a test needs at least, or an error that says how many there
  /// are.
  func require(blocks: Int, treatments needed: Int) throws(StatisticsError) {
    guard treatments.count >= needed else {
      throw .tooFewTreatments(treatments.count, needed: needed)
    }
    guard names.count >= blocks else {
      throw .tooFewBlocks(names.count, needed: blocks, incomplete: incomplete.count)
    }
  }
}

extension Blocks {
  /// Sorts `observations` into blocks.
  /// - Complexity: O(n log n).
  package init(_ observations: [Observation], better: Direction) throws(StatisticsError) {
    let blocks = Array(Set(observations.map(\.block))).sorted()
    let treatments = Array(Set(observations.map(\.treatment))).sorted()
    let row = places(of: blocks)
    let column = places(of: treatments)
    var seen = [Bool](repeating: false, count: blocks.count * treatments.count)
    var matrix = [[Double]](
      repeating: [Double](repeating: .nan, count: treatments.count), count: blocks.count)
    for each in observations {
      guard let i = row[each.block], let j = column[each.treatment] else { continue }
      guard !seen[i * treatments.count + j] else {
        throw .duplicate(block: each.block, treatment: each.treatment)
      }
      guard !each.value.isInfinite else {
        throw .infinite(block: each.block, treatment: each.treatment)
      }
      seen[i * treatments.count + j] = true
      matrix[i][j] = each.value
    }
    self.init(blocks, treatments, matrix, better)
  }

  /// Reads a long table, a row per score, whose columns are named by the caller.
  ///
  /// A name may be text or a number (a dataset's id).
  package init(
    _ table: Table, block: String, treatment: String, value: String, better: Direction
  ) throws(StatisticsError) {
    let columns = try at(table, block, treatment, value)
    var observations: [Observation] = []
    observations.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      guard let name = row[columns.block].description else {
        throw .unnamed(column: block, row: index + 1)
      }
      guard let framework = row[columns.treatment].description else {
        throw .unnamed(column: treatment, row: index + 1)
      }
      let cell = row[columns.value]
      guard let number = cell.isNull ? .nan : cell.number else {
        throw .notANumber(cell, column: value, row: index + 1)
      }
      observations.append(Observation(block: name, treatment: framework, value: number))
    }
    try self.init(observations, better: better)
  }

  /// Splits a matrix, NaN where a value is missing, into complete and incomplete blocks.
  private init(
    _ blocks: [String], _ treatments: [String], _ matrix: [[Double]], _ better: Direction
  ) {
    var (names, rows, incomplete) = ([String](), [[Double]](), [Incomplete]())
    for (name, row) in zip(blocks, matrix) {
      let missing = zip(treatments, row).filter { $0.1.isNaN }.map(\.0)
      if missing.isEmpty {
        names.append(name)
        rows.append(row)
      } else {
        let values = row.map { $0.isNaN ? nil : $0 }
        incomplete.append(Incomplete(name: name, missing: missing, values: values))
      }
    }
    (self.names, self.treatments, self.rows) = (names, treatments, rows)
    (self.better, self.incomplete) = (better, incomplete)
  }
}

/// Where each name stands.
private func places(of names: [String]) -> [String: Int] {
  Dictionary(uniqueKeysWithValues: zip(names, names.indices))
}

private func at(
  _ table: Table, _ block: String, _ treatment: String, _ value: String
) throws(StatisticsError) -> (block: Int, treatment: Int, value: Int) {
  do throws(TablesError) {
    return (
      try table.index(of: block), try table.index(of: treatment), try table.index(of: value)
    )
  } catch {
    throw .table(error)
  }
}
