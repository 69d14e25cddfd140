/// A conversation of many requests that a `Transport` holds, many at a time, on one thread.
///
/// `next` says what to ask, `request` how it is worded, `settle` hears the answer. A job is asked again
/// when `settle` says so, by a request made anew: signatures age, and clocks and regions get corrected.
package protocol Exchange: AnyObject {
  associatedtype Job

  /// The next thing to ask; nil for nothing at this moment. It is asked again after every answer;
  /// the exchange ends when it gives nil and nothing is under way.
  func next() throws -> Job?

  /// The request for a job, made for each attempt.
  func request(for job: Job) throws -> Request

  /// Hears how an attempt went. What it throws ends the exchange and cancels all that is under way.
  ///
  /// - Parameter attempt: 1 for the first.
  func settle(_ job: Job, _ outcome: Result<Response, HTTPError>, attempt: Int) throws -> Verdict
}

/// What becomes of a job after an attempt.
package enum Verdict: Sendable, Equatable {
  case settled
  /// To be asked again, not before that time has passed.
  case again(after: Duration)
}
