import Assets
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// Games, methods and breaks to put into a day: what fits best first, narrowed by typing how much time
/// there is, for how many, for what; with a preview of what everyone would see.
package struct Library: Overlay {
  /// Where what is chosen goes.
  enum Place: Sendable {
    /// Into the day that goes on, right after what the room is at.
    case now
    /// Into a day that is planned, after its chosen item.
    case plan(AgendaEditor)
    /// In the place of the game that a warm-up has.
    case game
  }

  private let place: Place
  private let title: Phrase
  private let all: @Sendable (Scene) -> [LibraryOffer]
  private var offers: [LibraryOffer]
  /// The workshop's own files, of which these offers were made.
  private var own: [String: String]
  private var line = Line()
  private var selected = 0
  private var view = Shown.list

  /// What has the panel; where there is room, stage and steps stand beside the list anyway.
  private enum Shown: CaseIterable { case list, stage, steps }

  /// From so many columns on the preview stands beside the list.
  private static let wide = 110

  private init(
    _ place: Place, _ title: Phrase, _ scene: Scene,
    _ all: @escaping @Sendable (Scene) -> [LibraryOffer]
  ) {
    self.place = place
    self.title = title
    self.all = all
    offers = all(scene)
    own = scene.content.ownTexts
  }

  /// The same with what somebody made or changed since it was opened.
  private func fresh(_ scene: Scene) -> Library {
    let own = scene.content.ownTexts
    guard own != self.own else { return self }
    var library = self
    (library.offers, library.own) = (all(scene), own)
    return library
  }

  /// What there is for the moment.
  package static let now = Action("insert", "Insert a game, a break or a method") {
    scene in
    guard let session = scene.session else { return .refused("This plan has no session") }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    guard let gap = Gap(in: agenda) else {
      return .refused("This day is over: open an activity first")
    }
    let people = scene.workshop.headcount(at: session)
    var facts = [scene.say("\(gap.free) min free")]
    if let people { facts.append(scene.say("\(people) people")) }
    let title: Phrase =
      "Insert a game, a break or a method · \(facts.joined(separator: " · "))"
    return .open(
      Library(.now, title, scene) {
        LibraryOffer.all(gap, people: people, after: $0.current, $0)
      }, scene)
  }

  /// What there is for a place of the agenda.
  static let plan = Action("insert-from-library", "Insert a game, a break or a method") {
    scene in
    guard let editor = scene.focus.overlay as? AgendaEditor,
      let session = scene.workshop.plan.session(editor.session)
    else { return .nothing }
    let before = editor.chosen(scene)
    let gap = Gap(after: before?.id, in: session, scene.workshop.catalogue)
    let people = scene.workshop.headcount(at: session)
    let clock = ClockTime(minutes: gap.start).description
    return .open(
      Library(.plan(editor), "Insert at \(clock): a game, a break or a method", scene) {
        LibraryOffer.all(gap, people: people, after: before, $0)
      }, scene)
  }

  /// Another game for the warm-up that the room is at.
  static let games = Action("browse-games", "Browse the warm-ups") { scene in
    let here = scene.session.flatMap { scene.workshop.headcount(at: $0) }
    var gap =
      scene.session.flatMap { Gap(in: Agenda(of: $0, in: scene.workshop, now: scene.now)) }
      ?? .anywhere
    // It takes the time that the warm-up has.
    gap.free = Gap.anywhere.free
    let title: Phrase = here.map { "Warm-ups · \($0) people" } ?? "Warm-ups"
    return .open(
      Library(.game, title, scene) { [gap] in
        LibraryOffer.all(gap, people: here, after: $0.current, games: true, $0)
      }, scene)
  }

  private func wish(_ scene: Scene) -> Wish { LibraryWords.wish(line.text, scene.language) }

  /// What was not typed away.
  func matches(_ scene: Scene) -> [LibraryOffer] {
    let wish = wish(scene)
    return wish.found(in: fresh(scene).offers, title: { Fold.plain(scene.say($0.title)) }) {
      $0.isFound(by: line.text, wish)
    }
  }

  func chosen(_ scene: Scene) -> LibraryOffer? {
    let matches = matches(scene)
    return matches.indices.contains(selected) ? matches[selected] : nil
  }

  // MARK: Keys

  package func bindings(_ scene: Scene) -> [Binding] {
    let none: Phrase? = chosen(scene) == nil ? "Nothing here" : nil
    let hint: Phrase = if case .game = place { "take it" } else { "insert" }
    return [
      Binding(.enter, do: Self.choose, hint: hint, unless: none),
      Binding(.down, do: Self.move("next-item", "Down", by: 1), hint: "down"),
      Binding(.up, do: Self.move("previous-item", "Up", by: -1), hint: "up"),
      Binding(
        .tab, do: Self.turn,
        hint: view == .list ? "preview" : view == .stage ? "steps" : "list", unless: none),
      Binding(.pageDown, do: Self.move("next-page", "Ten further down", by: 10)),
      Binding(.pageUp, do: Self.move("previous-page", "Ten further up", by: -10)),
      Binding(.function(2), do: Self.own, hint: "your own"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    var library = fresh(scene)
    guard library.line.take(key) else { return .nothing }
    library.selected = 0
    library.view = .list
    return .replace(library, scene)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var library = (scene.focus.overlay as? Library)?.fresh(scene) else { return .nothing }
      let count = library.matches(scene).count
      guard count > 0 else { return .nothing }
      let next = library.selected + step
      library.selected = abs(step) == 1 ? (next + count) % count : max(0, min(next, count - 1))
      return .replace(library, scene)
    }
  }

  private static let turn = Action("preview", "What everyone would see, then how it goes") {
    scene in
    guard var library = scene.focus.overlay as? Library else { return .nothing }
    let all = Shown.allCases
    let next = (all.firstIndex(of: library.view) ?? 0) + 1
    library.view = all[next % all.count]
    return .replace(library, scene)
  }

  private static let choose = Action("choose", "Put it in") { scene in
    guard let library = scene.focus.overlay as? Library, let offer = library.chosen(scene) else {
      return .nothing
    }
    return library.put(offer, scene)
  }

  private func put(_ offer: LibraryOffer, _ scene: Scene) -> Outcome {
    let title = offer.title
    switch place {
    case .now:
      var outcome = Outcome.close(scene)
      outcome.events = events(offer, scene)
      outcome.notice =
        scene.current == nil
        ? "“\(title)” comes first; u takes it out" : "“\(title)” comes next; u undoes it"
      return outcome
    case .plan(var editor):
      let events = events(offer, scene)
      editor.selected = editor.next(scene)
      var outcome = Outcome.focus(of: scene) {
        $0.overlays.removeLast(min(2, $0.overlays.count))
        $0.overlays.append(editor)
      }
      outcome.events = events
      outcome.notice = "Inserted; u undoes it"
      return outcome
    case .game:
      guard let activity = scene.current, case .game(let game) = offer.source else {
        return .nothing
      }
      var outcome = Outcome.close(scene)
      guard activity.warmUp != game.id else { return outcome }
      outcome.events = PlanMaking.change([
        scene.workshop.setting("warmUp", of: activity.id, to: game.id)
      ])
      outcome.notice = "“\(title)” is the game now; u takes it back"
      return outcome
    }
  }

  /// What puts an offer in: after what the room is at now, not after what it was at when the list was
  /// opened.
  private func events(_ offer: LibraryOffer, _ scene: Scene) -> [Event] {
    let (session, after) = target(scene)
    return offer.events(into: session, after: after, room: room(scene), scene)
  }

  private func target(_ scene: Scene) -> (session: String, after: ActivityID?) {
    if case .plan(let editor) = place { return (editor.session, editor.chosen(scene)?.id) }
    return (scene.session?.id ?? "", scene.current?.id)
  }

  /// The minutes that were asked for; else, while the day goes on, those that are free.
  private func room(_ scene: Scene) -> Int? {
    if let minutes = wish(scene).minutes { return minutes }
    guard case .now = place, let session = scene.session else { return nil }
    return Gap(in: Agenda(of: session, in: scene.workshop, now: scene.now))?.free
  }

  // MARK: Drawing

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let chosen = chosen(scene)
    let isWide = view == .list && inner.width >= Self.wide && inner.height >= 16
    let (side, main) = isWide ? inner.right(inner.width / 2) : inner.right(0)
    let column = isWide ? main.right(2).rest : main
    Panel.line(
      line, into: &frame, x: column.x, y: column.y, width: column.width,
      placeholder: scene.say("Such as: 20 min 30 people seated"))
    let caret = frame.cursor
    let (_, below) = column.top(2)
    switch view {
    case .stage: chosen.map { stage(of: $0, scene, into: &frame, in: below) }
    case .steps:
      chosen.map { offer in
        let title = Page.Row(text: scene.say(offer.title), isHeading: true)
        Page.draw([title] + offer.rows(scene), into: &frame, in: below)
      }
    case .list:
      let (foot, list) = below.bottom(below.height >= 14 ? 6 : below.height >= 9 ? 4 : 2)
      self.list(scene, into: &frame, in: list)
      if let chosen {
        self.foot(chosen, scene, into: &frame, in: foot)
        guard isWide else { break }
        let (stage, steps) = side.top(max(12, side.height / 2))
        self.stage(of: chosen, scene, into: &frame, in: stage)
        Page.draw(chosen.rows(scene), into: &frame, in: steps.top(1).rest)
      }
    }
    frame.cursor = caret
  }

  private func list(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let matches = matches(scene)
    guard !matches.isEmpty else {
      frame.put(scene.say("Nothing here"), x: rect.x, y: rect.y, style: .quiet, width: rect.width)
      return
    }
    let first = max(0, min(selected - rect.height / 2, matches.count - rect.height))
    for (row, offer) in matches.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + row == selected
      let style: Style =
        isSelected
        ? Style(.selection, bold: true) : offer.fit.obstacles.isEmpty ? .plain : .quiet
      let y = rect.y + row
      if isSelected {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
      }
      let detail = offer.detail(scene)
      let width = min(Text.width(detail), rect.width / 2)
      frame.put(isSelected ? "▶" : " ", x: rect.x, y: y, style: style)
      frame.put(
        scene.say(offer.title), x: rect.x + 2, y: y, style: style, width: rect.width - width - 4)
      frame.put(
        detail, x: rect.maxX - width, y: y, style: isSelected ? style : .quiet, width: width)
    }
  }

  /// What the highlighted one is, why it may not fit, and what it does to the day.
  private func foot(
    _ offer: LibraryOffer, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    var rest = rect.height > 2 ? rect.top(1).rest : rect
    func put(_ text: String, _ style: Style, keeping rows: Int = 0) {
      guard !text.isEmpty, rest.height > rows else { return }
      let place = Rect(x: rest.x, y: rest.y, width: rest.width, height: rest.height - rows)
      rest = rest.top(frame.paragraph(text, in: place, style: style)).rest
    }
    let (facts, manner) = offer.facts(scene.language)
    let mind =
      offer.fit.obstacles.isEmpty ? "" : scene.say("Warning: \(offer.reasons(scene))")
    let change = change(offer, scene)
    let kept = [mind, change].count { !$0.isEmpty }
    if rect.height > 2 {
      put(facts, .plain, keeping: kept)
      if case .method(let method) = offer.source {
        put(scene.say(method.purpose), .quiet, keeping: kept)
      }
      put(manner, .quiet, keeping: kept)
    }
    put(mind, Style(.warning), keeping: change.isEmpty ? 0 : 1)
    put(change, .accent)
  }

  private func change(_ offer: LibraryOffer, _ scene: Scene) -> String {
    guard case .now = place else { return "" }
    return DayChange(events(offer, scene), scene)?.line(scene) ?? ""
  }

  /// The stage as it would be, under a line that says where the room would be.
  private func stage(
    of offer: LibraryOffer, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let (session, after) = target(scene)
    guard
      let seen = offer.tried(into: session, after: after, room: room(scene), scene),
      let activity = seen.current
    else { return }
    let (head, below) = rect.top(1)
    let parts = [
      activity.phase.map { scene.say($0.name).uppercased() }, scene.say(activity.title),
      TurnView.line(seen, activity), scene.say("\(activity.minutes) min"),
    ]
    frame.put(
      parts.compactMap { $0 }.joined(separator: " · "), x: head.x, y: head.y, style: .accent,
      width: head.width)
    seen.kind.stage(seen, activity, &frame, below)
  }
}
