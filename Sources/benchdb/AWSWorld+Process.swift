import AWS
import Compute
import Foundation
import HTTP

extension AWSWorld {
  /// The machine that this process runs on. Until `send` is set, only what is near can be asked: how to
  /// ask others, the settings say, and they are read from here.
  ///
  /// - Parameter isCancelled: asked while a program runs or a server is asked.
  init(_ environment: Environment, isCancelled: @escaping () -> Bool) {
    let nearby = Transport(.nearby, isCancelled: isCancelled)
    let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
    let send = { (request: Request) throws(HTTPError) in try nearby.send(request) }
    self.init(
      variables: environment.variables, home: home, read: Self.bytes(of:), write: Self.keep,
      run: { words in try environment.run(words, isCancelled: isCancelled) }, send: send,
      sendNearby: send)
  }

  /// What is no file, /dev/null for one, counts as none, as it does to the AWS CLI.
  private static func bytes(of path: String) throws -> [UInt8]? {
    var about = stat()
    guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return nil }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// Writes a file that holds a secret.
  private static func keep(_ path: String, _ bytes: [UInt8]) throws {
    try File.makeFolder(URL(filePath: path).deletingLastPathComponent().relativePath)
    try File.write(path, replacing: true) { sink in
      guard fchmod(sink.descriptor, 0o600) == 0 else { throw Failure(unwritable: path, errno) }
      try sink.write(bytes)
    }
  }
}

extension TransportOptions {
  /// For servers on this machine or the one below it, which are there at once or not at all.
  fileprivate static var nearby: TransportOptions {
    var options = TransportOptions()
    options.connectTimeout = .seconds(1)
    options.answerTimeout = .seconds(2)
    options.userAgent = "benchdb/\(BenchDB.version)"
    return options
  }
}

extension Environment {
  /// Runs a program that is found as a shell finds it; its errors go to ours, since it may have to ask
  /// the user to log in.
  fileprivate func run(
    _ words: [String], isCancelled: () -> Bool
  ) throws -> AWSWorld.Ending {
    guard let name = words.first, let path = path(of: name) else {
      throw Failure(.configuration, "there is no program \(words.first ?? "").")
    }
    var program = Subprocess(
      program: path, arguments: Array(words.dropFirst()),
      folder: FileManager.default.currentDirectoryPath)
    program.environment = variables
    program.errors = .shared
    let ending = try program.run(isCancelled: isCancelled)
    switch ending.cause {
    case .exited(let status):
      return AWSWorld.Ending(status: Int(status), output: Array(ending.log.utf8))
    case .cancelled: throw Failure(.interrupted, "stopped.")
    case .signalled, .outOfMemory, .overTime, .overMemory:
      throw Failure(.configuration, "\(name) did not end by itself.")
    }
  }
}
