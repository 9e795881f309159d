import Cards
import Languages
package import Shell
import Terminal
package import WorkshopCore

/// The key that says whose words a fact is: the speaker and the theme of a turn, for facts to come or for
/// those that were filed already.
package enum FactKeys {
  package static func atBoard(_ scene: Scene, _ board: Board) -> [Binding] {
    board.sheet == sheet && !scene.turns(on: board).isEmpty ? keys : []
  }

  package static func atNotes(_ scene: Scene) -> [Binding] {
    scene.board.map { atBoard(scene, $0) } ?? []
  }

  /// The same for everybody: letters are text to a note-taker.
  package static let keys = [Binding(.function(2), do: speaker, hint: "speaker")]

  static let sheet = "fact"
  private static let field = "speaker"

  private static let speaker = Action(
    "fact-speaker", "Whose turn the facts are from: speaker and theme"
  ) { scene in
    guard let board = scene.board, board.sheet == sheet else {
      return .refused("This board holds no facts")
    }
    let cards = chosen(scene, board)
    var items = scene.turns(on: board).map { activity, round in
      let theme = scene.title(ofTheme: round.theme) ?? ""
      let title = scene.say(round.title)
      let label = [round.who ?? "", title].filter { !$0.isEmpty }.joined(separator: " · ")
      return Menu.Item(label: label, detail: theme == title ? "" : theme) { scene in
        cards.isEmpty
          ? follow(round, of: activity, scene) : move(cards.map(\.id), to: round, scene)
      }
    }
    if cards.isEmpty {
      items.insert(
        Menu.Item(label: scene.say("Follow the turn that runs")) { scene in
          .focus(of: scene) { $0.speaker = nil }
        }, at: 0)
    }
    let title: Phrase =
      cards.isEmpty ? "Whose turn are the next facts from?" : "Whose turn is it from?"
    return .open(Menu(title: title, items: items), scene)
  }

  /// The facts that are filed anew: the one at the line, or those that are chosen at the desk.
  private static func chosen(_ scene: Scene, _ board: Board) -> [Card] {
    guard scene.role == .notes else { return scene.chosen(on: board) }
    return [scene.workshop.card(scene.focus.editing)].compactMap { $0 }
  }

  private static func follow(_ round: Round, of activity: Activity, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      $0.speaker = Focus.Speaker(
        activity: activity.id, round: round.id ?? "",
        place: scene.workshop.current.flatMap { scene.workshop.turns[$0] },
        room: scene.workshop.current)
    }
  }

  private static func move(_ cards: [CardID], to round: Round, _ scene: Scene) -> Outcome {
    let theme = Event.setting(Card.theme, of: cards.map { ($0, round.theme ?? "") })
    let who = Event.setting(field, of: cards.map { ($0, round.who ?? "") })
    return Outcome(
      events: theme + who, notice: "Filed under: \(scene.say(round.title))")
  }
}

extension Scene {
  /// The turns of every activity that is noted on a board, in the order of the agenda; pitches of cards are
  /// nobody's facts.
  fileprivate func turns(on board: Board) -> [(activity: Activity, round: Round)] {
    workshop.plan.activities.filter { $0.board == board.id && $0.each == nil }.flatMap { activity in
      workshop.rounds(of: activity).map { (activity, $0) }
    }
  }

  /// The turn that was chosen for the next facts, as long as the room has not gone on.
  package func chosenTurn(on board: Board?) -> Round? {
    guard let board, board.sheet == FactKeys.sheet, let speaker = focus.speaker,
      speaker.room == workshop.current,
      speaker.place?.round == workshop.current.flatMap({ workshop.turns[$0]?.round })
    else { return nil }
    return workshop.plan.activity(speaker.activity).flatMap { activity in
      workshop.rounds(of: activity).first { $0.id == speaker.round }
    }
  }
}
