internal import Foundation
internal import QueriesSQL
internal import Tables

/// Every stored query there is: the user's folder first, then the warehouse, then the built-in ones.
///
/// A query hides those of its name that come later, so that a built-in one is changed by writing a
/// file of its name.
package struct QueryLibrary: Sendable {
  private let folder: String
  private let store: Store?

  /// - Parameters:
  ///   - folder: where the user's `.sql` files lie; it need not exist.
  ///   - store: the warehouse whose `stored_queries` count; nil for none.
  package init(folder: String, store: Store?) {
    self.folder = folder
    self.store = store
  }

  /// The queries in force, by name.
  package func all() throws -> [StoredQuery] {
    var queries: [String: StoredQuery] = [:]
    for (name, origin, sql) in try scripts() where queries[name] == nil {
      queries[name] = try StoredQuery(name: name, origin: origin, sql: sql)
    }
    return queries.values.sorted { $0.name < $1.name }
  }

  /// The query called `name`.
  ///
  /// - Throws: `StoreError.noQuery`, which tells the names there are.
  package func query(_ name: String) throws -> StoredQuery {
    let scripts = try scripts()
    guard let script = scripts.first(where: { $0.name == name }) else {
      throw StoreError.noQuery(name, known: Set(scripts.map(\.name)).sorted())
    }
    return try StoredQuery(name: name, origin: script.origin, sql: script.sql)
  }

  private typealias Script = (name: String, origin: StoredQuery.Origin, sql: String)

  private func scripts() throws -> [Script] {
    try files() + saved()
      + EmbeddedFiles.all.map { (String($0.name.dropLast(4)), .builtIn, $0.text) }
  }

  private func files() throws -> [Script] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().filter { $0.hasSuffix(".sql") }.map { file in
      let path = "\(folder)/\(file)"
      guard let sql = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw StoreError.malformedQuery(name: path, reason: "it is no readable UTF-8 text")
      }
      return (String(file.dropLast(4)), .folder, sql)
    }
  }

  private func saved() throws -> [Script] {
    guard let store else { return [] }
    return try store.table("SELECT name, sql FROM stored_queries ORDER BY name").rows
      .compactMap { row in
        guard let name = row[0].string, let sql = row[1].string else { return nil }
        return (name, .warehouse, sql)
      }
  }
}
