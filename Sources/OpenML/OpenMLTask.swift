/// What is to be predicted from a dataset, and by which splits it is judged.
package struct OpenMLTask: Sendable, Equatable {
  package var id: Int
  package var dataset: Int
  package var target: String?
  /// `crossvalidation`, `holdout` and their like.
  package var procedure: String?
  /// Where the file of the splits is; nil where the procedure has none.
  package var splits: String?

  /// Reads the answer to `task/ID`.
  init(_ reply: Reply) throws(OpenMLError) {
    let task = try reply.part("task")
    id = try task.part("task_id").integer()
    var dataset: Int?
    for input in try task.part("input").elements {
      switch try input["name"]?.text() {
      case "source_data":
        let source = try input.part("data_set")
        dataset = try source.part("data_set_id").integer()
        target = try source["target_feature"]?.text()
      case "estimation_procedure":
        let estimation = try input.part("estimation_procedure")
        procedure = try estimation["type"]?.text()
        splits = try estimation["data_splits_url"]?.text()
      default: break
      }
    }
    guard let dataset else { throw .malformed("task/\(id)", reason: "names no dataset") }
    self.dataset = dataset
  }
}
