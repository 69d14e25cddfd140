import Compute
import Foundation
import TestSupport
import Testing

@Suite struct ProcessorLeaseTests {
  private let folder: FreshFolder

  init() throws {
    folder = try FreshFolder()
  }

  @Test func `a processor is one lease's at a time`() throws {
    let all = Machine.processors
    var leases = try all.map { _ in try #require(ProcessorLease(1, in: folder.url.path)) }
    #expect(leases.map(\.processors) == all.map { [$0] })
    #expect(ProcessorLease(1, in: folder.url.path) == nil)
    leases.removeLast()
    #expect(ProcessorLease(1, in: folder.url.path)?.processors == [all[all.count - 1]])
  }

  @Test func `a lease that cannot be had takes nothing`() throws {
    let count = Machine.processors.count
    #expect(ProcessorLease(count + 1, in: folder.url.path) == nil)
    #expect(ProcessorLease(count, in: folder.url.path)?.processors == Machine.processors)
  }

  @Test func `none is no lease, nor is one without a place for locks`() {
    #expect(ProcessorLease(0, in: folder.url.path) == nil)
    #expect(ProcessorLease(1, in: "/no/such/folder") == nil)
  }
}
