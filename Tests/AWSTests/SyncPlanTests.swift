import Testing

@testable import AWS

struct SyncPlanTests {
  private func listed(_ key: String, _ etag: String = "1", size: Int = 1) -> ListedObject {
    ListedObject(key: key, etag: etag, size: size, modifiedAt: "2026-01-01T00:00:00Z")
  }

  @Test func `one walk along both lists tells all`() {
    let plan = SyncPlan(
      listed: [
        listed("b"), listed("c", "2"), listed("d", size: 2), listed("e"), listed("f"), listed("h"),
      ],
      known: [
        KnownObject(key: "a", etag: "1", size: 1),
        KnownObject(key: "b", etag: "1", size: 1),
        KnownObject(key: "c", etag: "1", size: 1),
        KnownObject(key: "d", etag: "1", size: 1),
        KnownObject(key: "e", etag: "1", size: 1, isVanished: true),
        KnownObject(key: "f", etag: "9", size: 9, isTombstone: true),
        KnownObject(key: "g", etag: "1", size: 1, isVanished: true),
        KnownObject(key: "i", etag: "1", size: 1),
      ])
    #expect(plan.unchanged.map(\.key) == ["b"])
    #expect(plan.changed.map(\.key) == ["c", "d"])
    #expect(plan.reappeared.map(\.key) == ["e"])
    #expect(plan.new.map(\.key) == ["h"])
    #expect(plan.vanished == ["a", "i"])
  }

  @Test func `two spellings of a letter are two keys, in the order of their bytes`() {
    let composed = "out/\u{E9}"
    let decomposed = "out/e\u{301}"
    let plan = SyncPlan(
      listed: [listed(decomposed), listed(composed)],
      known: [KnownObject(key: composed, etag: "1", size: 1)])
    #expect(plan.new.count == 1)
    #expect(plan.new.first?.key.isSameKey(as: decomposed) == true)
    #expect(plan.unchanged.count == 1)
    #expect(plan.vanished == [])
  }

  @Test func `nothing is nothing`() {
    #expect(SyncPlan(listed: [], known: []) == SyncPlan(listed: [], known: []))
  }
}
