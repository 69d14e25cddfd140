/// Where what workers need and leave is kept: a folder of a bucket, or a folder that machines share.
///
/// Keys are those of a bucket, below the root: `out/results7.csv`.
package protocol ObjectStore: Sendable {
  /// The root as a user knows it, a slash at its end: `s3://lab/bench/` or `/shared/bench/`.
  var root: String { get }

  /// The bytes of an object; nil where there is none.
  func get(_ key: String) throws -> [UInt8]?

  /// Writes an object: all of it at once for whoever reads, over one that is there.
  func put(_ bytes: [UInt8], to key: String) throws

  /// What tells this version of an object from others; nil where there is no object.
  func version(of key: String) throws -> String?

  /// Removes an object; one that is not there is as removed.
  func remove(_ key: String) throws
}
