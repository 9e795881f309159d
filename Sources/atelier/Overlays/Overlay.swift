import Terminal
import WorkshopQueries

/// What lies over a view: a page to read, a menu, a line to type, a card's form, numbers to enter,
/// proposals to compare.
///
/// Each has its own keys and, perhaps, a line that takes whatever is typed. On the facilitator's
/// terminal only, so the room never sees one on the projector.
enum Overlay: Sendable {
  case page(Page)
  case menu(Menu)
  case prompt(Prompt)
  case form(Form)
  case counter(Counter)
  case ballots(BallotPad)
  case ballot(BallotSheet)
  case passing(Passing)
  case hands(HandsPanel)
  case rounds(RoundsPanel)
  case clocks(ClockPanel)
  case agenda(AgendaEditor)
  case recovery(RecoveryPanel)
  case checkIn(CheckIn)
  case seating(SeatingPanel)
  case filter(FilterLine)
  case spotlight(SpotlightPanel)
  case suggestions(SuggestionPanel)
  case projects(ProjectsPanel)
  case project(ProjectPage)
  case review(ReviewPanel)
  case arrange(ArrangePanel)
  case jury(JuryPanel)
  case facts(FactPane)
  case parking(ParkingWalk)
  case conflict(ConflictPanel)
  case vote(VotePanel)
  case figures(FiguresPanel)

  /// Its keys; while it is open, no others work.
  func bindings(_ scene: Scene) -> [Binding] {
    switch self {
    case .page(let page): page.bindings(scene)
    case .menu(let menu): menu.bindings(scene)
    case .prompt(let prompt): prompt.bindings(scene)
    case .form(let form): form.bindings(scene)
    case .counter(let counter): counter.bindings(scene)
    case .ballots(let pad): pad.bindings(scene)
    case .ballot(let sheet): sheet.bindings(scene)
    case .passing(let passing): passing.bindings(scene)
    case .hands(let panel): panel.bindings(scene)
    case .rounds(let panel): panel.bindings(scene)
    case .clocks(let panel): panel.bindings(scene)
    case .agenda(let editor): editor.bindings(scene)
    case .recovery(let panel): panel.bindings(scene)
    case .checkIn(let panel): panel.bindings(scene)
    case .seating(let panel): panel.bindings(scene)
    case .filter(let filter): filter.bindings(scene)
    case .spotlight(let panel): panel.bindings(scene)
    case .suggestions(let panel): panel.bindings(scene)
    case .projects(let panel): panel.bindings(scene)
    case .project(let page): page.bindings(scene)
    case .review(let panel): panel.bindings(scene)
    case .arrange(let panel): panel.bindings(scene)
    case .jury(let panel): panel.bindings(scene)
    case .facts(let pane): pane.bindings(scene)
    case .parking(let walk): walk.bindings(scene)
    case .conflict(let panel): panel.bindings(scene)
    case .vote(let panel): panel.bindings(scene)
    case .figures(let panel): panel.bindings(scene)
    }
  }

  /// What typing does; nil when the key is nothing to it.
  func typing(_ key: Key, _ scene: Scene) -> Overlay? {
    switch self {
    case .menu(let menu): menu.typing(key).map(Overlay.menu)
    case .prompt(let prompt): prompt.typing(key).map(Overlay.prompt)
    case .form(let form): form.typing(key, scene).map(Overlay.form)
    case .counter(let counter): counter.typing(key).map(Overlay.counter)
    case .ballots(let pad): pad.typing(key).map(Overlay.ballots)
    case .passing(let passing): passing.typing(key).map(Overlay.passing)
    case .hands(let panel): panel.typing(key).map(Overlay.hands)
    case .checkIn(let panel): panel.typing(key).map(Overlay.checkIn)
    case .filter(let filter): filter.typing(key).map(Overlay.filter)
    case .suggestions(let panel): panel.typing(key).map(Overlay.suggestions)
    case .facts(let pane): pane.typing(key).map(Overlay.facts)
    case .parking(let walk): walk.typing(key).map(Overlay.parking)
    default: nil
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    switch self {
    case .page(let page): page.draw(scene, into: &frame, in: rect)
    case .menu(let menu): menu.draw(scene, into: &frame, in: rect)
    case .prompt(let prompt): prompt.draw(scene, into: &frame, in: rect)
    case .form(let form): form.draw(scene, into: &frame, in: rect)
    case .counter(let counter): counter.draw(scene, into: &frame, in: rect)
    case .ballots(let pad): pad.draw(scene, into: &frame, in: rect)
    case .ballot(let sheet): sheet.draw(scene, into: &frame, in: rect)
    case .passing(let passing): passing.draw(scene, into: &frame, in: rect)
    case .hands(let panel): panel.draw(scene, into: &frame, in: rect)
    case .rounds(let panel): panel.draw(scene, into: &frame, in: rect)
    case .clocks(let panel): panel.draw(scene, into: &frame, in: rect)
    case .agenda(let editor): editor.draw(scene, into: &frame, in: rect)
    case .recovery(let panel): panel.draw(scene, into: &frame, in: rect)
    case .checkIn(let panel): panel.draw(scene, into: &frame, in: rect)
    case .seating(let panel): panel.draw(scene, into: &frame, in: rect)
    case .filter(let filter): filter.draw(scene, into: &frame, in: rect)
    case .spotlight(let panel): panel.draw(scene, into: &frame, in: rect)
    case .suggestions(let panel): panel.draw(scene, into: &frame, in: rect)
    case .projects(let panel): panel.draw(scene, into: &frame, in: rect)
    case .project(let page): page.draw(scene, into: &frame, in: rect)
    case .review(let panel): panel.draw(scene, into: &frame, in: rect)
    case .arrange(let panel): panel.draw(scene, into: &frame, in: rect)
    case .jury(let panel): panel.draw(scene, into: &frame, in: rect)
    case .facts(let pane): pane.draw(scene, into: &frame, in: rect)
    case .parking(let walk): walk.draw(scene, into: &frame, in: rect)
    case .conflict(let panel): panel.draw(scene, into: &frame, in: rect)
    case .vote(let panel): panel.draw(scene, into: &frame, in: rect)
    case .figures(let panel): panel.draw(scene, into: &frame, in: rect)
    }
  }

  /// Esc, in every overlay.
  static let leave = Action("leave", "Close") { .close($0) }
}

extension Outcome {
  /// Puts a changed overlay in the topmost one's place.
  static func replace(_ overlay: Overlay, _ scene: Scene) -> Outcome {
    focus(of: scene) { $0.overlays[$0.overlays.count - 1] = overlay }
  }
}
