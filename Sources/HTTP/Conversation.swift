/// An exchange while it is held: which job is at which transfer, and which wait to be asked again.
struct Conversation<Held: Exchange> {
  private struct Asked {
    var job: Held.Job
    var attempt: Int
  }

  private let exchange: Held
  private let lane: Lane
  private let inFlight: Int
  private let isCancelled: () -> Bool
  /// By the slot of the transfer.
  private var underWay: [Asked?] = []
  private var countUnderWay = 0
  private var waiting = Waiting<Asked>()

  init(_ exchange: Held, on lane: Lane, inFlight: Int, isCancelled: @escaping () -> Bool) {
    self.exchange = exchange
    self.lane = lane
    self.inFlight = inFlight
    self.isCancelled = isCancelled
  }

  /// Holds it to its end.
  mutating func hold() throws {
    guard !isCancelled() else { throw HTTPError.cancelled }
    while try fill() {
      // Where all places are taken, what is due has to wait for one, and so must we.
      lane.advance(until: countUnderWay < inFlight ? waiting.nextDue : nil)
      if lane.look(), isCancelled() { throw HTTPError.cancelled }
      while let transfer = lane.nextEnded() { try settle(transfer) }
    }
  }

  /// Starts as much as may be under way.
  ///
  /// - Returns: Whether there is anything to wait for.
  private mutating func fill() throws -> Bool {
    while countUnderWay < inFlight, let asked = try nextAsked() { try start(asked) }
    return countUnderWay > 0 || !waiting.isEmpty
  }

  /// What is due to be asked again, or else something new. When very much waits already, the server is
  /// in trouble, and nothing new is asked.
  private mutating func nextAsked() throws -> Asked? {
    if let again = waiting.popDue(at: lane.now) { return again }
    guard waiting.count < 16 * inFlight else { return nil }
    return try exchange.next().map { Asked(job: $0, attempt: 1) }
  }

  private mutating func start(_ asked: Asked) throws {
    let request = try exchange.request(for: asked.job)
    try request.sink?.restart()
    let transfer = lane.idleTransfer()
    do throws(HTTPError) {
      try transfer.begin(request, at: lane.now)
    } catch {
      lane.giveBack(transfer)
      return try settle(asked, .failure(error))
    }
    while underWay.count <= transfer.slot { underWay.append(nil) }
    underWay[transfer.slot] = asked
    countUnderWay += 1
    lane.start(transfer)
  }

  private mutating func settle(_ transfer: Transfer) throws {
    let outcome = try transfer.outcome()
    lane.giveBack(transfer)
    guard let asked = underWay[transfer.slot].take() else { return }
    countUnderWay -= 1
    try settle(asked, outcome)
  }

  private mutating func settle(_ asked: Asked, _ outcome: Result<Response, HTTPError>) throws {
    switch try exchange.settle(asked.job, outcome, attempt: asked.attempt) {
    case .settled: break
    case .again(let pause):
      waiting.insert(
        Asked(job: asked.job, attempt: asked.attempt + 1), due: .now + max(.zero, pause))
    }
  }
}
