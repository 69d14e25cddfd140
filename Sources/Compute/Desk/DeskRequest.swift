/// What a client asks a host to do: an object of JSON.
package enum DeskRequest: Sendable, Hashable {
  /// Starts a worker for a slice, unless it was started before.
  case start(SliceOrder)
  /// Asks how the slices of these arrays stand that were begun there.
  case look(names: [String])
  /// Asks the workers of an array to end.
  case stop(name: String)
  /// Asks for the end of what the worker said that has the position.
  case log(name: String, position: Int)
}

extension DeskRequest: Codable {
  private enum Key: String, CodingKey {
    case `do`, names, name, position
  }

  private enum Deed: String, Codable {
    case start, look, stop, log
  }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    switch try members.decode(Deed.self, forKey: .do) {
    case .start: self = .start(try SliceOrder(from: decoder))
    case .look: self = .look(names: try members.decode([String].self, forKey: .names))
    case .stop: self = .stop(name: try members.decode(String.self, forKey: .name))
    case .log:
      self = .log(
        name: try members.decode(String.self, forKey: .name),
        position: try members.decode(Int.self, forKey: .position))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    switch self {
    case .start(let order):
      try members.encode(Deed.start, forKey: .do)
      try order.encode(to: encoder)
    case .look(let names):
      try members.encode(Deed.look, forKey: .do)
      try members.encode(names, forKey: .names)
    case .stop(let name):
      try members.encode(Deed.stop, forKey: .do)
      try members.encode(name, forKey: .name)
    case .log(let name, let position):
      try members.encode(Deed.log, forKey: .do)
      try members.encode(name, forKey: .name)
      try members.encode(position, forKey: .position)
    }
  }
}

/// What a host answers: an object of JSON, without members where it has nothing of ours.
package struct DeskAnswer: Sendable, Hashable, Codable {
  /// The slices of the arrays that were named.
  package var slices: [SliceReport]?
  package var log: String?
  /// Why it did not do what was asked.
  package var error: String?

  package init(slices: [SliceReport]? = nil, log: String? = nil, error: String? = nil) {
    self.slices = slices
    self.log = log
    self.error = error
  }
}
