package import Warehouse

/// What the prompt needs of the outside, handed in by whoever starts it.
package struct ShellWorld {
  /// Opens the warehouse at a path, that of this session where it is nil.
  package var open: (_ path: String?, Store.Access) throws -> Store
  /// The command line's verbs, by name, each with the line that help has for it.
  package var verbs: [(name: String, help: String)]
  /// Runs a verb over the session's warehouse and returns its exit status; it says itself what went
  /// wrong. The format is what `.mode` asks for.
  package var runVerb: (_ words: [String], _ store: Store, _ format: String) -> Int32
  /// Ends what a verb does with its store, from any thread; nothing where no verb runs.
  package var interrupt: @Sendable () -> Void
  /// An error in the words that the command line would use, `error: ` in front, and its exit status.
  package var explain: (any Error) -> (text: String, status: Int32)
  /// Standard output.
  package var write: (String) throws -> Void
  /// A line on standard error.
  package var say: (String) -> Void
  /// Time since some fixed moment.
  package var now: () -> Duration
  /// Lets the person edit a text in their editor; nil where there is none.
  package var edit: ((String) throws -> String)?
  /// Columns of the terminal that standard output is; nil where it is none.
  package var width: () -> Int?
  /// Lines of that terminal; nil where there is none that can be drawn on.
  package var height: () -> Int?
  package var colours: Bool
  /// Whether the terminal shows more than ASCII; false in the C locale.
  package var unicode: Bool
  /// The command of the program that shows long texts a screen at a time; nil where there is none.
  package var pager: String?
  /// Puts a line in the place of the last on standard error, or takes that away; from any thread. Nil
  /// where nobody would see it.
  package var progress: (@Sendable (String?) -> Void)?
  /// Calls back a few times a second with the time gone by, on a thread of its own, until the closure
  /// that it gives is called.
  package var ticker: (@escaping @Sendable (Duration) -> Void) -> () -> Void
  /// Where results may go but the screen.
  package var outlets = Outlets()
  /// What may follow each verb, for completion.
  package var shapes: () -> [VerbShape] = { [] }
  /// The stored queries there are.
  package var queries: (Store) throws -> [StoredQuery] = { _ in [] }
  /// Lets time pass, until Ctrl-C; returns whether all of it did.
  package var wait: (Duration) -> Bool = { _ in true }
  /// The time of day here, to the second.
  package var clock: () -> String = { "" }

  package init(
    open: @escaping (String?, Store.Access) throws -> Store,
    verbs: [(name: String, help: String)] = [],
    runVerb: @escaping ([String], Store, String) -> Int32 = { _, _, _ in 0 },
    interrupt: @escaping @Sendable () -> Void = {},
    explain: @escaping (any Error) -> (text: String, status: Int32) = { ("error: \($0)", 1) },
    write: @escaping (String) throws -> Void, say: @escaping (String) -> Void,
    now: @escaping () -> Duration, edit: ((String) throws -> String)? = nil,
    width: @escaping () -> Int? = { nil }, height: @escaping () -> Int? = { nil },
    colours: Bool = false, unicode: Bool = true, pager: String? = nil,
    progress: (@Sendable (String?) -> Void)? = nil,
    ticker: @escaping (@escaping @Sendable (Duration) -> Void) -> () -> Void = { _ in {} }
  ) {
    self.open = open
    self.verbs = verbs
    self.runVerb = runVerb
    self.interrupt = interrupt
    self.explain = explain
    self.write = write
    self.say = say
    self.now = now
    self.edit = edit
    self.width = width
    self.height = height
    self.colours = colours
    self.unicode = unicode
    self.pager = pager
    self.progress = progress
    self.ticker = ticker
  }
}
