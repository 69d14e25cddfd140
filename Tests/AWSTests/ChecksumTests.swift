import Testing

@testable import AWS

/// The check values of "123456789" are those of the CRC catalogue (G. Cook, reveng.sourceforge.io).
struct ChecksumTests {
  @Test(arguments: [
    (Checksum.Algorithm.crc32, "cbf43926"), (.crc32c, "e3069283"), (.crc64nvme, "ae8b14860a799888"),
  ])
  func `the check value is the catalogue's`(algorithm: Checksum.Algorithm, value: String) {
    var checksum = Checksum(algorithm)
    for piece in ["123", "", "456789"] { Array(piece.utf8).withUnsafeBytes { checksum.update($0) } }
    #expect(Digest.hexadecimal(checksum.bytes) == value)
  }
}
