package import Benchmark
package import Scoring
package import Tables

/// What an adapter is given for one task, and what it must give back.
///
/// The adapter starts in a folder of its own with `job.json` as its one argument and finds there
///
/// | file | holds |
/// |---|---|
/// | `job.json` | what to do, in the keys of `Job.Order` |
/// | `train.csv` | features and `target`, a header first |
/// | `test.csv` | features alone |
/// | `types.csv` | `NAME,TYPE`, a row a column: categorical, numerical or target |
///
/// It must write `predictions.csv`, a row for each of `test.csv` in the same order: for
/// classification a header of class names as `train.csv` spells them and rows of their
/// probabilities, for regression the header `value` and a number a row. It may write `report.json`
/// with `training_seconds` and `prediction_seconds`, and with anything else, such as `model`, that is to
/// stand in the run's details. It exits with 0; whatever it prints is the log.
///
/// One in Python can import `benchdb_job`, which reads all that and writes it.
///
/// The test's labels stay in this value and are never written.
package struct Job: Sendable, Equatable {
  /// The contents of `job.json`; a limit that is not set has no key there.
  package struct Order: Sendable, Equatable, Encodable {
    package var framework: String
    package var type: String
    package var seed: UInt32
    /// How many processors it may use.
    package var cores: Int?
    package var memoryMB: Int?
    /// How long it should take; it is stopped later, at a limit it is not told.
    package var timeLimitSeconds: Double?
    package var train = "train.csv"
    package var test = "test.csv"
    package var types = "types.csv"
    package var target = LabelledData.target
    package var predictions = "predictions.csv"
    package var report = "report.json"

    private enum CodingKeys: String, CodingKey {
      case framework, type, seed, cores, train, test, types, target, predictions, report
      case memoryMB = "memory_mb"
      case timeLimitSeconds = "time_limit_seconds"
    }
  }

  package let order: Order
  package let train: Table
  package let test: Table
  package let types: Table
  private let truth: [String]
  private let type: ProblemType

  /// Splits `data` as the task's seed says and sets the test's labels aside.
  package init(_ task: BenchmarkTask, on data: LabelledData) throws(ComputeError) {
    guard let seed = UInt32(exactly: task.seed) else { throw .seed(task.seed) }
    let split: Split
    do {
      split = try Split.holdOut(from: data.labelledRows, seed: seed)
    } catch {
      throw .data(error.description)
    }
    order = Order(
      framework: task.framework.name, type: task.type.rawValue, seed: seed,
      cores: task.budget.cores, memoryMB: task.budget.memoryMB,
      timeLimitSeconds: task.budget.softLimit.map { $0 / .seconds(1) })
    train = Table(columns: data.table.columns, rows: split.train.map { data.table.rows[$0] })
    let test = Table(columns: data.table.columns, rows: split.test.map { data.table.rows[$0] })
    self.test = test.without(column: data.targetIndex)
    types = Table(
      columns: ["NAME", "TYPE"],
      rows: zip(data.table.columns, data.kinds).map { [.text($0), .text($1.rawValue)] })
    truth = test.rows.compactMap { $0[data.targetIndex].string }
    type = task.type
    if type == .regression { try checkTargets(at: data.targetIndex) }
  }

  /// Scores what an adapter wrote against the labels set aside.
  package func score(_ predictions: Table) throws(ComputeError) -> Scorecard {
    let rows = predictions.rows.map { $0.map { $0.string.flatMap(Double.init) ?? .nan } }
    do {
      if type == .classification {
        return Scorecard(
          of: try ClassPredictions(
            classes: predictions.columns, probabilities: rows, truth: truth))
      }
      guard predictions.columns == ["value"] else {
        let header = predictions.columns.joined(separator: ",")
        throw ComputeError.predictions("the predictions have the header \(header), value is right")
      }
      return Scorecard(
        of: try ValuePredictions(
          values: rows.map { $0[0] }, truth: truth.map { Double($0) ?? .nan }))
    } catch let error as ScoringError {
      throw .predictions(error.description)
    } catch let error as ComputeError {
      throw error
    } catch {
      throw .predictions("\(error)")
    }
  }

  private func checkTargets(at index: Int) throws(ComputeError) {
    for text in train.rows.compactMap({ $0[index].string }) + truth {
      guard let number = Double(text), number.isFinite else {
        throw .data("the target has \"\(text)\", regression needs finite numbers")
      }
    }
  }
}

extension Table {
  fileprivate func without(column index: Int) -> Table {
    var columns = self.columns
    columns.remove(at: index)
    return Table(
      columns: columns, rows: rows.map { Array($0[..<index] + $0[(index + 1)...]) })
  }
}
