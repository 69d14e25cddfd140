/// A row or column of equal bands, one for each of `count` things in order.
struct BandScale: Sendable {
  let count: Int
  let extent: Extent

  /// How many pixels a band has.
  var width: Double { extent.length / Double(max(count, 1)) }

  /// The middle of band `index`.
  func middle(of index: Int) -> Double {
    extent.position(at: (Double(index) + 0.5) / Double(max(count, 1)))
  }
}
