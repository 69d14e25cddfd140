/// A machine that is reached over SSH, as a list of hosts names it: `[user@]name[:port]`.
///
/// Whatever is not said is as `ssh` has it configured; the name may be one of its configuration's.
package struct RemoteHost: Sendable, Hashable, LosslessStringConvertible {
  package let user: String?
  /// A name, an IPv4 address, or an IPv6 address without its brackets.
  package let name: String
  package let port: Int?

  package init(user: String?, name: String, port: Int?) {
    self.user = user
    self.name = name
    self.port = port
  }

  /// Nil for what could be taken for an option or for more than a name.
  package init?(_ description: String) {
    let form = /(?:(\w[\w.-]*)@)?([A-Za-z0-9][\w.-]*|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?/
      .asciiOnlyWordCharacters()
    guard description.utf8.count <= 300, let parts = description.wholeMatch(of: form) else {
      return nil
    }
    let port = parts.3.flatMap { Int($0) }
    if let port, !(1...65_535).contains(port) { return nil }
    let name = parts.2.trimmingBrackets
    self.init(user: parts.1.map(String.init), name: name, port: port)
  }

  package var description: String {
    let name = name.contains(":") ? "[\(name)]" : name
    return (user.map { "\($0)@" } ?? "") + name + (port.map { ":\($0)" } ?? "")
  }
}

extension Substring {
  fileprivate var trimmingBrackets: String {
    String(hasPrefix("[") ? dropFirst().dropLast() : self)
  }
}
