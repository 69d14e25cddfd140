/// What a server answered.
package struct Response: Sendable {
  package var status: Int
  /// As they came; the last ones where a redirect was followed.
  package var headers: [Header]
  /// Empty where a sink took it. The body of an answer that is not 2xx always comes here, cut at
  /// 1 MiB.
  package var body: [UInt8]

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package var isGood: Bool { (200..<300).contains(status) }

  /// The value of the first header of that name, in letters of any case.
  package subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
