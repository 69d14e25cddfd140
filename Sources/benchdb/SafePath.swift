/// A key of a bucket as a path below a folder, whatever the key is made of.
///
/// No key leads out of the folder, and no two keys to the same path: what a path cannot hold, or would
/// mean something else in it, is percent-encoded. An empty part is a percent sign alone.
func safePath(of key: some StringProtocol) -> String {
  key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
    let bytes = Array(part)
    if bytes.isEmpty { return "%" }
    if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) {
      return String(repeating: "%2E", count: bytes.count)
    }
    guard bytes.contains(where: isUnsafe) else { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    let encoded = bytes.flatMap { byte in
      isUnsafe(byte)
        ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
    }
    return String(decoding: encoded, as: UTF8.self)
  }.joined(separator: "/")
}

/// Control characters, which terminals obey; the percent sign, which encodes; and the backslash.
private func isUnsafe(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
}
