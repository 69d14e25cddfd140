import Benchmark
import OpenML
import TestSupport
import Testing

/// Studies, tasks and splits, in the shapes of OpenML's documentation and their known variants.
struct StudyTests {
  @Test func `a study has its datasets in their order, each once`() throws {
    let shop = try Shop()
    try shop.peer.putStudy(135, of: [61, 3, 61, 2])
    let study = try shop.catalog.study("135", inFlight: 4)
    #expect(study == OpenMLStudy(id: 135, name: "study-135", datasets: [61, 3, 2]))
  }

  @Test func `a list of one may be its element`() throws {
    let shop = try Shop()
    try shop.peer.put(
      "study/9", #"{"study":{"id":9,"name":"one","data":{"data_id":"61"},"tasks":{"task_id":59}}}"#)
    #expect(
      try shop.catalog.study("9", inFlight: 1)
        == OpenMLStudy(id: 9, name: "one", datasets: [61], tasks: [59]))
  }

  @Test func `a study of tasks alone has the datasets of its tasks`() throws {
    let shop = try Shop()
    try shop.peer.put(
      "study/own%20suite",
      #"{"study":{"id":"7","alias":"own suite","tasks":{"task_id":["5","59","6"]}}}"#)
    try shop.peer.put("task/5", Self.task(5, of: 3))
    try shop.peer.put("task/6", Self.task(6, of: 61))
    try shop.peer.put("task/59", Self.task(59, of: 61))
    #expect(try shop.catalog.study("own suite", inFlight: 2).datasets == [3, 61])
  }

  @Test func `a number that is no study may be a tag`() throws {
    let shop = try Shop()
    try shop.peer.put(
      "study/14", #"{"error":{"code":"601","message":"Unknown study"}}"#, status: 412)
    try shop.peer.put(
      "data/list/tag/study_14", #"{"data":{"dataset":[{"did":3,"name":"a"},{"did":"61"}]}}"#)
    #expect(
      try shop.catalog.study("14", inFlight: 1) == OpenMLStudy(name: "14", datasets: [3, 61]))
    #expect(throws: OpenMLError.none("study/15", message: "Unknown dataset")) {
      try shop.catalog.study("15", inFlight: 1)
    }
  }

  @Test func `a task names its dataset, target and splits`() throws {
    let shop = try Shop()
    try shop.peer.put("task/59", Self.task(59, of: 61))
    let task = try shop.catalog.task(59)
    #expect(task.dataset == 61)
    #expect(task.target == "class")
    #expect(task.procedure == "crossvalidation")
    try shop.peer.put(
      file: "/api_splits/get/59/Task_59_splits.arff",
      """
      @relation splits
      @attribute type {TRAIN,TEST}
      @attribute rowid numeric
      @attribute repeat numeric
      @attribute fold numeric
      @data
      TRAIN,2,0,1\nTEST,0,0,1\nTRAIN,0,0,0\nTEST,2,0,0\nTEST,1,0,0\nTRAIN,1,0,1\n
      """)
    let folds = try shop.catalog.folds(of: task)
    #expect(
      folds == [
        Fold(repeat: 0, fold: 0, split: Split(train: [0], test: [2, 1])),
        Fold(repeat: 0, fold: 1, split: Split(train: [2, 1], test: [0])),
      ])
  }

  @Test(arguments: [
    (#"{"study":[]}"#, "lacks study"),
    (#"{"study":{"id":"one"}}"#, "has \"one\" as study.id, where a whole number belongs"),
    (#"{"study":{"name":{}}}"#, "has {} as study.name, where a text belongs"),
    (
      #"{"study":{"id":1,"data":{"data_id":["1",{}]}}}"#,
      "has {} as study.data.data_id[1], where a text belongs"
    ),
    ("", "is empty"),
    ("{\"study\":", "is no JSON: line 1 ends before the JSON does"),
    ("\n <html>", "is HTML or XML, where JSON belongs"),
  ])
  func `an answer of another shape is said in a sentence`(text: String, reason: String) throws {
    let shop = try Shop(attempts: 1)
    try shop.peer.put("study/1", text)
    #expect(throws: OpenMLError.malformed("study/1", reason: reason)) {
      try shop.catalog.study("1", inFlight: 1)
    }
  }

  static func task(_ id: Int, of dataset: Int) -> String {
    """
    {"task":{"task_id":"\(id)","task_type_id":"1","input":[{"name":"source_data","data_set":\
    {"data_set_id":"\(dataset)","target_feature":"class"}},{"name":"estimation_procedure",\
    "estimation_procedure":{"type":"crossvalidation","data_splits_url":\
    "https://api.openml.org/api_splits/get/\(id)/Task_\(id)_splits.arff","parameter":[]}}]}}
    """
  }
}
