import func Glibc.floor

/// What a box plot shows beside its boxes: which dots, and a limit.
struct BoxLook: Sendable {
  /// Whether every value has a dot, rather than outliers alone.
  var drawsAll = false
  /// Values that no value should be over.
  var limit: Double?

  /// Room above the first box.
  var top: Double { 22 }

  func isOver(_ value: Double) -> Bool { limit.map { value > $0 } ?? false }

  /// How many of a box's values are over the limit; nil where there is none.
  func over(_ box: BoxSummary) -> Int? {
    limit == nil ? nil : box.values.count(where: isOver)
  }

  /// The values of a box worth a dot, ascending.
  func dots(of box: BoxSummary, among boxes: Int, on scale: any Scale) -> [Double] {
    drawsAll
      ? spread(box.values.count, to: max(24, 1_600 / boxes)).map { box.values[$0] }
      : notable(of: box, on: scale, most: max(8, 480 / boxes))
  }

  /// The outliers, and what is over the limit, worth a dot: one a pixel, and of those the `most` that are
  /// furthest from the box.
  private func notable(of box: BoxSummary, on scale: any Scale, most: Int) -> [Double] {
    var pixels: Set<Int> = []
    let over = box.values.filter { isOver($0) && box.isInside($0) }
    let distinct = (box.outliers + over).sorted().filter {
      pixels.insert(Int(scale.position(of: $0).rounded())).inserted
    }
    let furthest = distinct.sorted {
      abs($0 - box.median) == abs($1 - box.median)
        ? $0 < $1 : abs($0 - box.median) > abs($1 - box.median)
    }
    return furthest.prefix(most).sorted()
  }

  /// How far from the middle dot `index` stands, -0.5 to 0.5: neighbours far apart, by the golden ratio.
  static func jitter(_ index: Int) -> Double {
    let turn = Double(index) * 0.618_033_988_75
    return turn - floor(turn) - 0.5
  }
}
