/// A cyclic redundancy check of bytes that come piece by piece, as S3 keeps them beside an object.
///
/// **Source**: R. N. Williams, "A Painless Guide to CRC Error Detection Algorithms" (1993); all three are
/// reflected, begin with ones and end inverted.
package struct Checksum: Sendable {
  package enum Algorithm: String, Sendable, CaseIterable {
    case crc32, crc32c, crc64nvme

    /// Bits of the remainder.
    var width: Int { self == .crc64nvme ? 64 : 32 }

    fileprivate var table: [UInt64] {
      switch self {
      case .crc32: Self.crc32Table
      case .crc32c: Self.crc32cTable
      case .crc64nvme: Self.crc64Table
      }
    }

    private static let crc32Table = table(of: 0xEDB8_8320)
    private static let crc32cTable = table(of: 0x82F6_3B78)
    private static let crc64Table = table(of: 0x9A6C_9329_AC4B_C9B5)

    private static func table(of polynomial: UInt64) -> [UInt64] {
      (0..<256).map { byte in
        (0..<8).reduce(UInt64(byte)) { rest, _ in
          rest & 1 == 1 ? rest >> 1 ^ polynomial : rest >> 1
        }
      }
    }
  }

  package let algorithm: Algorithm
  private let table: [UInt64]
  private var rest: UInt64

  package init(_ algorithm: Algorithm) {
    self.algorithm = algorithm
    table = algorithm.table
    rest = Self.ones(algorithm)
  }

  private static func ones(_ algorithm: Algorithm) -> UInt64 {
    algorithm.width == 64 ? .max : 0xFFFF_FFFF
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { rest = rest >> 8 ^ table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] }
  }

  /// The check of the bytes so far, highest byte first.
  package var bytes: [UInt8] {
    let value = rest ^ Self.ones(algorithm)
    return stride(from: algorithm.width - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: value >> UInt64($0))
    }
  }
}
