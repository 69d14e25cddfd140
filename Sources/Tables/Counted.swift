/// A count with its noun, in the plural unless it is one: `1 dataset`, `1,800 runs`, `2 classes`.
package func counted(_ count: Int, _ noun: String) -> String {
  let plural = noun.hasSuffix("s") ? noun + "es" : noun + "s"
  return "\(grouped(count)) \(count == 1 ? noun : plural)"
}
