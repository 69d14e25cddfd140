extension BenchmarkTask {
  /// The least `objectID`: far beyond any place in a plan of the original's.
  package static let leastObjectID = 1_000_000_000_000_000

  /// The number that names this task's objects: `out/results<ID>.csv`.
  ///
  /// It follows from the task alone, and so is the same in every warehouse and for every engine; another
  /// version, budget or fold has another.
  ///
  /// **Edge cases**: it fits the 53 bits that every reader of JSON takes. Two of a million tasks meet
  /// with a probability of 1 in 2,000; the record tells whose an object is.
  ///
  /// **Source**: FNV-1a of 64 bits (draft-eastlake-fnv) over the fields, a zero byte behind each, then
  /// the finalizer of SplitMix64, of which the upper 50 bits.
  package var objectID: Int {
    let fields = [
      framework.name, framework.version, dataset.stem, type.rawValue, String(seed), String(fold),
      budget.name,
    ]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for field in fields {
      for byte in field.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    return Self.leastObjectID + Int(hash >> 14)
  }
}
