/// The largest sets of two or more of `count` things that are all alike, none inside another.
///
/// **Shape**: things are numbered from 0; each set ascends, and the sets are in the order of their
/// numbers.
///
/// **Source**: Bron and Kerbosch, Finding all cliques of an undirected graph, Communications of the
/// ACM 16 (1973), with Tomita's pivot.
/// - Complexity: O(3^(n/3)) for n things, far less where most are alike or most are not.
func maximalCliques(of count: Int, alike: (Int, Int) -> Bool) -> [[Int]] {
  let neighbours = (0..<count).map { one in
    Set((0..<count).filter { $0 != one && alike(one, $0) })
  }
  var cliques: [[Int]] = []
  func extend(_ clique: [Int], by candidates: Set<Int>, without excluded: Set<Int>) {
    var (candidates, excluded) = (candidates, excluded)
    let pivot = candidates.union(excluded)
      .max {
        neighbours[$0].intersection(candidates).count
          < neighbours[$1].intersection(candidates).count
      }
    guard let pivot else {
      if clique.count > 1 { cliques.append(clique.sorted()) }
      return
    }
    for one in candidates.subtracting(neighbours[pivot]) {
      extend(
        clique + [one], by: candidates.intersection(neighbours[one]),
        without: excluded.intersection(neighbours[one]))
      candidates.remove(one)
      excluded.insert(one)
    }
  }
  extend([], by: Set(0..<count), without: [])
  return cliques.sorted { $0.lexicographicallyPrecedes($1) }
}
