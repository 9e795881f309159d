import Boards
import Cards
import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

/// The person's own editor, for more text than a line is made for.
enum Editor {
  /// What came of it.
  enum Result: Equatable {
    case text(String)
    /// Left without having changed anything.
    case unchanged
    /// It was ended by a signal or said that it failed: what was typed stays as it was.
    case failed
    case missing
    case noFile(Int32)
  }

  /// Runs the editor on a text, with the terminal as it was before us, and waits for it.
  ///
  /// The text lies in a file that nobody else can read, and that is gone afterwards.
  static func compose(_ text: String, on screen: inout Screen) -> Result {
    let named = ["VISUAL", "EDITOR"].compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    guard let command = command(named: named, isThere: isThere) else { return .missing }
    do throws(JournalError) {
      let file = try Scratch(text)
      // As a shell would read it, for `code --wait` is a command with a word.
      let code = screen.run([
        "/bin/sh", "-c", ["exec", command, "\"$1\""].joined(separator: " "), "sh", file.path,
      ])
      if code == 127 { return .missing }
      let after = file.text
      guard code == 0 else { return .failed }
      guard let after else { return .unchanged }
      return after == text ? .unchanged : .text(after)
    } catch {
      guard case .unwritable(_, errno: let errno) = error else { return .noFile(EIO) }
      return .noFile(errno)
    }
  }

  /// The command that edits: the person's own, else what most systems have.
  static func command(named: [String], isThere: (String) -> Bool) -> String? {
    named.first { !$0.trimmed.isEmpty } ?? ["nano", "vi"].first(where: isThere)
  }

  private static func isThere(_ tool: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(tool)", X_OK) == 0 }
  }

  /// What the session makes of it: the text becomes what is being typed.
  static func outcome(_ result: Result, _ scene: Scene) -> Outcome {
    switch result {
    case .text(let text): taken(text, scene)
    case .unchanged: .nothing
    case .failed: .refused("The editor stopped with an error; your text is as it was")
    case .missing: .refused("No editor is here: name one in EDITOR")
    case .noFile: .refused("No file for the editor can be made here")
    }
  }

  private static func taken(_ typed: String, _ scene: Scene) -> Outcome {
    let text = Text.sanitised(typed, newlines: true).trimmed
    guard text.count > Line.limit else { return .focus(of: scene) { $0.type(text, scene) } }
    // More than one card holds: as a paste does, it becomes several.
    if scene.focus.overlay == nil, scene.focus.editing == nil,
      let board = scene.lineBoard.map(scene.taker(for:))
    {
      var outcome = Outcome.focus(of: scene) { $0.freeLine() }
      outcome.events = Action.chunks(of: text).map { scene.card($0, on: board) }
      outcome.notice = "\(outcome.events.count) cards added"
      return outcome
    }
    // A field holds no more: the rest is put where it is found again.
    var outcome = Outcome.focus(of: scene) { $0.type(String(text.prefix(Line.limit)), scene) }
    let edited = scene.workshop.card(scene.focus.editing)?.board
    let wanted = scene.workshop.board(edited) ?? scene.board
    let board = wanted.map { scene.taker(for: $0).id } ?? Workshop.parking
    outcome.events = Action.chunks(of: String(text.dropFirst(Line.limit))).map {
      .cardAdded(board: board, text: $0, fields: nil)
    }
    outcome.notice =
      "\(Line.limit) characters fit here; the rest became \(outcome.events.count) cards"
    return outcome
  }
}
