internal import Foundation

/// The files and folders that a typed path may become; what is hidden only where a dot is typed.
func files(_ typed: String) -> [Proposal] {
  let end = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
  let (folder, word) = (String(typed[..<end]), typed[end...])
  guard typed.first != "|" else { return [] }
  let place = folder.isEmpty ? "." : NSString(string: folder).expandingTildeInPath
  let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
  return names.sorted().filter { $0.hasPrefix(".") == word.hasPrefix(".") }.compactMap { name in
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
    let text = folder + name + (isFolder.boolValue ? "/" : "")
    return Proposal(
      text, isFolder.boolValue ? "folder" : "file", name: folder + name,
      rank: isFolder.boolValue ? 1 : 0, isWhole: !isFolder.boolValue)
  }
}
