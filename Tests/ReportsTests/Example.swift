import Reports
import Statistics
import Tables

/// Three frameworks on four datasets, of which one has a failure.
enum Example {
  static let hostile = #"</script><script>alert("x")</script>"#

  /// - Parameter third: what the third framework is called.
  static func evidence(third: String = "h2o") -> Evidence {
    let numbers: [(String, [Double?])] = [
      ("iris", [0.95, 0.9, 0.7]), ("wine", [0.93, 0.91, 0.8]), ("adult", [0.86, 0.85, 0.6]),
      ("credit", [0.75, 0.7, nil]),
    ]
    let frameworks = ["tpot", "flaml", third]
    var evidence = Evidence(
      subject: Evidence.Topic(source: "lab", budget: "1h", metric: "f1", better: .higher),
      alpha: 0.05, rule: "datasets that some framework never finished are left out",
      scores: Table(
        columns: ["source", "dataset", "framework", "value", "imputed"],
        rows: numbers.flatMap { dataset, values in
          zip(frameworks, values).compactMap { framework, value in
            value.map { ["lab", .text(dataset), .text(framework), .real($0), 0] }
          }
        }),
      standings: Table(
        columns: [
          "framework", "expected", "finished", "failed", "never_run", "datasets", "scores",
          "imputed", "scaled", "training",
        ],
        rows: [
          ["tpot", 8, 8, 0, 0, 4, 8, 0, 0.9, 12.5],
          ["flaml", 8, 8, 0, 0, 4, 8, 0, 0.8, 6.25],
          [.text(third), 8, 6, 2, 0, 3, 6, 0, 0.1, nil],
        ]), version: "1.2.3")
    evidence.classes = Table(
      columns: ["framework", "class", "runs"], rows: [[.text(third), "memory", 2]])
    evidence.messages = Table(
      columns: ["class", "message", "runs", "frameworks", "datasets", "framework", "log_end"],
      rows: [
        [
          "memory", .text("out of memory " + third), 2, 1, 1, .text(third),
          .text("one\ntwo\n" + third),
        ]
      ])
    evidence.runs = runs(of: frameworks)
    evidence.provenance = Table(columns: ["fact", "value"], rows: [["source", .text(third)]])
    return evidence
  }

  /// Two runs on iris of each framework, the second better.
  private static func runs(of frameworks: [String]) -> Table {
    Table(
      columns: ["dataset", "framework", "seed", "fold", "value"],
      rows: frameworks.enumerated().flatMap { index, framework -> [[Value]] in
        [
          ["iris", .text(framework), 1, 0, .real(0.9 - Double(index) / 10)],
          ["iris", .text(framework), 2, 0, .real(1 - Double(index) / 10)],
        ]
      })
  }
}
