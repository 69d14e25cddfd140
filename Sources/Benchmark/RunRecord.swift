internal import Tables

/// All that a worker knows of a run, as it lies beside the original's line: `out/results<ID>.json`.
///
/// ```
/// {"id":1000000000000007,"framework":"constant",…,"budget":{…},"status":"failed","class":"data",
///  "message":"no target","started_at":"2026-11-24T05:48:27Z","duration":0.4,"scores":{},
///  "host":"node7","worker":"0.9.0","job":"a1b2","index":3}
/// ```
///
/// A number that JSON does not have, an infinite score, is left out. The log lies elsewhere.
package struct RunRecord: Sendable, Hashable {
  /// The number that names the task's objects.
  package var id: Int
  package var task: BenchmarkTask
  package var run: Run
  /// The name of the machine.
  package var host: String
  /// The version of the worker.
  package var worker: String
  /// The token of the manifest that it was a line of.
  package var job: String
  /// Which line, from 0.
  package var index: Int

  package init(
    id: Int, task: BenchmarkTask, run: Run, host: String, worker: String, job: String, index: Int
  ) {
    self.id = id
    self.task = task
    self.run = run
    self.host = host
    self.worker = worker
    self.job = job
    self.index = index
  }
}

// MARK: - Written

extension RunRecord {
  /// The record as an object of JSON on a line.
  package var json: String {
    var members = task.members(id: id)
    func add(_ name: String, _ value: JSONValue?) {
      members.append(.init(name: name, value: value ?? .null))
    }
    add("status", .text(run.outcome.status))
    add("class", (run.outcome.failureClass?.rawValue).map(JSONValue.text))
    add("message", run.outcome.message.map(JSONValue.text))
    add("started_at", run.startedAt.map(JSONValue.text))
    add("duration", run.duration.map(JSONValue.seconds))
    add("train_seconds", run.trainingTime.map(JSONValue.seconds))
    add("predict_seconds", run.predictionTime.map(JSONValue.seconds))
    add("cpu_seconds", run.cpuTime.map(JSONValue.seconds))
    add("peak_memory_mb", run.peakMemoryMB.map(JSONValue.real))
    let scores = run.scores.filter(\.value.isFinite)
    add("scores", .object(scores.map { .init(name: $0.metric, value: .real($0.value)) }))
    add("details", details)
    add("host", .text(host))
    add("worker", .text(worker))
    add("job", .text(job))
    add("index", .integer(Int64(index)))
    return JSONValue.object(members).text + "\n"
  }

  private var details: JSONValue? {
    guard let text = run.details else { return nil }
    var reader = JSONReader(Array(text.utf8))
    return (try? reader.next()) ?? .text(text)
  }

  /// The run as the original writes it: `model,dataset_id,type,seed,mse,r2,logloss,f1`, a score that is
  /// not there as `nan`.
  package var originalLine: String {
    let fields = [
      csvField(task.framework.name), csvField(task.dataset.stem), task.type.rawValue,
      String(task.seed),
    ]
    let scores = ["mse", "r2", "logloss", "f1"].map { metric in
      pythonFloat(run.scores.first { $0.metric == metric }?.value ?? .nan)
    }
    return (fields + scores).joined(separator: ",") + "\n"
  }
}

// MARK: - Read

extension RunRecord {
  /// Reads a record.
  ///
  /// - Throws: `BenchmarkError.malformedRecord` with what a sentence that begins with its name goes on
  ///   with, whatever the bytes are.
  package init(json bytes: [UInt8]) throws(BenchmarkError) {
    let value = try Self.value(bytes)
    do throws(MemberFault) { try self.init(TaskMembers(value)) } catch {
      throw .malformedRecord(error.reason)
    }
  }

  /// The one value that the bytes hold.
  private static func value(_ bytes: [UInt8]) throws(BenchmarkError) -> JSONValue {
    var reader = JSONReader(bytes)
    let values: (JSONValue?, JSONValue?)
    do throws(TablesError) { values = (try reader.next(), try reader.next()) } catch {
      if case .malformedJSON(_, let fault) = error { throw .malformedRecord(fault.description) }
      throw .malformedRecord(error.description)
    }
    guard let value = values.0 else { throw .malformedRecord("is empty, where a record belongs") }
    guard values.1 == nil else {
      throw .malformedRecord("holds two values, where one record belongs")
    }
    return value
  }

  private init(_ members: TaskMembers) throws(MemberFault) {
    var run = Run(outcome: try Self.outcome(members))
    run.startedAt = try members.text("started_at")
    run.duration = try members.seconds("duration")
    run.trainingTime = try members.seconds("train_seconds")
    run.predictionTime = try members.seconds("predict_seconds")
    run.cpuTime = try members.seconds("cpu_seconds")
    run.peakMemoryMB = try members.amount("peak_memory_mb")
    run.details = members.value("details").map(\.text)
    run.scores = run.outcome == .ok ? try Self.scores(members) : []
    self.init(
      id: try members.id(), task: try members.task(), run: run,
      host: try members.text("host") ?? "", worker: try members.text("worker") ?? "",
      job: try members.text("job") ?? "", index: try members.integer("index") ?? 0)
  }

  private static func outcome(_ members: TaskMembers) throws(MemberFault) -> Outcome {
    let status = try members.needed("status", try members.text("status"))
    if status == "ok" { return .ok }
    let message = try members.text("message") ?? ""
    if status == "timeout" { return .timeout(message) }
    let word = try members.text("class") ?? "unknown"
    guard let reason = FailureClass(rawValue: word) else {
      throw members.wrong("class", .text(word), "a class of failures belongs")
    }
    switch status {
    case "killed": return .killed(reason, message)
    case "failed": return .failed(reason, message)
    default:
      throw members.wrong("status", .text(status), "ok, failed, timeout or killed belongs")
    }
  }

  private static func scores(_ members: TaskMembers) throws(MemberFault) -> [Score] {
    guard let value = members.value("scores") else { return [] }
    guard case .object(let scores) = value else {
      throw members.wrong("scores", value, "an object belongs")
    }
    var result: [Score] = []
    for score in scores {
      switch score.value {
      case .null: break
      case .real(let number): result.append(Score(metric: score.name, value: number))
      case .integer(let number): result.append(Score(metric: score.name, value: Double(number)))
      default: throw members.wrong("score \(score.name)", score.value, "a number belongs")
      }
    }
    return result
  }
}
