/// How a `Transport` connects, and how long it waits.
///
/// Nothing here comes from the environment by itself: proxies and bundles are the caller's to pass on.
package struct TransportOptions: Sendable {
  /// To find the host, take the connection and agree on TLS.
  package var connectTimeout = Duration.seconds(10)
  /// From the request, or the last of it that was sent, to the first byte of the answer.
  package var answerTimeout = Duration.seconds(60)
  /// Without a byte of an answer that has begun.
  package var stallTimeout = Duration.seconds(30)

  /// The proxy for `http://`, as `http_proxy` names it; nil for none.
  package var httpProxy: String?
  /// The proxy for `https://`, as `HTTPS_PROXY` names it; nil for none.
  package var httpsProxy: String?
  /// The hosts that are reached without a proxy, separated by commas, as in `NO_PROXY`; `*` is all.
  package var noProxy = ""

  /// A file of certificates, in PEM, that are trusted instead of the system's.
  package var caBundle: String?
  /// Who asks: `benchdb/1.2`.
  package var userAgent = "benchdb"

  package init() {}
}
