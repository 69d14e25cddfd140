/// A named list of datasets or tasks.
package struct OpenMLStudy: Sendable, Equatable {
  package var id: Int?
  package var name: String
  /// In the order that OpenML gives them, each once.
  package var datasets: [Int]
  package var tasks: [Int]

  package init(id: Int? = nil, name: String, datasets: [Int] = [], tasks: [Int] = []) {
    self.id = id
    self.name = name
    self.datasets = datasets
    self.tasks = tasks
  }

  /// Reads the answer to `study/NAME`.
  init(study reply: Reply, asked name: String) throws(OpenMLError) {
    let study = try reply.part("study")
    self.init(
      id: try study["id"]?.integer(),
      name: try (study["alias"] ?? study["name"])?.text() ?? name,
      datasets: try Self.ids(study["data"]?["data_id"]),
      tasks: try Self.ids(study["tasks"]?["task_id"]))
  }

  /// Reads the answer to `data/list/tag/NAME`: the datasets that bear a tag.
  init(list reply: Reply, tag: String) throws(OpenMLError) {
    var ids: [Int] = []
    for entry in try reply.part("data").part("dataset").elements {
      ids.append(try entry.part("did").integer())
    }
    self.init(name: tag, datasets: ids)
  }

  private static func ids(_ part: Reply?) throws(OpenMLError) -> [Int] {
    var ids: [Int] = []
    var seen: Set<Int> = []
    for element in part?.elements ?? [] {
      let id = try element.integer()
      if seen.insert(id).inserted { ids.append(id) }
    }
    return ids
  }
}
