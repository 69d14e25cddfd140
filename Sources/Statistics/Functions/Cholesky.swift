import func Glibc.log

/// A symmetric positive definite matrix as L L', for L lower triangular.
///
/// **Shape**: rows of equal length; only the lower half is read.
/// - Complexity: O(n^3) to make, O(n^2) to solve.
struct Cholesky {
  private let lower: [[Double]]

  /// Nil where the matrix is not positive definite, to a relative 2^-40 of its diagonal: what is
  /// left of a dependent row is rounding.
  init?(_ matrix: [[Double]]) {
    var lower = matrix
    for row in matrix.indices {
      for column in 0...row {
        var rest = matrix[row][column]
        for earlier in 0..<column { rest -= lower[row][earlier] * lower[column][earlier] }
        guard row == column else {
          lower[row][column] = rest / lower[column][column]
          continue
        }
        guard rest > matrix[row][row] * 0x1p-40 else { return nil }
        lower[row][row] = rest.squareRoot()
      }
    }
    self.lower = lower
  }

  /// x of A x = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for row in x.indices {
      for column in 0..<row { x[row] -= lower[row][column] * x[column] }
      x[row] /= lower[row][row]
    }
    for row in x.indices.reversed() {
      for column in row + 1..<max(x.count, row + 1) { x[row] -= lower[column][row] * x[column] }
      x[row] /= lower[row][row]
    }
    return x
  }

  var logDeterminant: Double {
    lower.indices.reduce(0) { $0 + 2 * log(lower[$1][$1]) }
  }

  /// The inverse matrix.
  var inverse: [[Double]] {
    lower.indices.map { place in
      var unit = [Double](repeating: 0, count: lower.count)
      unit[place] = 1
      return solve(unit)
    }
  }
}
