import struct Synchronization.Mutex

/// The last distribution of signed-rank sums, for those who test many pairs: without ties it is the
/// same for all pairs that differ on as many blocks.
final class SharedFlips: Sendable {
  private let last = Mutex(SignFlips(weights: []))

  /// The distribution of sums of `weights`, up to `bound` or farther.
  ///
  /// Most are asked for one tail; what is asked for another may be asked for any. A tail is the same
  /// whoever asked before, since how far sums are counted does not change them.
  func flips(_ weights: [Int], upTo bound: Int) -> SignFlips {
    let kept = last.withLock { $0 }
    let isSame = kept.weights == weights
    if isSame, kept.reach >= bound { return kept }
    let flips = SignFlips(weights: weights, upTo: isSame ? .max : bound)
    last.withLock { $0 = flips }
    return flips
  }
}
