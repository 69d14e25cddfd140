package import HTTP

/// Where OpenML is, and who asks.
package struct Origin: Sendable {
  /// The address of the API: `https://www.openml.org/api/v1/json`.
  package static let standard = "https://www.openml.org/api/v1/json"

  private let api: String
  private let key: String?

  /// - Parameters:
  ///   - api: the address of the API, of OpenML's or a mirror's.
  ///   - key: what OpenML calls an API key; nil to ask as anybody may.
  package init(api: String = standard, key: String? = nil) throws(HTTPError) {
    let trimmed = api.hasSuffix("/") ? String(api.dropLast()) : api
    guard trimmed.hasPrefix("http://") || trimmed.hasPrefix("https://"),
      !HTTPError.host(of: trimmed).isEmpty
    else { throw .badURL(api) }
    self.api = trimmed
    self.key = key
  }

  /// The host, with its port where it has one.
  package var host: String { HTTPError.host(of: api) }

  /// The address of something that the API answers. Names within `path` are to be encoded.
  func url(_ path: String) -> String {
    guard let key else { return "\(api)/\(path)" }
    return "\(api)/\(path)?api_key=\(encoded(key))"
  }

  /// The address of a file that a description names. A mirror has it at the same path: what lies on
  /// OpenML's own hosts is asked of the host of the API.
  func url(ofFile url: String) -> String {
    let named = HTTPError.host(of: url)
    guard named == "openml.org" || named.hasSuffix(".openml.org"),
      let path = url.firstRange(of: named)?.upperBound
    else { return url }
    guard !host.hasSuffix("openml.org") else { return "https://\(named)\(url[path...])" }
    let root = api.prefix { $0 != ":" } + "://" + host
    return root + url[path...]
  }
}

/// A name as a part of a path or a query, by RFC 3986.
func encoded(_ name: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = name.utf8.flatMap { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      [byte]
    default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
