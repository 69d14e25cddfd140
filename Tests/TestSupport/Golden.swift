import Foundation
package import Testing

/// Expects `text` to be what `Tests/Golden/NAME` holds.
///
/// A difference fails and leaves `NAME-changed.*` beside it; `UPDATE_GOLDEN=1 swift test` writes the
/// file itself.
package func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = goldenFolder.appending(path: name)
  let changed = file.deletingPathExtension().path + "-changed." + file.pathExtension
  if isUpdatingGolden {
    write(text, to: file)
    try? FileManager.default.removeItem(atPath: changed)
    return
  }
  if goldenText(name) == text { return }
  write(text, to: URL(filePath: changed))
  Issue.record("\(name) differs; see \(changed)", sourceLocation: sourceLocation)
}

/// What `Tests/Golden/NAME` holds; nil where there is no such file, or when it is to be written.
package func goldenText(_ name: String) -> String? {
  guard !isUpdatingGolden else { return nil }
  return try? String(contentsOf: goldenFolder.appending(path: name), encoding: .utf8)
}

private let isUpdatingGolden = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

private let goldenFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

private func write(_ text: String, to file: URL) {
  do {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  } catch {
    Issue.record(error, "\(file.path) cannot be written")
  }
}
