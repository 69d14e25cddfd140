import HTTP

/// Runs errands, each as often as it takes.
final class Errands: Exchange {
  private var waiting: [Errand]
  private var done = 0
  private let retry: Retry
  private var random: any RandomNumberGenerator
  private let progress: () -> Void

  init(
    _ errands: [Errand], retry: Retry, random: some RandomNumberGenerator,
    progress: @escaping () -> Void = {}
  ) {
    waiting = errands
    self.retry = retry
    self.random = random
    self.progress = progress
  }

  func next() -> Errand? {
    guard done < waiting.count else { return nil }
    done += 1
    return waiting[done - 1]
  }

  func request(for errand: Errand) throws -> Request { try errand.request() }

  func settle(
    _ errand: Errand, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    defer { progress() }
    let fault: OpenMLError
    do throws(OpenMLError) {
      try take(outcome, by: errand)
      return .settled
    } catch {
      fault = error
    }
    if fault == .transport(.cancelled) { throw HTTPError.cancelled }
    if fault.isTransient, let pause = pause(after: attempt, outcome) { return .again(after: pause) }
    try errand.fail(fault)
    return .settled
  }

  private func take(
    _ outcome: Result<Response, HTTPError>, by errand: Errand
  ) throws(OpenMLError) {
    let response: Response
    switch outcome {
    case .failure(let error): throw .transport(error)
    case .success(let answer): response = answer
    }
    guard response.isGood || response.status == 416 else {
      throw OpenMLError(response, errand.what)
    }
    do {
      waiting += try errand.take(response)
    } catch {
      throw error as? OpenMLError ?? .file(errand.what, reason: "\(error)")
    }
  }

  /// How long to wait: what the server says, a minute at most, else longer each time.
  private func pause(after attempt: Int, _ outcome: Result<Response, HTTPError>) -> Duration? {
    guard let pause = retry.pause(after: attempt, using: &random) else { return nil }
    guard case .success(let response) = outcome,
      let seconds = response[header: "Retry-After"].flatMap({ Int($0) }), seconds >= 0
    else { return pause }
    return max(pause, .seconds(min(seconds, 60)))
  }
}

extension OpenMLError {
  /// What an answer that is not good says: `{"error": {"code": "372", "message": "No results"}}`.
  init(_ response: Response, _ what: String) {
    let error = try? Reply(response.body, of: what)["error"]
    let words = [error?["message"], error?["additional_information"]].compactMap { try? $0?.text() }
    let message = words.joined(separator: ", ")
    // The codes differ from call to call; the words do not.
    let said = message.lowercased()
    func says(_ parts: String...) -> Bool { parts.contains(where: said.contains) }
    switch response.status {
    case 401, 403: self = .denied(what, message: message)
    case 404: self = .none(what, message: message)
    case 412 where says("access", "authenti", "api key", "api_key"):
      self = .denied(what, message: message)
    case 412 where says("unknown", "no results", "not found"):
      self = .none(what, message: message)
    default: self = .refused(what, status: response.status, message: message)
    }
  }
}
