import Foundation

/// The hosts that a file lists, one a line; what stands behind a `#` is for people.
package enum HostList {
  /// - Throws: `ComputeError` for a file that cannot be read, lists none, or has a line that is no host.
  package static func read(_ path: String) throws(ComputeError) -> [RemoteHost] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .file(path, reason: "it cannot be read")
    }
    return try parse(String(decoding: bytes, as: UTF8.self), of: path)
  }

  /// - Parameter path: what messages call the text.
  package static func parse(_ text: String, of path: String) throws(ComputeError) -> [RemoteHost] {
    var hosts: [RemoteHost] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in zip(1..., lines) {
      let word = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      if word.isEmpty { continue }
      guard let host = RemoteHost(word) else {
        throw .hosts("\(path):\(number): \"\(word)\" is no host, [user@]name[:port] is")
      }
      guard !hosts.contains(host) else {
        throw .hosts("\(path):\(number): \(host) is listed twice")
      }
      hosts.append(host)
    }
    guard !hosts.isEmpty else { throw .hosts("\(path) lists no host") }
    return hosts
  }
}
