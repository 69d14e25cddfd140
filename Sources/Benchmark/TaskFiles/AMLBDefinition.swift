internal import Tables

/// A benchmark definition that AMLB's `runbenchmark.py` takes, and the commands that run these tasks.
///
/// ```
/// # python runbenchmark.py tpot failures.yaml 1h8c_gp3 -t adult -f 0 3
/// ---
/// - name: adult
///   openml_task_id: 7592
///   folds: 4
/// ```
///
/// A definition lists datasets. Framework, folds and constraint are arguments of the command, so each
/// framework, budget and set of folds is a command of its own, in a comment. `folds` says how many
/// there are, and reaches the last one asked for: AMLB passes over the others in silence. A budget
/// that is a constraint of AMLB's goes by its name; the limits of one of ours stand with the dataset.
///
/// **Edge cases**: AMLB finds data by OpenML's task, so tasks without one are left out. It splits by
/// fold and draws its own seeds: of ours only those that are not 0 are handed on, as `-Xseed`.
///
/// **Source**: openml/automlbenchmark, `amlb/benchmarks/parser.py`, `amlb/resources.py`,
/// `runbenchmark.py`.
package struct AMLBDefinition {
  /// Tasks that AMLB cannot find.
  package let leftOut: [TaskReference]
  private let tasks: [Task]

  private struct Task {
    var reference: TaskReference
    var entry: Entry
  }

  /// A dataset as the definition lists it.
  private struct Entry: Hashable {
    var openMLTaskID: Int
    /// Limits that no name of AMLB's stands for.
    var limits: Budget?
  }

  package init(_ list: TaskList) throws(BenchmarkError) {
    leftOut = list.tasks.filter { $0.openMLTaskID == nil }
    tasks = list.tasks.compactMap { reference in
      reference.openMLTaskID.map { id in
        Task(
          reference: reference,
          entry: Entry(openMLTaskID: id, limits: reference.budget.flatMap { $0.isOurs ? $0 : nil }))
      }
    }
    if tasks.isEmpty, !leftOut.isEmpty {
      throw .unwritableTasks(.amlb, reason: "none has an OpenML task, by which AMLB finds its data")
    }
  }

  /// The definition, for a file of that name.
  package func text(named file: String) -> String {
    let entries = entries()
    let names = Dictionary(uniqueKeysWithValues: entries.map { ($0.entry, $0.name) })
    let commands = commands(names, file: file).map { "# \($0)\n" }
    return commands.joined() + "---\n"
      + (entries.isEmpty ? "[]\n" : entries.map(definition).joined())
  }
}

extension Budget {
  /// Whether it is one of ours, named for all four of its limits.
  fileprivate var isOurs: Bool { memoryMB != nil && hardLimit != nil }
}

// MARK: - What is listed

extension AMLBDefinition {
  /// Each dataset once, in the order of the tasks, with a name of its own and how many folds it needs.
  private func entries() -> [(entry: Entry, name: String, folds: Int)] {
    var places: [Entry: Int] = [:]
    var taken: Set<String> = []
    var entries: [(entry: Entry, name: String, folds: Int)] = []
    for task in tasks {
      let folds = task.reference.fold + 1
      if let place = places[task.entry] {
        entries[place].folds = max(entries[place].folds, folds)
        continue
      }
      var name = sanitized(task.reference.dataset.name)
      // AMLB compares names without case.
      while !taken.insert(name.lowercased()).inserted { name += "_\(task.entry.openMLTaskID)" }
      places[task.entry] = entries.count
      entries.append((task.entry, name, folds))
    }
    return entries
  }

  private func definition(_ entry: Entry, _ name: String, _ folds: Int) -> String {
    var lines = [
      "- name: \"\(name)\"", "  openml_task_id: \(entry.openMLTaskID)", "  folds: \(folds)",
    ]
    if let limits = entry.limits {
      if let seconds = limits.softLimit?.components.seconds {
        lines.append("  max_runtime_seconds: \(seconds)")
      }
      if let cores = limits.cores { lines.append("  cores: \(cores)") }
      if let memory = limits.memoryMB { lines.append("  max_mem_size_mb: \(memory)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A dataset's name as AMLB makes it: letters, digits, `_` and `-`.
  private func sanitized(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
  }
}

// MARK: - What is run

extension AMLBDefinition {
  /// What one command has in common, but for datasets and folds.
  private struct Setting: Hashable {
    var framework: String
    /// The constraint of AMLB's that the budget is.
    var constraint: String?
    var seed: Int

    init(_ task: TaskReference) {
      framework = task.framework.name
      constraint = task.budget.flatMap { $0.isOurs || $0 == .unspecified ? nil : $0.name }
      seed = task.seed
    }
  }

  private func commands(_ names: [Entry: String], file: String) -> [String] {
    groups(tasks) { Setting($0.reference) }.flatMap { setting, tasks in
      let datasets = groups(tasks) { names[$0.entry] ?? "" }
      let alike = groups(datasets) { Set($0.members.map(\.reference.fold)).sorted() }
      return alike.map { folds, datasets in
        command(setting, datasets: datasets.map(\.key), folds: folds, file: file)
      }
    }
  }

  private func command(
    _ setting: Setting, datasets: [String], folds: [Int], file: String
  ) -> String {
    var words = ["python", "runbenchmark.py", quoted(setting.framework), quoted(file)]
    if let constraint = setting.constraint { words.append(quoted(constraint)) }
    words += ["-t"] + datasets + ["-f"] + folds.map(String.init)
    if setting.seed != 0 { words.append("-Xseed=\(setting.seed)") }
    return words.joined(separator: " ")
  }
}

/// The elements with one key together, keys and elements in the order they came.
private func groups<Element, Key: Hashable>(
  _ elements: [Element], by key: (Element) -> Key
) -> [(key: Key, members: [Element])] {
  var places: [Key: Int] = [:]
  var groups: [(key: Key, members: [Element])] = []
  for element in elements {
    let key = key(element)
    if let place = places[key] {
      groups[place].members.append(element)
    } else {
      places[key] = groups.count
      groups.append((key, [element]))
    }
  }
  return groups
}

/// A word as a shell reads it, on one line whatever it holds.
private func quoted(_ word: String) -> String {
  let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.:/".contains($0)) }
  if plain, !word.isEmpty { return word }
  let line = escapingControls(in: word)
  return "'"
    + line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
