extension Collection {
  /// The elements in their order, `size` at a time; the last batch may have fewer.
  func batches(of size: Int) -> [SubSequence] {
    var (batches, rest): ([SubSequence], SubSequence) = ([], self[...])
    while !rest.isEmpty {
      batches.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return batches
  }
}
