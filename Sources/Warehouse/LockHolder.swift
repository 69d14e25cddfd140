internal import Foundation

/// The process that holds a lock on a database file, as Linux tells it.
package struct LockHolder: Sendable, Equatable, CustomStringConvertible {
  package let processID: Int32
  /// The program's name, empty where it may not be read.
  package let program: String

  package var description: String {
    program.isEmpty ? "process \(processID)" : "\(program) (process \(processID))"
  }

  /// Whoever holds the write lock on the database at `path`; nil when nobody is found.
  ///
  /// `/proc/locks` names each POSIX lock's process and file; in WAL mode SQLite locks bytes of the
  /// `-shm` file, of which 120 is the writer's (https://sqlite.org/walformat.html, section 2.3.1).
  init?(of path: String) {
    let files = [path + "-shm", path].compactMap(Self.inode)
    guard let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
      return nil
    }
    let holders = locks.split(separator: "\n").compactMap { Self.writer($0, of: files) }
    guard let process = holders.first(where: { $0 != getpid() }) else { return nil }
    processID = process
    let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
    program = name?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }

  /// `1: POSIX  ADVISORY  WRITE 4711 08:02:131 120 120` as its process, if the inode is one of ours.
  private static func writer(_ line: Substring, of inodes: [String]) -> Int32? {
    let fields = line.split(separator: " ")
    guard fields.count >= 8, fields.contains("WRITE"),
      let file = fields.first(where: { $0.count(where: { $0 == ":" }) == 2 }),
      let inode = file.split(separator: ":").last, inodes.contains(String(inode))
    else { return nil }
    return fields.firstIndex(of: "WRITE").flatMap { Int32(fields[$0 + 1]) }
  }

  private static func inode(_ path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.systemFileNumber] as? NSNumber).map(\.stringValue)
  }
}
