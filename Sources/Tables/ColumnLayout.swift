/// Which columns of a grid are shown, how wide, and where some are left out.
struct ColumnLayout: Equatable {
  /// Indices of the columns shown, in order.
  var shown: [Int]
  /// Terminal cells of each column shown, borders apart.
  var widths: [Int]
  /// The place in `shown` before which columns were left out.
  var gap: Int?

  /// Each column takes its width and these cells of border and space; the grid one more at its end.
  private static let border = 3
  /// A text column is cut down to this before whole columns are left out.
  private static let readable = 20
  /// The column of ellipses that stands for those left out.
  private let gapWidth: Int

  /// Fits columns of the `natural` widths into `width` cells.
  ///
  /// In turn: all as they are; long texts (those `cuttable`) cut, the longest first, but not under 20
  /// cells; columns left out from the middle, the first and last staying; then everything cut.
  init(natural: [Int], cuttable: [Bool], width: Int?, gapWidth: Int = 1) {
    self.gapWidth = gapWidth
    shown = Array(natural.indices)
    widths = natural
    guard let width, !natural.isEmpty else { return }
    let least = zip(natural, cuttable).map { $1 ? min($0, Self.readable) : $0 }
    if Self.total(least) > width { leaveOut(least: least, width: width) }
    let room = width - 1 - (gap == nil ? 0 : Self.border + gapWidth)
    let own = room - Self.border * shown.count
    let floors = shown.map { least[$0] }
    if floors.reduce(0, +) <= own {
      widths = Self.cut(shown.map { natural[$0] }, floors: floors, into: own)
    } else {
      widths = Self.cut(floors, floors: floors.map { _ in 1 }, into: own)
    }
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(1) { $0 + $1 + border }
  }

  /// Keeps columns from both ends, the left first, as long as they fit.
  private mutating func leaveOut(least: [Int], width: Int) {
    guard least.count > 2 else { return }
    var left = [0]
    var right = [least.count - 1]
    var used = 1 + gapWidth + Self.border
    used += least[0] + Self.border + least[least.count - 1] + Self.border
    var (next, previous) = (1, least.count - 2)
    while next <= previous {
      let takesLeft = left.count <= right.count
      let column = takesLeft ? next : previous
      used += least[column] + Self.border
      guard used <= width else { break }
      if takesLeft {
        left.append(column)
        next += 1
      } else {
        right.append(column)
        previous -= 1
      }
    }
    shown = left + right.reversed()
    gap = shown.count < least.count ? left.count : nil
  }

  /// Lowers the widest of `widths` until they sum to no more than `room`, none under its floor.
  private static func cut(_ widths: [Int], floors: [Int], into room: Int) -> [Int] {
    func capped(_ cap: Int) -> [Int] {
      zip(widths, floors).map { max(min($0, cap), min($0, $1)) }
    }
    guard widths.reduce(0, +) > room else { return widths }
    var (low, high) = (1, widths.max() ?? 1)
    while low < high {
      let cap = (low + high + 1) / 2
      if capped(cap).reduce(0, +) <= room { low = cap } else { high = cap - 1 }
    }
    var result = capped(low)
    var spare = room - result.reduce(0, +)
    for index in result.indices where spare > 0 && result[index] < widths[index] {
      result[index] += 1
      spare -= 1
    }
    return result
  }
}
