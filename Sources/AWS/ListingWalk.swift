/// The listing of some prefixes of a bucket, as pages that can be asked side by side.
///
/// A prefix of more than a page is cut where its keys' numbers begin with another digit, once the
/// store has shown that it starts a listing where it is told to; ten answers then come in the time of
/// one. A store that does not is listed page after page.
package struct ListingWalk {
  /// A stretch of keys that is listed page after page.
  package struct Stretch: Sendable {
    let prefix: String
    /// Keys up to and including this one are another stretch's.
    var after: String?
    /// The last key that may belong to it; nil for the prefix's end.
    var through: String?
    var continuation: String?
    /// The last key that was listed, whether or not it belongs.
    var last: String?
    /// Cuts that wait for the answer to a first page that starts at the first of them.
    var cuts: [String] = []
    var state = State.ready
  }

  enum State: Sendable {
    case ready, asked
    /// Waits for the stretch that tries whether the store starts where it is told to.
    case held
    case done
  }

  private(set) var stretches: [Stretch]
  /// Which stretch each trial is for.
  private var trials: [Int: Int] = [:]

  package init(prefixes: [String]) {
    stretches = prefixes.map { Stretch(prefix: $0) }
  }

  /// Whether all pages have come.
  package var isDone: Bool {
    stretches.allSatisfy { $0.state == .done }
  }

  /// Lists an interval once more; the number of the stretch that does.
  package mutating func check(_ interval: ListedInterval) -> Int {
    stretches.append(
      Stretch(prefix: interval.prefix, after: interval.after, through: interval.through))
    return stretches.count - 1
  }

  /// The number of a stretch whose next page is to be asked for now; nil for none.
  package mutating func next() -> Int? {
    guard let index = stretches.firstIndex(where: { $0.state == .ready }) else { return nil }
    stretches[index].state = .asked
    return index
  }

  /// What asks for the next page of a stretch.
  package func call(for index: Int) -> S3Call {
    let stretch = stretches[index]
    return .list(
      prefix: stretch.prefix, after: stretch.continuation == nil ? stretch.after : nil,
      continuation: stretch.continuation)
  }

  /// Takes a stretch's page and gives what of it belongs to the stretch.
  ///
  /// - Throws: `XMLReader.Fault` for keys that are not in order; the page may be asked for again.
  package mutating func take(
    _ page: ListingPage, of index: Int
  ) throws(XMLReader.Fault) -> ListedInterval? {
    try checkOrder(of: page, after: stretches[index].last)
    if let held = trials.removeValue(forKey: index) {
      guard settleTrial(index, of: held, by: page) else { return nil }
    }
    let stretch = stretches[index]
    let start = stretch.last ?? stretch.after
    let belonging = page.objects.filter { stretch.owns($0.key) }
    let isPast = page.objects.last.map { stretch.isBehind($0.key) } ?? false
    let goesOn = page.continuation != nil && !isPast
    stretches[index].last = page.objects.last?.key ?? stretch.last
    stretches[index].continuation = page.continuation
    stretches[index].state = goesOn ? .ready : .done
    if goesOn, stretch.last == nil, stretch.after == nil { tryToCut(index, page) }
    return ListedInterval(
      prefix: stretch.prefix, after: start,
      through: goesOn ? page.objects.last?.key : stretch.through,
      objects: belonging)
  }

  private func checkOrder(of page: ListingPage, after last: String?) throws(XMLReader.Fault) {
    var before = last
    for object in page.objects {
      guard before?.precedes(object.key) ?? true else {
        throw XMLReader.Fault("the listing's keys are not in order")
      }
      before = object.key
    }
  }

  // MARK: Cutting

  /// Lets a second stretch begin at the first cut, and the rest wait for what comes of it.
  private mutating func tryToCut(_ index: Int, _ page: ListingPage) {
    let prefix = stretches[index].prefix
    let cuts = page.objects.last.map { Self.cuts(after: $0.key, within: prefix) } ?? []
    guard let cut = cuts.first else { return }
    stretches[index].cuts = cuts
    stretches[index].state = .held
    trials[stretches.count] = index
    stretches.append(Stretch(prefix: stretches[index].prefix, after: cut))
  }

  /// Where keys' numbers begin with a higher digit than that of the last key so far: `out/results2` …
  /// `out/results9` after `out/results1897.csv`.
  static func cuts(after last: String, within prefix: String) -> [String] {
    guard last.begins(with: prefix),
      let place = last.utf8.dropFirst(prefix.utf8.count).firstIndex(where: { 0x30...0x38 ~= $0 })
    else { return [] }
    return (last.utf8[place] + 1...0x39).map { last[..<place] + String(UnicodeScalar($0)) }
  }

  /// Cuts as planned, or not at all if the store began elsewhere than it was told.
  private mutating func settleTrial(_ index: Int, of held: Int, by page: ListingPage) -> Bool {
    stretches[held].state = .ready
    let cuts = stretches[held].cuts
    stretches[held].cuts = []
    guard let cut = stretches[index].after,
      page.objects.first.map({ cut.precedes($0.key) }) ?? true
    else {
      stretches[index].state = .done
      return false
    }
    stretches[held].through = cut
    stretches[index].through = cuts.dropFirst().first
    for (position, cut) in cuts.enumerated().dropFirst() {
      var stretch = Stretch(prefix: stretches[held].prefix, after: cut)
      stretch.through = cuts.dropFirst(position + 1).first
      stretches.append(stretch)
    }
    return true
  }
}

extension ListingWalk.Stretch {
  /// Whether a key that was listed is this stretch's.
  func owns(_ key: String) -> Bool {
    key.begins(with: prefix) && (after?.precedes(key) ?? true) && !isBehind(key)
  }

  /// Whether a key lies after all that are this stretch's.
  func isBehind(_ key: String) -> Bool {
    if let through, through.precedes(key) { return true }
    return !key.begins(with: prefix) && prefix.precedes(key)
  }
}

/// All objects that a bucket has of a prefix after one key and up to another.
package struct ListedInterval: Sendable, Equatable {
  package var prefix: String
  /// Nil for the prefix's beginning.
  package var after: String?
  /// Itself within; nil for the prefix's end.
  package var through: String?
  package var objects: [ListedObject]
}
