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
  /// A text column is cut down to this before whole columns are left out, or to a quarter of a narrow
  /// terminal.
  private static let readable = 20
  /// The name of a column of numbers is cut down to this, or to a sixth of a narrow terminal.
  private static let telling = 12
  /// The column of ellipses that stands for those left out.
  private let gapWidth: Int

  /// Fits columns into `width` cells.
  ///
  /// In turn: all as they are; long texts cut, the longest first, but not under 20 cells, nor names of
  /// numbers under 12; columns left out from the middle, the first and last staying; then everything
  /// cut.
  init(_ needs: [Grid.Need], width: Int?, gapWidth: Int = 1) {
    self.gapWidth = gapWidth
    shown = Array(needs.indices)
    let natural = needs.map(\.width)
    widths = natural
    guard let width, !needs.isEmpty else { return }
    let least = needs.map { Self.least($0, in: width) }
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

  /// What a column is cut down to before whole columns are left out: never the digits of a number.
  private static func least(_ need: Grid.Need, in width: Int) -> Int {
    need.isRight
      ? max(need.value, min(need.name, telling, max(width / 6, 1)))
      : min(need.width, readable, max(width / 4, 1))
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
