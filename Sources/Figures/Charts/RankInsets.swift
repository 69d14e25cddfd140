/// How far the axis of a critical difference diagram begins from the edges of the page.
///
/// A name stands between its edge and the line that comes down from its dot, so a framework further
/// along the axis leaves its name more room. The insets are the least that give every name its own.
struct RankInsets: Sendable, Equatable {
  struct Name: Sendable {
    /// How far along the axis its dot stands from the name's side: 0 to 1.
    var along: Double
    /// The pixels it wants.
    var width: Double
  }

  private(set) var left = 10.0
  private(set) var right = 10.0

  /// A name that would squeeze the axis below a third of the page is given what is left.
  init(left: [Name], right: [Name], width: Double) {
    let most = width / 3
    // Larger insets make a shorter axis, which may ask for larger insets; each round adds less.
    for _ in 0..<20 {
      let length = width - self.left - self.right
      self.left = min(most, Self.need(of: left, length: length))
      self.right = min(most, Self.need(of: right, length: length))
    }
  }

  private static func need(of names: [Name], length: Double) -> Double {
    names.map { $0.width - $0.along * length }.reduce(10, max)
  }
}
