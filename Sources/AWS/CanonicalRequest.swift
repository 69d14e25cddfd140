internal import HTTP

/// A request in the one spelling that is signed.
struct CanonicalRequest {
  let text: String
  /// The names of the headers within it, in lower case and order: `host;x-amz-date`.
  let signedHeaders: String

  init(_ request: Request, payload: String, pathRule: Signer.PathRule) {
    let url = URLParts(request.url)
    let fields = Self.fields(request.headers, host: url.host)
    signedHeaders = fields.map(\.name).joined(separator: ";")
    let lines = fields.map { "\($0.name):\($0.value)\n" }.joined()
    text = """
      \(request.method.rawValue)
      \(Self.path(url.path, by: pathRule))
      \(Self.query(url.query))
      \(lines)
      \(signedHeaders)
      \(payload)
      """
  }

  // MARK: Headers

  /// Names in lower case and order; values without spaces at their ends, nor more than one in between;
  /// those of one name together.
  private static func fields(
    _ headers: [Header], host: Substring
  ) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    var hasHost = false
    for header in headers {
      let name = header.name.lowercased()
      hasHost = hasHost || name == "host"
      if let known = fields.firstIndex(where: { $0.name == name }) {
        fields[known].value += ",\(trimmed(header.value))"
      } else {
        fields.append((name, trimmed(header.value)))
      }
    }
    if !hasHost { fields.append(("host", String(host))) }
    return fields.sorted { $0.name < $1.name }
  }

  private static func trimmed(_ value: String) -> String {
    value.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      ? value.split { $0 == " " || $0.isNewline }.joined(separator: " ") : value
  }

  // MARK: Path

  private static func path(_ path: Substring, by rule: Signer.PathRule) -> String {
    switch rule {
    case .asSent: path.isEmpty ? "/" : String(path)
    case .encoded: percentEncoded(String(path), keepingSlash: true)
    case .normalized: percentEncoded(normalized(path), keepingSlash: true)
    }
  }

  /// Without `.`, `..` and double slashes, by RFC 3986, 5.2.4.
  private static func normalized(_ path: Substring) -> String {
    var kept: [Substring] = []
    for segment in path.split(separator: "/") {
      if segment == ".." { _ = kept.popLast() } else if segment != "." { kept.append(segment) }
    }
    let end = path.hasSuffix("/") && !kept.isEmpty ? "/" : ""
    return "/" + kept.joined(separator: "/") + end
  }

  // MARK: Query

  /// The items in the order of their names, each name with a value; one spelling for each character.
  private static func query(_ query: Substring) -> String {
    if query.isEmpty { return "" }
    let items = query.split(separator: "&").map { item in
      let sign = item.firstIndex(of: "=") ?? item.endIndex
      return (respelled(item[..<sign]), respelled(item[sign...].dropFirst()))
    }
    return items.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
  }
}

/// The one spelling of a query's name or value.
private func respelled(_ text: Substring) -> String {
  percentEncoded(percentDecoded(text) ?? String(text))
}

/// An address, taken apart as far as signing needs it.
private struct URLParts {
  /// With the port, unless it is the scheme's own.
  let host: Substring
  let path: Substring
  let query: Substring

  init(_ url: String) {
    // By bytes: each request that is signed comes through here.
    let bytes = url.utf8
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.startIndex
    let start = bytes.index(colon, offsetBy: 3, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let hostEnd = end ?? bytes.endIndex
    let port = url.hasPrefix("https:") ? ":443" : ":80"
    let named = url[start..<hostEnd]
    host = named.hasSuffix(port) ? named.dropLast(port.count) : named
    let mark = bytes[hostEnd...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    path = url[hostEnd..<mark]
    query = url[mark...].dropFirst()
  }
}
