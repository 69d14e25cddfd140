/// The matched-pairs rank-biserial correlation, (W+ - W-) / (W+ + W-) of the signed ranks, from -1
/// to 1.
///
/// ```
/// rankBiserial([0.84, 0.79, 0.91], [0.81, 0.8, 0.85])   // 0.6666666666666666
/// ```
///
/// **Edge cases**: all values are finite. Without differences it is 0, also where nothing is
/// compared.
///
/// **Source**: Kerby, The simple difference formula, Comprehensive Psychology 3 (2014).
/// - Complexity: O(n log n).
package func rankBiserial(
  _ first: [Double], _ second: [Double], zeros rule: ZeroRule = .pratt
) -> Double {
  SignedRankSums(of: Differences(first, second).multiples, zeros: rule).effect
}
