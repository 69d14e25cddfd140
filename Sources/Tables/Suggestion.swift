/// The name that someone who typed `word` most likely meant, or nil when none is near.
///
/// Near is a third of the letters wrong, at least one, at most three and never all, where a letter left out, put
/// in, changed or swapped with its neighbour counts one and case counts nothing. Of equals the first.
///
/// ```
/// suggestion(for: "frmework", among: ["framework", "failed"])   // framework
/// ```
package func suggestion(for word: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  let limit = min(3, max(1, wanted.count / 3))
  var best: (name: String, distance: Int)?
  for name in names {
    let letters = Array(name.lowercased())
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit, distance < wanted.count, distance < best?.distance ?? .max {
      best = (name, distance)
    }
  }
  return best?.name
}

/// The optimal string alignment distance: the fewest letters to insert, delete, substitute or swap
/// with a neighbour, none touched twice.
///
/// **Source**: Damerau 1964, "A technique for computer detection and correction of spelling errors",
/// in the restricted form.
///
/// - Complexity: O(*nm*) time, O(*m*) space.
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
