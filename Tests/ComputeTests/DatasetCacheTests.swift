import Benchmark
import Compute
import Foundation
import Synchronization
import TestSupport
import Testing

struct DatasetCacheTests {
  /// A store elsewhere that counts what is fetched from it.
  private final class Elsewhere: ObjectStore {
    let root = "s3://lab/"
    let gets = Atomic(0)
    let files: FolderStore

    init(_ files: FolderStore) { self.files = files }

    func get(_ key: String) throws -> [UInt8]? {
      gets.add(1, ordering: .relaxed)
      return try files.get(key)
    }
    func put(_ bytes: [UInt8], to key: String) throws { try files.put(bytes, to: key) }
    func version(of key: String) throws -> String? { try files.version(of: key) }
    func remove(_ key: String) throws { try files.remove(key) }
  }

  private static let dataset = Dataset(openMLID: 31, name: "credit-g")

  private static func elsewhere(_ folder: FreshFolder) throws -> Elsewhere {
    let store = Elsewhere(FolderStore(path: folder.url.path))
    try store.put(Array("x,target\n1,0\n2,1\n".utf8), to: "datasets/31.csv")
    try store.put(
      Array("NAME,TYPE\nx,numerical\ntarget,target\n".utf8), to: "datasets/31_types.csv")
    return store
  }

  @Test func `a dataset is fetched once, and again when it is another`() throws {
    let (remote, local) = (try FreshFolder(), try FreshFolder())
    let store = try Self.elsewhere(remote)
    let cache = DatasetCache(in: local.url.path)
    let first = try cache.folder(with: Self.dataset, of: store)
    #expect(try first.data(of: Self.dataset) == first.data(of: Self.dataset))
    #expect(try cache.folder(with: Self.dataset, of: store) == first)
    #expect(store.gets.load(ordering: .relaxed) == 2)
    try store.put(Array("x,target\n1,0\n2,1\n3,1\n".utf8), to: "datasets/31.csv")
    #expect(try cache.folder(with: Self.dataset, of: store) != first)
    #expect(local.names.count == 2)
  }

  @Test func `workers that fetch it at once do each other no harm`() throws {
    let (remote, local) = (try FreshFolder(), try FreshFolder())
    let store = try Self.elsewhere(remote)
    let cache = DatasetCache(in: local.url.path)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let folder = try? cache.folder(with: Self.dataset, of: store)
      #expect((try? folder?.data(of: Self.dataset)) != nil)
    }
    #expect(local.names.count == 1)
  }

  @Test func `a shared folder is read in place`() throws {
    let remote = try FreshFolder()
    let store = FolderStore(path: remote.url.path)
    let folder = try DatasetCache(in: "/nowhere").folder(with: Self.dataset, of: store)
    #expect(folder.path == remote.url.path + "/datasets")
  }

  @Test func `a dataset that is not there is told of`() throws {
    let store = try Self.elsewhere(FreshFolder())
    #expect(throws: ComputeError.self) {
      try DatasetCache(in: "/nowhere").folder(with: Dataset(name: "other"), of: store)
    }
  }
}
