import CCurl
import Glibc

extension HTTPError {
  /// What libcurl's code means to who asked for `url`.
  ///
  /// - Parameters:
  ///   - message: libcurl's own words on this case, if it has any.
  ///   - hasConnected: Whether the request was on its way, so that it is the answer that is wrong.
  init(
    _ code: CURLcode, of easy: UnsafeMutableRawPointer, message: String, url: String,
    caBundle: String?, hasConnected: Bool
  ) {
    let reason = Self.reason(message.isEmpty ? String(cString: curl_easy_strerror(code)) : message)
    let host = Self.host(of: url)
    switch code {
    case CURLE_URL_MALFORMAT,
      CURLE_UNSUPPORTED_PROTOCOL where !hasConnected:
      self = .badURL(url)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      self = .broken(host: host, reason: "it does not speak HTTP")
    case CURLE_COULDNT_RESOLVE_HOST:
      self = .unreachable(host: host, reason: "no such host")
    case CURLE_COULDNT_RESOLVE_PROXY:
      self = .unreachable(host: host, reason: "no such proxy")
    case CURLE_COULDNT_CONNECT:
      self = .unreachable(host: host, reason: Self.systemReason(of: easy) ?? reason)
    case CURLE_OPERATION_TIMEDOUT:
      self = .timeout(.connection, host: host)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      self = .certificate(host: host, reason: reason)
    case CURLE_SSL_CACERT_BADFILE:
      self = .file(caBundle ?? "the system's file of certificates")
    default:
      self = .broken(host: host, reason: reason)
    }
  }

  /// The host in an address, with its port where it has one: `127.0.0.1:9000`.
  package static func host(of url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = rest.prefix { !"/?#".contains($0) }
    return String(authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "")
  }

  /// The system's words, "connection refused"; nil where the system said nothing.
  private static func systemReason(of easy: UnsafeMutableRawPointer) -> String? {
    var number = 0
    ccurl_get_long(easy, CURLINFO_OS_ERRNO, &number)
    return number == 0 ? nil : reason(String(cString: strerror(Int32(number))))
  }

  /// Words of libcurl or the system as they read after a colon.
  private static func reason(_ words: String) -> String {
    var rest = Substring(words)
    for start in ["SSL certificate problem: ", "SSL: ", "Recv failure: ", "Send failure: "]
    where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let isName = rest.dropFirst().first?.isUppercase ?? false
    return isName ? String(rest) : rest.prefix(1).lowercased() + rest.dropFirst()
  }
}
