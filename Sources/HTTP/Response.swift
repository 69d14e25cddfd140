/// What a server answered.
package struct Response: Sendable {
  package var status: Int
  /// Empty where a sink took it. The body of an answer that is not 2xx always comes here, cut at
  /// 1 MiB.
  package var body: [UInt8]
  private var head: Head

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.init(status: status, head: Head(headers), body: body)
  }

  init(status: Int, head: Head, body: [UInt8]) {
    self.status = status
    self.head = head
    self.body = body
  }

  package var isGood: Bool { (200..<300).contains(status) }

  /// As they came; the last ones where a redirect was followed.
  package var headers: [Header] {
    get { head.headers }
    set { head = Head(newValue) }
  }

  /// The value of the first header of that name, in letters of any case.
  package subscript(header name: String) -> String? { head[name] }
}
