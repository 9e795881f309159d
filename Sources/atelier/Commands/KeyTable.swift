import Assets
import Boards
import Languages
import Shell
import Terminal
import Voting
import WorkshopCore

/// Every key by role and activity kind, for `atelier keys` and the README.
enum KeyTable {
  /// A heading with its bindings.
  struct Part {
    let title: Phrase
    let bindings: [Binding]
    /// What else has a key there.
    var others: [Binding] = []
  }

  /// Read from the same lists that the keys are dispatched by, in a scene of its own.
  static func parts(of features: Features = .all) -> [Part] {
    var plan = Plan(title: "", boards: [Board(id: "ideas", title: "")])
    var activity = Activity(id: "a", title: "", kind: "board", minutes: 1, board: "ideas")
    activity.rounds = [Round(title: "", segments: [Segment(title: "", minutes: 1)])]
    plan.sessions = [Session(id: "s", title: "", activities: [activity])]
    var workshop = Workshop(plan: plan, catalogue: features.catalogue(.builtIn))
    workshop.apply(
      Entry(
        id: EntryID(writer: "keys", sequence: 1), stamp: Stamp(milliseconds: 0), at: "", by: "",
        event: .activityOpened(activity: activity.id, seconds: nil)))
    var scene = Scene(
      workshop: workshop, content: .builtIn, features: features, role: .facilitator,
      language: .english,
      focus: Focus(), now: Moment(milliseconds: 0), me: "")
    var parts = [Part(title: "Facilitator, at the agenda", bindings: Keymap.bindings(scene))]
    let agenda = parts[0].bindings
    scene.focus.place = .between
    let between = Keymap.bindings(scene)
    parts.append(
      Part(
        title: "Facilitator, between two sessions", bindings: BetweenKeys.bindings(scene),
        others: between))
    scene.focus.place = .board("ideas")
    let board = scene.workshop.board("ideas").map { BoardKeys.bindings(scene, $0) } ?? []
    let atBoard = Keymap.bindings(scene)
    parts += [
      Part(title: "Facilitator, at a board", bindings: board, others: atBoard),
      Part(
        title: "Facilitator, at a plane with axes", bindings: ArrangeKeys.plane, others: atBoard),
      Part(title: "Facilitator, at a numbered list", bindings: ArrangeKeys.list, others: atBoard),
      Part(
        title: "Facilitator, at a canvas", bindings: CanvasKeys.onBoard(unless: nil),
        others: atBoard),
      Part(
        title: "Facilitator, at feedback", bindings: FeedbackKeys.keys(unless: nil),
        others: atBoard),
      Part(title: "Facilitator, at facts", bindings: FactKeys.keys, others: atBoard),
    ]
    for kind in scene.features.kinds where !kind.bindings(scene, activity).isEmpty {
      parts.append(
        Part(
          title: "Facilitator, during: \(kind.name)", bindings: kind.bindings(scene, activity),
          others: agenda))
    }
    scene.role = .notes
    scene.focus = Focus()
    let notes = Keymap.bindings(scene)
    parts += [
      Part(title: "Note-taker", bindings: notes),
      Part(
        title: "Note-taker, where cards have places or an order",
        bindings: ArrangeKeys.inNotes(hint: "place##a card"), others: notes),
      Part(
        title: "Note-taker, at feedback", bindings: FeedbackKeys.keys(unless: nil), others: notes),
      Part(title: "Note-taker, at facts", bindings: FactKeys.keys, others: notes),
    ]
    for kind in scene.features.kinds where !kind.notesBindings(scene, activity).isEmpty {
      parts.append(
        Part(
          title: "Note-taker, during: \(kind.name)", bindings: kind.notesBindings(scene, activity),
          others: notes))
    }
    scene.role = .stage
    parts.append(Part(title: "Projector", bindings: Keymap.bindings(scene)))
    scene.role = .ballot
    parts += ballots(of: scene)
    return parts
  }

  /// A ballot terminal's keys: by what a mark is, then those of every ballot.
  private static func ballots(of scene: Scene) -> [Part] {
    func part(
      _ title: Phrase, _ method: Poll.Method, _ change: (inout BallotSheet) -> Void = { _ in }
    ) -> Part {
      var scene = scene
      let opening = Event.pollOpened(
        activity: "a", question: "", method: method, options: ["1", "2"], dots: 1, cap: 1,
        winners: 1)
      scene.workshop.apply(
        Entry(
          id: EntryID(writer: "keys", sequence: 2), stamp: Stamp(milliseconds: 1), at: "", by: "",
          event: opening))
      scene.focus.booth = Booth(login: "")
      guard var sheet = scene.sheet?.sheet else { return Part(title: title, bindings: []) }
      change(&sheet)
      return Part(title: title, bindings: sheet.bindings(scene))
    }
    return [
      part("Ballot terminal: dots, points, credits, grades", .dots),
      part("Ballot terminal: ticks and objections", .approval),
      part("Ballot terminal: places in order", .ranking),
      part("Ballot terminal: scores on criteria", .criteria),
      part("Ballot terminal: why one objects", .consent) { $0.reason = Line() },
      part("Ballot terminal: the ballot read back", .dots) { $0.isReadBack = true },
      Part(
        title: "Ballot terminal, before and after",
        bindings: [Binding(.enter, do: BallotKeys.giveCode)] + Keymap.bindings(scene)),
    ]
  }

  /// - Parameter hasIDs: each key with its action's id, as preferences name it.
  static func text(
    _ language: Language, _ own: OwnKeys = OwnKeys(), hasIDs: Bool = false
  ) -> String {
    parts().map { part in
      let rows = own.applied(to: part.bindings).map { binding in
        "  " + Text.pad(Keymap.names(binding, language), to: 12) + " "
          + (hasIDs ? Text.pad(binding.action.id, to: 22) + " " : "")
          + language(binding.action.phrase)
      }
      return ([language(part.title)] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
