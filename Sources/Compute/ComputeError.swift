/// What keeps a task from being run at all; how a run fails is an outcome and no error.
package enum ComputeError: Error, Equatable {
  /// The system would not start a program, and why.
  case cannotStart(program: String, reason: String)
  /// A file that cannot be read or written, and why.
  case file(String, reason: String)
  /// No framework of that name; one that is near.
  case noFramework(String, suggestion: String?)
  /// The files of no such dataset are in the folder; one that is near.
  case noDataset(String, folder: String, suggestion: String?)
  /// What is wrong with the contents of a dataset; a run fails of it.
  case data(String)
  /// What is wrong with what an adapter wrote; a run fails of it.
  case predictions(String)
  /// A name that is no OpenML id and no file name either.
  case unsafeName(String)
  /// A key that no object of a shared folder can have.
  case unsafeKey(String)
  /// A seed that numpy's generator does not take.
  case seed(Int)
  /// A type of problem that the framework does not solve.
  case type(String, framework: String, solves: [String])
  /// No interpreter of these versions was found.
  case noPython(framework: String, versions: [String])
  /// A program that a framework needs and the machine has not, and the Debian package that has it.
  case noProgram(framework: String, program: String, package: String)
  /// A framework whose environment was not made yet, or lacks something.
  case notSetUp(framework: String, reason: String)
  /// A step of making an environment that went wrong, and the last it said.
  case setUp(framework: String, step: String, reason: String)
  /// What is wrong with a list of hosts.
  case hosts(String)
  /// A host that did not do as it was told, and why.
  case host(RemoteHost, HostTrouble)
}

extension ComputeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotStart(let program, let reason): "\(program) does not start: \(reason)"
    case .file(let path, let reason): "\(path): \(reason)"
    case .noFramework(let name, let suggestion):
      "no framework \"\(name)\""
        + (suggestion == nil ? "; \"benchdb frameworks\" lists them" : question(suggestion))
    case .noDataset(let name, let folder, let suggestion):
      "no \(name).csv and \(name)_types.csv in \(folder)" + question(suggestion)
    case .data(let reason), .predictions(let reason): reason
    case .unsafeName(let name):
      "\"\(name)\" is not the name of a dataset: letters, digits, dots, hyphens and underscores are"
        + " right, a dot not first"
    case .unsafeKey(let key):
      "\"\(key)\" names nothing in a shared folder: names between slashes are right, none of them empty, "
        + "\".\" or \"..\""
    case .seed(let seed): "seed \(seed) is out of range, 0 to 4294967295 is right"
    case .type(let type, let framework, let solves):
      "\(framework) does not solve \(type), it solves \(solves.joined(separator: " and "))"
    case .noPython(let framework, let versions):
      "\(framework) runs on Python \(versions.joined(separator: ", ")), none was found"
        + (versions.first.map { "; \"pyenv install \($0)\" gets one" } ?? "")
    case .noProgram(let framework, let program, let package):
      "\(framework) needs \(program), which is not here; \"apt install \(package)\" gets it"
    case .notSetUp(let framework, let reason):
      "\(framework) is not set up, \"benchdb frameworks setup \(framework)\" does it: \(reason)"
    case .setUp(let framework, let step, let reason):
      "setting up \(framework) stopped at \(step): \(reason)"
    case .hosts(let reason): reason
    case .host(let host, let trouble): trouble.sentence(on: host)
    }
  }
}

private func question(_ suggestion: String?) -> String {
  suggestion.map { "; did you mean \($0)?" } ?? ""
}
