/// Keys as S3 has them: bytes, in the bytes' order.
///
/// Swift's own comparison takes two spellings of é for one text, which in a bucket are two objects.
extension String {
  /// Whether the key stands before `other` in a listing.
  package func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether both are the same key.
  package func isSameKey(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Whether the key begins with the bytes of `prefix`.
  func begins(with prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }
}
