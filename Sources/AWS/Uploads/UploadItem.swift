/// A file, and the key it goes to.
package struct UploadItem: Sendable, Hashable {
  package var path: String
  package var key: String

  package init(path: String, key: String) {
    self.path = path
    self.key = key
  }
}
