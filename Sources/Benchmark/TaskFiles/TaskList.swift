/// Tasks to run, to delete, to hand over: what a task file holds.
///
/// ```
/// let tasks = try TaskList(file: Array("7,tpot,31,classification,75\n".utf8))
/// tasks.tasks[0].dataset.openMLID   // 31
/// try tasks.file(as: .pickle)       // what the original's execute-compute takes
/// ```
package struct TaskList: Sendable, Equatable {
  package var tasks: [TaskReference]

  package init(_ tasks: [TaskReference]) {
    self.tasks = tasks
  }
}
