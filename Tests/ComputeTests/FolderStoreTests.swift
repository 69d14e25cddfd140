import Compute
import Foundation
import TestSupport
import Testing

struct FolderStoreTests {
  private static func store() throws -> (FolderStore, FreshFolder) {
    let folder = try FreshFolder()
    return (FolderStore(path: folder.url.path), folder)
  }

  @Test func `what is put is there, whole, and may be put again`() throws {
    let (store, folder) = try Self.store()
    #expect(try store.get("out/results7.csv") == nil)
    #expect(try store.version(of: "out/results7.csv") == nil)
    try store.put([1, 2], to: "out/results7.csv")
    let version = try store.version(of: "out/results7.csv")
    try store.put([3, 2, 1], to: "out/results7.csv")
    #expect(try store.get("out/results7.csv") == [3, 2, 1])
    #expect(try store.version(of: "out/results7.csv") != version)
    #expect(folder.names == ["out"])
  }

  @Test func `what is removed is gone, and may be removed again`() throws {
    let (store, _) = try Self.store()
    try store.put([1], to: "a")
    for _ in 0..<2 { try store.remove("a") }
    #expect(try store.get("a") == nil)
    try store.remove("no/such/folder")
  }

  @Test(arguments: ["", "/etc/passwd", "../a", "a/../../b", "a//b", "a/./b", "a/", "a\0b"])
  func `no key leads out of the folder`(key: String) throws {
    let (store, _) = try Self.store()
    #expect(throws: ComputeError.unsafeKey(key)) { try store.put([1], to: key) }
    #expect(throws: ComputeError.unsafeKey(key)) { try store.get(key) }
  }
}
