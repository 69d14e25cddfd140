import ArgumentParser
import Compute
import Foundation

struct Attend: Verb {
  static let configuration = CommandConfiguration(
    abstract: "On a host that is reached over SSH: do what its client asks for.",
    discussion: """
      Reads one request, an object of JSON, and answers it by another: to begin a worker that needs \
      nobody, to say how workers stand, to end them. Clients run it themselves; all it keeps is in \
      ~/.benchdb.

      Example: echo '{"do":"look","names":["trial"]}' | benchdb attend
      """)

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    guard let home = session.environment["HOME"] else {
      throw Failure(.configuration, "HOME is not set.")
    }
    let request = try FileHandle.standardInput.readToEnd() ?? Data()
    let desk = HostDesk(
      folder: "\(home)/.benchdb", variables: session.environment.variables)
    try session.write(desk.answer(request) + "\n")
  }
}
