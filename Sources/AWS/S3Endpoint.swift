/// Whether a bucket's name stands in the host's name or in the path.
package enum AddressingStyle: String, Sendable {
  /// In the host's name at AWS, wherever a name can stand there; in the path elsewhere.
  case auto
  case path, virtual
}

/// Where the buckets are, and how their addresses are written.
///
/// **Source**: Amazon S3 User Guide, "Virtual hosting of general purpose buckets"; botocore decides the
/// same.
package struct S3Endpoint: Sendable, Equatable {
  /// A server that speaks like S3, without a slash at its end; nil for AWS.
  package var url: String?
  package var style: AddressingStyle

  package init(url: String? = nil, style: AddressingStyle = .auto) {
    self.url = url
    self.style = style
  }

  /// The address of a call.
  package func url(of call: S3Call, in bucket: String, region: String) -> String {
    url(bucket: bucket, key: call.key, region: region) + Self.query(call.query)
  }

  /// The address of a key, or of the bucket itself.
  package func url(bucket: String, key: String? = nil, region: String) -> String {
    let base = url ?? awsAddress(of: "s3", in: region)
    let path = key.map { percentEncoded($0, keepingSlash: true) } ?? ""
    guard isNamedByHost(bucket, at: base), let scheme = base.firstRange(of: "://") else {
      return "\(base)/\(percentEncoded(bucket))" + (key == nil ? "" : "/\(path)")
    }
    return "\(base[..<scheme.upperBound])\(bucket).\(base[scheme.upperBound...])/\(path)"
  }

  private func isNamedByHost(_ bucket: String, at base: String) -> Bool {
    let wants = style == .virtual || (style == .auto && url == nil)
    return wants && (3...63).contains(bucket.utf8.count) && isHostLabel(bucket)
      && !Host(of: base).isNumeric
  }

  private static func query(_ items: [(name: String, value: String?)]) -> String {
    if items.isEmpty { return "" }
    let words = items.map { item in
      percentEncoded(item.name) + (item.value.map { "=" + percentEncoded($0) } ?? "")
    }
    return "?" + words.joined(separator: "&")
  }
}

/// The address of a service of AWS in a region.
func awsAddress(of service: String, in region: String) -> String {
  "https://\(service).\(region).\(partitionSuffix(of: region))"
}

/// What the names of AWS's hosts end with in the part of AWS that a region belongs to.
///
/// **Source**: botocore's `partitions.json`.
private func partitionSuffix(of region: String) -> String {
  let suffixes = [
    ("cn-", "amazonaws.com.cn"), ("eusc-", "amazonaws.eu"), ("us-iso-", "c2s.ic.gov"),
    ("us-isob-", "sc2s.sgov.gov"), ("eu-isoe-", "cloud.adc-e.uk"), ("us-isof-", "csp.hci.ic.gov"),
  ]
  return suffixes.first { region.hasPrefix($0.0) }?.1 ?? "amazonaws.com"
}

/// Whether a text can stand between two dots of a host's name, in lower case.
func isHostLabel(_ text: String) -> Bool {
  let bytes = text.utf8
  let hyphen = UInt8(ascii: "-")
  return !bytes.isEmpty && bytes.count <= 63 && bytes.first != hyphen && bytes.last != hyphen
    && bytes.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == hyphen }
}

/// The host of an address.
struct Host: Equatable {
  let name: Substring

  /// The host of `http://user@host:80/path`; empty where there is none.
  init(of url: String) {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    let named = url[start...].prefix { !"/?#".contains($0) }
    let host = named.lastIndex(of: "@").map { named[$0...].dropFirst() } ?? named
    name =
      host.hasPrefix("[")
      ? host.dropFirst().prefix { $0 != "]" } : host.prefix { $0 != ":" }
  }

  /// Whether it is an address of numbers, which no name can stand before.
  var isNumeric: Bool {
    name.contains(":") || name.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
  }

  /// Whether it is this machine by its number.
  var isLoopback: Bool {
    name == "::1" || name.hasPrefix("127.") && isNumeric && name.split(separator: ".").count == 4
  }
}
