import AWS
import Compute
import Foundation
import Warehouse

/// Brings what a shared folder holds into the warehouse, as `BucketSync` does with a bucket.
///
/// A file is known by its size and the time of its last change. Directories, links and files that are
/// being written are nothing of ours.
struct FolderSync {
  let store: FolderStore
  let scope: SyncScope
  let target: BucketSync.Target
  let rehearse: (SyncState.Change) throws -> Void
  let progress: (SyncState) -> Void
  let isInterrupted: () -> Bool

  private(set) var state = SyncState()
  private var batch = SyncBatch()

  /// What is kept of a body.
  private static let room = 4 << 20

  init(
    _ store: FolderStore, scope: SyncScope, target: BucketSync.Target,
    rehearse: @escaping (SyncState.Change) throws -> Void,
    progress: @escaping (SyncState) -> Void, isInterrupted: @escaping () -> Bool
  ) {
    self.store = store
    self.scope = scope
    self.target = target
    self.rehearse = rehearse
    self.progress = progress
    self.isInterrupted = isInterrupted
  }

  /// - Throws: `Failure` with `interrupted` after a request to end; what was read before is written.
  mutating func run() throws {
    for prefix in scope.prefixes where prefix != SyncScope.orphans { try compare(prefix) }
    try write()
  }

  /// Finds what is to be done about the files below a prefix, and does it.
  private mutating func compare(_ prefix: String) throws {
    let files = try files(prefix)
    let known = try target.store.ledger(
      of: target.source.name, after: prefix, through: prefix.successor
    ).filter { $0.key.utf8.starts(with: prefix.utf8) }.map { entry in
      KnownObject(
        key: entry.key, etag: entry.etag, size: entry.size, isVanished: entry.isVanished,
        isTombstone: entry.isTombstone)
    }
    let plan = SyncPlan(listed: files, known: known)
    if !files.isEmpty { state.isFolderEmpty = false }
    state.listed += files.count
    state.unchanged += plan.unchanged.count
    let wanted = plan.new.map { ("new", $0) } + plan.changed.map { ("changed", $0) }
    state.wanted += wanted.count
    state.wantedBytes += wanted.reduce(0) { $0 + $1.1.size }
    for (deed, file) in wanted where scope.covers(modifiedAt: file.modifiedAt) {
      try take(file, deed)
    }
    for file in plan.reappeared {
      try note(SyncState.Change(deed: "reappeared", key: file.key))
      if !scope.isRehearsal { batch.reappeared.append(file.key) }
    }
    for key in plan.vanished {
      try note(SyncState.Change(deed: "vanished", key: key))
      if !scope.isRehearsal { batch.vanished.append(key) }
    }
  }

  /// The files whose keys begin with a prefix, in the order of their bytes.
  private func files(_ prefix: String) throws -> [ListedObject] {
    let folder = prefix.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard
      let entries = FileManager.default.enumerator(
        at: URL(filePath: store.root + folder),
        includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey, .contentModificationDateKey],
        options: [.skipsHiddenFiles])
    else { return [] }
    var files: [ListedObject] = []
    while let url = entries.nextObject() as? URL {
      guard url.path.hasPrefix(store.root) else { continue }
      let key = String(url.path.dropFirst(store.root.count))
      guard key.utf8.starts(with: prefix.utf8), scope.key(key) != nil,
        try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
        let file = listed(key)
      else { continue }
      files.append(file)
    }
    return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private func listed(_ key: String) -> ListedObject? {
    guard let version = try? store.version(of: key),
      let attributes = try? FileManager.default.attributesOfItem(atPath: store.root + key),
      let size = attributes[.size] as? Int, let date = attributes[.modificationDate] as? Date
    else { return nil }
    return ListedObject(
      key: key, etag: version, size: size, modifiedAt: date.formatted(.iso8601))
  }

  private mutating func take(_ file: ListedObject, _ deed: String) throws {
    try note(
      SyncState.Change(
        deed: deed, key: file.key, size: file.size, modifiedAt: file.modifiedAt))
    // One that is gone since it was listed is no file any more.
    guard !scope.isRehearsal, let key = scope.key(file.key), let bytes = try store.get(file.key)
    else { return }
    let body = ObjectBody(etag: file.etag, room: Self.room)
    bytes.withUnsafeBytes(body.receive)
    state.fetched += 1
    state.fetchedBytes += bytes.count
    let object = BucketObject(
      key: file.key, etag: file.etag, size: file.size, modifiedAt: file.modifiedAt)
    batch.add(
      SyncBatch.Fetched(object: object, key: key, body: body.bytes, size: bytes.count))
    progress(state)
    if batch.isFull { try write() }
    guard isInterrupted() else { return }
    try write()
    throw Failure(
      .interrupted,
      "stopped. \(state.fetched) files are in the warehouse; run it again, and it goes on.")
  }

  private mutating func note(_ change: SyncState.Change) throws {
    guard scope.isRehearsal else { return }
    state.rehearsed[change.deed, default: 0] += 1
    try rehearse(change)
  }

  private mutating func write() throws {
    guard !batch.isEmpty else { return }
    let batch = batch
    self.batch = SyncBatch()
    state.counts += try target.store.writeBucket(
      target.source, budget: target.budget, studyTypes: target.studyTypes
    ) { writer in try batch.write(to: &writer) }
  }
}
