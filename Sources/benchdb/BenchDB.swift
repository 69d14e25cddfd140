import ArgumentParser

@main
struct BenchDB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchdb", abstract: "A results warehouse for AutoML benchmarks.",
    version: "0.1.0")
}
