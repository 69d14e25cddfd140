import Foundation
import Glibc
import Tables

/// The private folder that one job lives in while it runs.
struct JobFolder {
  let path: String

  /// What must be free before a run: less, and it would fail of that sooner or later.
  private static let leastMB = 100

  /// Makes a folder below `parent` that nobody else can look into.
  init(in parent: String) throws(ComputeError) {
    let system = try? FileManager.default.attributesOfFileSystem(forPath: parent)
    let freeMB = (system?[.systemFreeSize] as? NSNumber).map { $0.int64Value >> 20 }
    if let freeMB, freeMB < Self.leastMB {
      throw .file(parent, reason: "\(freeMB) MB are free there, a run needs \(Self.leastMB)")
    }
    let blank = String(repeating: "X", count: 6)  // mkdtemp fills it in
    var template = Array("\(parent)/benchdb-job-\(blank)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .file(parent, reason: String(cString: strerror(errno)).lowercased())
    }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// Writes what the adapter is to find, and the adapter itself when it travels in the binary.
  func write(_ job: Job, adapter: Adapter) throws(ComputeError) {
    try write(job.train.formatted(.csv), to: job.order.train)
    try write(job.test.formatted(.csv), to: job.order.test)
    try write(job.types.formatted(.csv), to: job.order.types)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try write(String(decoding: encoder.encode(job.order), as: UTF8.self), to: "job.json")
      try FileManager.default.createDirectory(
        atPath: "\(path)/tmp", withIntermediateDirectories: false)
    } catch {
      throw .file(path, reason: "\(error)")
    }
    if adapter.isPython {
      try write(FrameworkCatalog.jobModule.text, to: FrameworkCatalog.jobModule.name)
    }
    guard adapter.origin == .builtIn else { return }
    for file in adapter.files {
      try write(file.text, to: file.name)
    }
    chmod("\(path)/\(adapter.program)", 0o700)
  }

  /// The bytes of a file that the adapter wrote; nil where it did not.
  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
  }

  /// Removes the folder with all that is in it.
  func remove() {
    // What cannot be removed is the system's to clear away; the run is done either way.
    try? FileManager.default.removeItem(atPath: path)
  }

  private func write(_ text: String, to name: String) throws(ComputeError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    } catch {
      throw .file("\(path)/\(name)", reason: error.localizedDescription)
    }
  }
}
