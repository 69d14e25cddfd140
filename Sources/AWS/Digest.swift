internal import COpenSSL

/// A digest of bytes that come piece by piece, by libcrypto.
package final class Digest {
  package enum Algorithm: Sendable {
    case md5, sha1, sha256

    fileprivate var method: OpaquePointer? {
      switch self {
      case .md5: EVP_md5()
      case .sha1: EVP_sha1()
      case .sha256: EVP_sha256()
      }
    }
  }

  private let algorithm: Algorithm
  private let context: OpaquePointer

  package init(_ algorithm: Algorithm) {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory") }
    self.algorithm = algorithm
    self.context = context
    restart()
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Forgets all bytes.
  package func restart() {
    let isReady = EVP_DigestInit_ex(context, algorithm.method, nil) == 1
    precondition(isReady, "libcrypto lacks \(algorithm)")
  }

  package func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest of the bytes so far; to be restarted before it is used again.
  package func finish() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var length: UInt32 = 0
      EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
      count = Int(length)
    }
  }

  // MARK: At once

  package static func of(_ bytes: some Collection<UInt8>, by algorithm: Algorithm) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var length: UInt32 = 0
      func digest(_ bytes: UnsafeBufferPointer<UInt8>) {
        EVP_Digest(
          bytes.baseAddress, bytes.count, buffer.baseAddress, &length, algorithm.method, nil)
      }
      if bytes.withContiguousStorageIfAvailable(digest) == nil {
        Array(bytes).withUnsafeBufferPointer(digest)
      }
      count = Int(length)
    }
  }

  /// The keyed hash of RFC 2104, over SHA-256.
  package static func hmac(_ bytes: some Collection<UInt8>, key: [UInt8]) -> [UInt8] {
    let bytes = Array(bytes)
    return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      var length: UInt32 = 0
      HMAC(
        EVP_sha256(), key, Int32(key.count), bytes, bytes.count, buffer.baseAddress, &length)
      count = Int(length)
    }
  }

  /// The bytes of a digest in hexadecimal, in lower case.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = digit(byte >> 4)
        buffer[2 * index + 1] = digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }

  /// The bytes in Base64 (RFC 4648), as headers carry digests.
  package static func base64(_ bytes: [UInt8]) -> String {
    [UInt8](unsafeUninitializedCapacity: 4 * ((bytes.count + 2) / 3) + 1) { buffer, count in
      count = Int(EVP_EncodeBlock(buffer.baseAddress, bytes, Int32(bytes.count)))
    }.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
