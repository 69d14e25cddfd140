package import HTTP

/// The machine, as the AWS configuration sees it. It is passed in: nothing in this target asks for a
/// variable, a file or a process by itself.
package struct AWSWorld: HoldsSecrets {
  package var variables: [String: String]
  /// The user's folder, which `~` stands for.
  package var home: String
  /// The bytes of a file; nil where there is none.
  package var read: (_ path: String) throws -> [UInt8]?
  /// Writes a file that only its owner may read, and the folders above it.
  package var write: (_ path: String, _ bytes: [UInt8]) throws -> Void
  /// Runs a program, its name and its arguments as they stand, with the variables above.
  package var run: (_ words: [String]) throws -> Ending
  /// Asks a server.
  package var send: (Request) throws(HTTPError) -> Response
  /// Asks the server that tells a machine or a container who it is: it answers within a second or is
  /// not there, and no proxy leads to it.
  package var sendNearby: (Request) throws(HTTPError) -> Response

  /// How a program ended, and what it said.
  package struct Ending: Sendable {
    package var status: Int
    package var output: [UInt8]
    package var errors: [UInt8]

    package init(status: Int, output: [UInt8], errors: [UInt8] = []) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  package init(
    variables: [String: String], home: String,
    read: @escaping (_ path: String) throws -> [UInt8]?,
    write: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void,
    run: @escaping (_ words: [String]) throws -> Ending,
    send: @escaping (Request) throws(HTTPError) -> Response,
    sendNearby: @escaping (Request) throws(HTTPError) -> Response
  ) {
    self.variables = variables
    self.home = home
    self.read = read
    self.write = write
    self.run = run
    self.send = send
    self.sendNearby = sendNearby
  }
}

extension AWSWorld {
  /// A variable's value; nil when it is unset or empty.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A path with the user's folder for `~`.
  func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  /// The bytes of a file, whose path may begin with `~`; nil where there is none.
  func bytes(of path: String) throws(AWSError) -> [UInt8]? {
    do {
      return try read(expanded(path))
    } catch {
      throw .configuration("\(path) cannot be read.")
    }
  }

  /// The text of a file that has to be there, without spaces at its ends.
  func text(of path: String, for origin: String) throws(AWSError) -> String {
    guard let bytes = try bytes(of: path) else {
      throw .credentials(origin: origin, reason: "there is no file \(path).")
    }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }
}

extension StringProtocol {
  /// Without the spaces and line ends around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
