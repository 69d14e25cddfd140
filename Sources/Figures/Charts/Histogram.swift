internal import Tables

import func Glibc.pow

/// How often each size occurs: a panel a measure, a line of panels a type.
enum Histogram: Chart {
  static let name = "histogram"
  static let help = "counts of rows by the size of each measure, in bins"
  static let channels = [
    Channel("x", "the measures, one column or several with commas between"),
    Channel("facet", "what splits the rows into lines of panels", isRequired: false),
  ]
  static let settings = [
    Setting("scale", "log or linear; log unless told"),
    Setting("bins", "how many bins, 29 unless told"),
    Setting("unit", "what a row is: dataset unless told"),
  ]

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isLog = try input.isLog(default: true)
    let bins = Int(try input.number("bins", default: 29, in: 1...200))
    let unit = input.spec.settings["unit"] ?? "dataset"
    let (samples, skipped) = try read(input, above: isLog ? 0 : -.infinity)
    guard samples.contains(where: { !$0.values.isEmpty }) else {
      throw .tooLittle("no row has a number to count, one at least is needed")
    }
    let layout = HistogramLayout(
      samples: samples, bins: bins, isLog: isLog, width: input.width, unit: unit)
    return Drawing(
      title: title(samples, unit: unit),
      notes: notes(samples, bins: bins, isLog: isLog, unit: unit, skipped: skipped),
      description: description(samples, unit: unit), height: layout.height, marks: layout.marks)
  }

  /// The values of one measure within one facet.
  struct Sample: Sendable {
    var measure: String
    var facet: String?
    /// Ascending.
    var values: [Double]

    var median: Double { BoxSummary(name: measure, values: values).median }
  }

  /// Facet by facet, the measures in the order of the figure line; with how many cells a log scale could
  /// not take.
  private static func read(
    _ input: ChartInput, above bound: Double
  ) throws(FigureError) -> (samples: [Sample], skipped: Int) {
    let facets = try input.texts("facet")
    let names = facets.map { Set($0.compactMap { $0 }).sorted().map(Optional.some) } ?? [nil]
    var samples: [Sample] = []
    var skipped = 0
    var columns: [(name: String, cells: [Double?])] = []
    for column in try input.columns("x") {
      columns.append((column, try input.numbers(ofColumn: column)))
    }
    for name in names {
      for (column, cells) in columns {
        let present = cells.indices.filter { facets == nil || facets?[$0] == name }
          .compactMap { cells[$0] }
        let values = present.filter { $0 > bound }.sorted()
        skipped += present.count - values.count
        samples.append(Sample(measure: column, facet: name, values: values))
      }
    }
    return (samples, skipped)
  }
}

// MARK: - Words

extension Histogram {
  private static func title(_ samples: [Sample], unit: String) -> String {
    let measure = samples[0].measure
    let values = samples.filter { $0.measure == measure }.flatMap(\.values).sorted()
    guard let least = values.first, let most = values.last else {
      return "No \(unit) has \(measure)"
    }
    let median = BoxSummary(name: measure, values: values).median
    let range =
      least == most
      ? Numeral.brief(least) : "\(Numeral.brief(least)) to \(Numeral.brief(most))"
    return "\(counted(values.count, unit)) of \(range) \(measure), the median "
      + Numeral.brief(median)
  }

  private static func notes(
    _ samples: [Sample], bins: Int, isLog: Bool, unit: String, skipped: Int
  ) -> [String] {
    let facets = Set(samples.compactMap(\.facet)).sorted()
    let counts = facets.map { facet in
      let most = samples.filter { $0.facet == facet }.map(\.values.count).max() ?? 0
      return "\(Numeral.grouped(most)) \(facet)"
    }
    let left =
      skipped == 0 ? nil : "\(counted(skipped, "value")) not above 0 left out"
    return counts
      + [
        "\(bins)\(isLog ? " logarithmic" : "") bins from the least to the most",
        "dashed: the median", left,
      ].compactMap { $0 }
  }

  private static func description(_ samples: [Sample], unit: String) -> String {
    let parts = samples.compactMap { sample -> String? in
      guard let least = sample.values.first, let most = sample.values.last else { return nil }
      let facet = sample.facet.map { "\($0) " } ?? ""
      return "\(facet)\(sample.measure) \(Numeral.brief(least)) to \(Numeral.brief(most)), median "
        + Numeral.brief(sample.median)
    }
    return "Histograms of \(unit)s: \(parts.joined(separator: "; "))."
  }
}

// MARK: - Bins

/// Bins of equal width from the least to the greatest of `values`, in logarithms where `isLog`.
struct Bins: Sendable {
  let edges: [Double]

  init(over values: [Double], count: Int, isLog: Bool) {
    let least = values.min() ?? 1
    let most = values.max() ?? 1
    let (low, high) =
      least < most ? (least, most) : isLog ? (least / 2, most * 2) : (least - 0.5, most + 0.5)
    edges = (0...count).map { index in
      let fraction = Double(index) / Double(count)
      return isLog ? low * pow(high / low, fraction) : low + fraction * (high - low)
    }
  }

  /// How many of `sorted` fall in each bin, whose lower edge is its own; the last has both.
  func counts(of sorted: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in sorted {
      while bin < counts.count - 1, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}
