import func Glibc.ceil
import func Glibc.floor
import func Glibc.log10
import func Glibc.pow

/// Equal ratios of value are equal steps of pixels; for values above 0.
struct LogScale: Scale {
  let lower: Double
  let upper: Double
  let extent: Extent
  let count: Int

  /// A scale over `values`, every one above 0.
  ///
  /// **Edge cases**: a single value gets half of it to twice it; no value at all gets 1 to 10.
  init(over values: [Double], on extent: Extent, ticks count: Int) {
    precondition(values.allSatisfy { $0 > 0 }, "a log scale takes values above 0")
    let lower = values.min() ?? 1
    let upper = values.max() ?? 10
    self.lower = upper > lower ? lower : lower / 2
    self.upper = upper > lower ? upper : upper * 2
    self.extent = extent
    self.count = count
  }

  func position(of value: Double) -> Double {
    extent.position(at: log10(value / lower) / log10(upper / lower))
  }

  /// As many as the count allows of 1, 2 and 5 times powers of ten, or 1 and 3 times them, or the powers,
  /// or every so many of them; round numbers where all of that gives fewer than two.
  var ticks: [ScaleTick] {
    let sets = [[1, 2, 5], [1, 3], [1]].map(ticks(at:))
    let fitting = sets.first { $0.count <= max(count, 3) }
    if let fitting, fitting.count >= 2 { return fitting }
    guard sets[2].count < 2 else { return thinned(sets[2]) }
    return Ticks.linear(
      from: lower, to: upper, step: Ticks.step(over: upper - lower, count: count))
  }

  private func ticks(at multiples: [Int]) -> [ScaleTick] {
    let first = Int(floor(log10(lower)))
    let last = Int(ceil(log10(upper)))
    return (first...last).flatMap { power in multiples.map { tick($0, power) } }.filter(isWithin)
  }

  private func thinned(_ ticks: [ScaleTick]) -> [ScaleTick] {
    let stride = (ticks.count + count - 1) / max(count, 1)
    return ticks.indices.filter { $0 % max(stride, 1) == 0 }.map { ticks[$0] }
  }

  private func isWithin(_ tick: ScaleTick) -> Bool {
    tick.value >= lower * (1 - 1e-9) && tick.value <= upper * (1 + 1e-9)
  }

  private func tick(_ multiple: Int, _ power: Int) -> ScaleTick {
    let value = Double(multiple) * pow(10, Double(power))
    return ScaleTick(value: value, label: label(value))
  }

  private func label(_ value: Double) -> String {
    switch value {
    case 1e6..<1e9: "\(Numeral.fixed(value / 1e6, decimals: 0))M"
    case 1..<1e6: Numeral.fixed(value, decimals: 0)
    case 0.001..<1: Numeral.fixed(value, decimals: value < 0.01 ? 3 : value < 0.1 ? 2 : 1)
    default: Numeral.scientific(value)
    }
  }
}
