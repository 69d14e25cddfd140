/// From values to pixels.
protocol Scale: Sendable {
  /// Where `value` stands, in pixels.
  func position(of value: Double) -> Double
  /// The values worth a label, in ascending order.
  var ticks: [ScaleTick] { get }
}

struct ScaleTick: Sendable, Equatable {
  var value: Double
  var label: String
}

/// The pixels from a scale's lowest value to its highest; may run backwards, as y axes do.
struct Extent: Sendable, Equatable {
  var start: Double
  var end: Double

  var length: Double { abs(end - start) }

  func position(at fraction: Double) -> Double { start + fraction * (end - start) }
}
