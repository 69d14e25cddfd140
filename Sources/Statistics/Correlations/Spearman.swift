/// Spearman's rank correlation of paired values, from -1 to 1: ``correlation(_:_:)`` of their ranks,
/// ties sharing the mean of theirs.
///
/// ```
/// spearman([1, 2, 3, 4], [1, 10, 100, 90])   // 0.8
/// ```
///
/// **Edge cases**: NaN where either side is constant, nil for fewer than two pairs. Infinities have a
/// rank; a NaN is a mistake of the caller.
///
/// **Source**: Spearman, The proof and measurement of association between two things, American
/// Journal of Psychology 15 (1904).
/// - Complexity: O(n log n).
package func spearman(_ first: [Double], _ second: [Double]) -> Double? {
  correlation(ranks(of: first), ranks(of: second))
}
