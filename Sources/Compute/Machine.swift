import CProcess
import Glibc

/// What this machine has for tasks.
package enum Machine {
  /// The numbers of the processors that we may use.
  package static var processors: [Int] {
    var numbers = [Int32](repeating: 0, count: 1024)
    let count = process_processors(&numbers, Int32(numbers.count))
    return numbers.prefix(Int(count)).map(Int.init)
  }

  /// What it is called in its network.
  package static var name: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package static var memoryMB: Int {
    sysconf(Int32(_SC_PHYS_PAGES)) / 1024 * sysconf(Int32(_SC_PAGESIZE)) / 1024
  }

  /// How many tasks may run at once when each has all that its budget grants, one at the least.
  package static func width(cores: Int?, memoryMB: Int?) -> Int {
    let byCores = processors.count / max(1, cores ?? 1)
    let byMemory = memoryMB.map { Self.memoryMB / max(1, $0) } ?? byCores
    return max(1, min(byCores, byMemory))
  }
}
