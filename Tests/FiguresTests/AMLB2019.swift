import Figures
import Tables

/// Mean area under the ROC curve over ten folds, of 8 frameworks on 20 binary tasks.
///
/// Origin: AutoML Benchmark 2019, results_small-8c1h, results_medium-8c1h and their _ref files (one
/// hour on 8 cores), `auc` averaged and rounded to four decimals; rows and features from its metadata.
/// A framework without a value on a dataset failed on all folds there, or was not run.
enum AMLB2019 {
  static let frameworks = [
    "AutoWEKA", "H2OAutoML", "RandomForest", "TPOT", "TunedRandomForest", "autosklearn",
    "constantpredictor", "oboe",
  ]

  private struct Dataset {
    let name: String
    let rows: Int64
    let features: Int64
    let auc: [Double?]

    init(_ name: String, _ rows: Int64, _ features: Int64, _ auc: [Double?]) {
      (self.name, self.rows, self.features, self.auc) = (name, rows, features, auc)
    }

    var size: Value { rows < 10_000 ? "small" : "medium" }
  }

  private static let datasets = [
    Dataset(
      "APSFailure", 76000, 171,
      [0.9647, 0.9923, 0.9912, 0.9903, 0.9908, 0.9912, 0.5, nil]),
    Dataset(
      "Amazon_employee_access", 32769, 10,
      [0.809, 0.8792, 0.8641, 0.8695, 0.8628, 0.8559, 0.5, nil]),
    Dataset(
      "Australian", 690, 15,
      [0.9294, 0.9397, 0.9366, 0.9319, 0.9339, 0.9354, 0.5, 0.8621]),
    Dataset(
      "KDDCup09_appetency", 50000, 231,
      [0.8081, 0.8304, 0.7858, 0.8236, 0.7856, 0.834, 0.5, nil]),
    Dataset(
      "MiniBooNE", 130064, 51,
      [0.9612, 0.9866, 0.9817, 0.9812, 0.9816, 0.9855, 0.5, nil]),
    Dataset(
      "adult", 48842, 15,
      [0.9079, 0.9258, 0.9094, 0.9274, 0.9092, 0.9295, 0.5, nil]),
    Dataset(
      "bank-marketing", 45211, 17,
      [0.8267, 0.9371, 0.9308, 0.9337, 0.9307, 0.9373, 0.5, nil]),
    Dataset(
      "blood-transfusion", 748, 5,
      [0.7408, 0.7563, 0.6863, 0.7244, 0.6886, 0.7574, 0.5, 0.5908]),
    Dataset(
      "christine", 5418, 1637,
      [0.802, 0.826, 0.8058, 0.8134, 0.8096, 0.8297, 0.5, 0.73]),
    Dataset(
      "credit-g", 1000, 21,
      [0.7525, 0.7888, 0.7947, 0.7861, 0.7955, 0.7826, 0.5, 0.6765]),
    Dataset(
      "guillermo", 20000, 4297,
      [0.8782, 0.9099, 0.9026, 0.8192, 0.9028, 0.9013, 0.5, nil]),
    Dataset(
      "higgs", 98050, 29,
      [0.677, 0.8135, 0.803, 0.8015, 0.8029, 0.7933, 0.5, nil]),
    Dataset(
      "jasmine", 2984, 145,
      [0.8606, 0.8878, 0.8883, 0.8846, 0.8891, 0.8839, 0.5, 0.81]),
    Dataset(
      "kc1", 2109, 22,
      [0.8141, 0.8364, 0.8363, 0.841, 0.8421, 0.8403, 0.5, 0.6335]),
    Dataset(
      "kr-vs-kp", 3196, 37,
      [0.976, 0.9999, 0.9992, 0.9997, 0.9996, 0.9998, 0.5, 0.9965]),
    Dataset(
      "nomao", 34465, 119,
      [0.9839, 0.996, 0.9949, 0.9946, 0.9951, 0.9959, 0.5, 0.9619]),
    Dataset(
      "numerai28.6", 96320, 22,
      [0.5201, 0.5319, 0.5197, 0.5247, 0.5207, 0.5291, 0.5, nil]),
    Dataset(
      "phoneme", 5404, 6,
      [0.957, 0.9677, 0.9654, 0.9689, 0.9657, 0.9626, 0.5, 0.8818]),
    Dataset(
      "riccardo", 20000, 4297,
      [nil, 0.9998, 0.999, 0.992, 0.9997, 0.9998, 0.5, 0.9942]),
    Dataset(
      "sylvine", 5124, 21,
      [0.9749, 0.99, 0.9833, 0.9918, 0.984, 0.9904, 0.5, 0.9288]),
  ]

  /// `treatment`, `block`, `value`, a row each.
  static let ranks = Table(
    columns: ["treatment", "block", "value"],
    rows: datasets.flatMap { dataset in
      zip(frameworks, dataset.auc).compactMap { framework, auc -> [Value]? in
        auc.map { [.text(framework), .text(dataset.name), .real($0)] }
      }
    })

  /// `framework`, `size`, `rows`, `features`, `auc`, a row each; small is below 10,000 rows.
  static let sizes = Table(
    columns: ["framework", "size", "rows", "features", "auc"],
    rows: datasets.flatMap { dataset in
      zip(frameworks, dataset.auc).compactMap { framework, auc -> [Value]? in
        auc.map {
          [
            .text(framework), dataset.size, .integer(dataset.rows), .integer(dataset.features),
            .real($0),
          ]
        }
      }
    })

  /// `size`, `rows`, `features`, a row a dataset.
  static let shapes = Table(
    columns: ["size", "rows", "features"],
    rows: datasets.map { [$0.size, .integer($0.rows), .integer($0.features)] })

  /// `treatment`, `x`, `y`: the median seconds of a run and the mean of ten accuracies, scaled within
  /// each dataset, of the same files.
  static let costs = Table(
    columns: ["treatment", "x", "y"],
    rows: [
      ["RandomForest", 16.1, 0.865], ["TunedRandomForest", 1260.8, 0.866],
      ["H2OAutoML", 3363.9, 0.868], ["oboe", 3601.3, 0.858], ["TPOT", 3759.6, 0.868],
      ["autosklearn", 3597.9, 0.835], ["AutoWEKA", 3560.5, 0.761],
    ])

  /// `framework`, `class`, `runs`, a row each: what `benchdb query failures` counts in the same files.
  static let failures = Table(
    columns: ["framework", "class", "runs"],
    rows: [
      ["oboe", "timeout", 157], ["AutoWEKA", "framework", 22], ["oboe", "framework", 10],
      ["AutoWEKA", "infrastructure", 5], ["H2OAutoML", "timeout", 5],
      ["TPOT", "infrastructure", 1], ["autosklearn", "framework", 1],
    ])

  /// Options that name the metric and where the numbers come from.
  static func options(_ theme: Theme = .light) -> FigureOptions {
    var options = FigureOptions()
    options.theme = theme
    options.metric = "AUC"
    options.budget = "1 h on 8 cores"
    options.source = "AMLB 2019"
    return options
  }
}
