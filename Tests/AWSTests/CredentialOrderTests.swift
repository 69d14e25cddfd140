import Foundation
import HTTP
import TestSupport
import Testing

@testable import AWS

/// What botocore finds in each situation: Tests/Fixtures/AWS/credentials.jsonl.
struct CredentialOrderTests {
  struct Situation: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var variables: [String: String]
    var config: String?
    var credentials: String?
    var profile: String?
    var files: [String: String]
    var found: String

    var testDescription: String { name }

    static let all = Repository.text("Tests/Fixtures/AWS/credentials.jsonl").split(separator: "\n")
      .map {
        // The tests are nothing without them.
        try! JSONDecoder().decode(Situation.self, from: Data($0.utf8))
      }

    func machine(server: String) -> Machine {
      func placed(_ text: String) -> String {
        text.replacing("SERVER", with: server).replacing("HOME", with: Machine.home)
      }
      let machine = Machine(
        variables.mapValues(placed), config: config.map(placed),
        credentials: credentials.map(placed), files: files.mapValues(placed))
      machine.program = { words in
        if words[0] == "false" { return AWSWorld.Ending(status: 1, output: []) }
        return AWSWorld.Ending(
          status: 0, output: Array(words.dropFirst().joined(separator: " ").utf8))
      }
      return machine
    }

    /// Whose keys they are.
    func owner(_ machine: Machine) -> String {
      do {
        let now = Int(Date().timeIntervalSince1970)
        return try machine.credentials(profile: profile, at: now).accessKeyID
      } catch AWSError.noCredentials {
        return "none"
      } catch {
        return "refused"
      }
    }
  }

  @Test func `credentials are found where botocore finds them`() throws {
    let server = try Peer("roles_server.py")
    let transport = Transport()
    for situation in Situation.all {
      let machine = situation.machine(server: server.url)
      machine.answer = { request throws(HTTPError) in try transport.send(request) }
      #expect(situation.owner(machine) == situation.found, "\(situation.name)")
    }
    #expect(Situation.all.count == 57)
  }

  @Test func `the places are in botocore's order, each with a name of its own`() {
    #expect(
      CredentialSource.all.map(\.name) == [
        "environment", "role", "web identity", "SSO", "credentials file", "login",
        "credential_process", "config file", "container", "EC2",
      ])
  }
}
