import func Glibc.ceil
import func Glibc.floor

/// Equal steps of value are equal steps of pixels.
struct LinearScale: Scale {
  let lower: Double
  let upper: Double
  let extent: Extent
  private let step: Double

  /// A scale over `values`, widened to round numbers when `isNice`.
  ///
  /// **Edge cases**: a single value gets a span of 1 around it (or a tenth of it, if that is more); no
  /// value at all gets 0 to 1.
  init(over values: [Double], on extent: Extent, ticks count: Int, isNice: Bool = true) {
    var lower = values.min() ?? 0
    var upper = values.max() ?? 1
    if upper <= lower {
      let margin = max(0.5, abs(lower) * 0.05)
      (lower, upper) = (lower - margin, upper + margin)
    }
    var step = Ticks.step(over: upper - lower, count: count)
    // Widening can make the next step the nicer one, which widens again; twice settles it.
    for _ in 0..<(isNice ? 2 : 0) {
      lower = floor(lower / step + 1e-9) * step
      upper = ceil(upper / step - 1e-9) * step
      step = Ticks.step(over: upper - lower, count: count)
    }
    self.lower = lower
    self.upper = upper
    self.extent = extent
    self.step = step
  }

  func position(of value: Double) -> Double {
    extent.position(at: (value - lower) / (upper - lower))
  }

  var ticks: [ScaleTick] { Ticks.linear(from: lower, to: upper, step: step) }
}
