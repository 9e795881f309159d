import Assets
import Cards
import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// Something of the library that can be put into a day, and how well it fits there.
struct LibraryOffer: Sendable {
  let source: Source
  let fit: Fit
  /// What it is found by, its title among it, without accents and capitals.
  private let text: String
  /// How the list is ordered, the least first.
  private let order: [Int]

  enum Source: Sendable {
    /// So many minutes, and the least it can be cut to.
    case rest(minutes: Int, minimum: Int)
    case game(WarmUp)
    case method(WayOfWorking)
    /// Persona cards, dealt in an activity of a kind.
    case deck(Deck, ActivityKind)
  }

  /// Minutes of a break with the least it can be cut to; the templates cut a quarter of an hour to ten.
  private static let breaks = [(5, 5), (10, 10), (15, 10)]
  private static let rest = Localized(english: "Break")

  /// What there is for a place in a day, best first.
  ///
  /// What suits the moment stands first, then breaks; then methods before games where the room works at a
  /// board, games before methods elsewhere, methods of the phase at hand before others. A deck for the
  /// workshop's themes goes before these, until one is dealt that day; other decks come last.
  ///
  /// - Parameters:
  ///   - before: what it would come after.
  ///   - isGames: games alone.
  static func all(
    _ gap: Gap, people: Int?, after before: Activity?, games isGames: Bool = false, _ scene: Scene
  ) -> [LibraryOffer] {
    let language = scene.language
    let kind = scene.kind(of: before)
    let isAtWork = before != nil && (kind.writesBoard || kind.traits.contains(.vote))
    let tables = scene.workshop.tableNumbers.count
    let games = scene.content.warmUps.map { game in
      let fit = Fit(of: game, in: gap, people: people)
      return LibraryOffer(
        source: .game(game), fit: fit, text: LibraryWords.text(game, language),
        order: fit.rank + [isAtWork ? 1 : 0, fit.minutes])
    }
    guard !isGames else { return sorted(games) }
    let breaks = breaks.map { minutes, minimum in
      let fit = Fit(of: minutes, isBreak: true, in: gap)
      return LibraryOffer(
        source: .rest(minutes: minutes, minimum: minimum), fit: fit,
        text: Fold.plain("\(language(rest)) · \(language("\(minutes) min"))"),
        order: fit.rank + [0, minutes])
    }
    let methods = scene.content.methods.map { method in
      let least = method.activity(of: "", in: language.code, tables: tables, board: nil, room: 0)
      let fit = Fit(of: method, minutes: least.minutes, in: gap, people: people)
      let isOther = method.phase != nil && before?.phase != nil && method.phase != before?.phase
      return LibraryOffer(
        source: .method(method), fit: fit, text: LibraryWords.text(method, language),
        order: fit.rank
          + (fit.occasion == nil ? [isAtWork ? 0 : 1, isOther ? 1 : 0] : [0, fit.minutes]))
    }
    return sorted(breaks + decks(gap, scene) + games + methods)
  }

  private static func decks(_ gap: Gap, _ scene: Scene) -> [LibraryOffer] {
    guard let kind = scene.features.kinds.first(where: { $0.traits.contains(.deck) }) else {
      return []
    }
    let isDealt = scene.workshop.plan.activities.contains { $0.kind == kind.id }
    return scene.decks.map { deck, matches in
      let fit = Fit(of: kind.planning.minutes, in: gap)
      let texts = [deck.title, deck.fits].map { scene.say($0) } + [scene.say(kind.name)]
      return LibraryOffer(
        source: .deck(deck, kind), fit: fit, text: Fold.plain(texts.joined(separator: " · ")),
        order: fit.rank + (matches > 0 && !isDealt ? [-1, -matches] : [2, -matches]))
    }
  }

  private static func sorted(_ offers: [LibraryOffer]) -> [LibraryOffer] {
    offers.enumerated().sorted { a, b in
      (a.element.order + [a.offset]).lexicographicallyPrecedes(b.element.order + [b.offset])
    }.map(\.element)
  }

  private init(source: Source, fit: Fit, text: String, order: [Int]) {
    self.source = source
    self.fit = fit
    self.text = text
    self.order = order
  }

  var title: Localized {
    switch source {
    case .rest: Self.rest
    case .game(let game): game.title
    case .method(let method): method.title
    case .deck(let deck, _): deck.title
    }
  }

  /// Whether it is looked for: its title holds what was typed, or it fits all that was asked for.
  func isFound(by typed: String, _ wish: Wish) -> Bool {
    let wanted = Fold.plain(typed).trimmed
    return wanted.isEmpty || text.contains(wanted)
      || wish.fits(minutes: fit.minutes, people: people, found: text)
  }

  private var people: WarmUp.Span? {
    switch source {
    case .rest, .deck: nil
    case .game(let game): game.people
    case .method(let method): method.people
    }
  }

  /// What puts it into a session after an activity.
  ///
  /// - Parameter room: the minutes that it may take; nil: as many as are usual.
  func events(
    into session: String, after other: ActivityID?, room: Int? = nil, _ scene: Scene
  ) -> [Event] {
    let plan = scene.workshop.plan
    var activity: Activity
    switch source {
    case .method(let method):
      return MethodPlan.events(method, into: session, after: other, room: room, scene)
    case .deck(let deck, let kind):
      return PlanMaking.activity(
        of: kind, called: scene.inPlan(deck.title),
        minutes: room.map { min($0, fit.minutes) } ?? fit.minutes, into: session, after: other,
        deck: deck, scene)
    case .rest(let minutes, let minimum):
      activity = Activity(
        id: "", title: Localized(scene.inPlan(Self.rest)), kind: ActivityKind.rest.id,
        minutes: minutes, minimum: minimum, priority: .could)
    case .game(let game):
      activity = Activity(
        id: "", title: game.title.resolved(in: plan.language), kind: ActivityKind.warmUp.id,
        minutes: game.minutes.minimum, minimum: game.minutes.minimum,
        maximum: game.minutes.maximum, priority: .could, warmUp: game.id)
    }
    activity.board =
      plan.activity(other)?.board ?? plan.boards.first { $0.sheet == "parking" }?.id
    return PlanMaking.change([.activityAdded(session: session, after: other, activity: activity)])
  }

  /// The room at it, once it were put in: what the stage would show then.
  func tried(
    into session: String, after other: ActivityID?, room: Int? = nil, _ scene: Scene
  ) -> Scene? {
    let known = Set(scene.workshop.plan.activities.map(\.id))
    let tried = scene.trying(events(into: session, after: other, room: room, scene))
    guard let new = tried.workshop.plan.activities.first(where: { !known.contains($0.id) }) else {
      return nil
    }
    var shown = tried.trying(.activityOpened(activity: new.id, seconds: new.minutes * 60))
    shown.focus = Focus()
    shown.role = .stage
    return shown.forTheRoom
  }

  /// What stands at the right of its line: why it suits, or why it does not.
  func detail(_ scene: Scene) -> String {
    guard fit.obstacles.isEmpty else { return reasons(scene) }
    let way: Phrase? =
      switch source {
      case .method: "method"
      case .deck(_, let kind): kind.name
      case .rest, .game: nil
      }
    return [fit.occasion.map(LibraryWords.occasion) ?? way, "\(fit.minutes) min"]
      .compactMap { $0.map { scene.say($0) } }.joined(separator: " · ")
  }

  /// Why it does not fit, in a word or two each.
  func reasons(_ scene: Scene) -> String {
    fit.obstacles.map { obstacle -> String in
      switch obstacle {
      case .touch: scene.say("with touch")
      case .noSeatedVariant: scene.say("no seated variant")
      case .people(let span, let here):
        scene.say("for \(LibraryWords.span(span)) people, here \(here)")
      case .minutes(let minutes): scene.say("needs \(minutes) min")
      case .jury: scene.say("too lively for a jury")
      }
    }.joined(separator: " · ")
  }

  /// Its facts, then how it is.
  func facts(_ language: Language) -> (facts: String, manner: String) {
    let parts: ([String], [String]) =
      switch source {
      case .rest(let minutes, _): ([language("\(minutes) min")], [])
      case .game(let game):
        (LibraryWords.facts(game, language), LibraryWords.manner(game, language))
      case .method(let method):
        (LibraryWords.facts(method, language), LibraryWords.manner(method, language))
      case .deck(let deck, let kind):
        (
          [language("\(fit.minutes) min"), language(kind.planning.gathering.name)],
          [language(deck.fits)]
        )
      }
    return (parts.0.joined(separator: " · "), parts.1.joined(separator: " · "))
  }

  /// What it is for, then its steps, what it needs and what may go wrong.
  func rows(_ scene: Scene) -> [Page.Row] {
    func row(_ term: Phrase, _ text: Localized?) -> [Page.Row] {
      text.map { [Page.Row(term: scene.say(term), text: scene.say($0))] } ?? []
    }
    func numbered(_ steps: [Localized]) -> [Page.Row] {
      steps.enumerated().map { Page.Row(term: "\($0 + 1)", text: scene.say($1)) }
    }
    switch source {
    case .rest: return []
    case .deck(let deck, _):
      let piles = deck.categories.map {
        Page.Row(term: "\($0.cards.count)", text: scene.say($0.label))
      }
      return row("Fits##a deck", deck.fits) + piles
    case .game(let game):
      return numbered(game.steps) + row("Seated", game.seated) + row("Material", game.material)
    case .method(let method):
      return [Page.Row(text: scene.say(method.purpose))] + numbered(method.steps)
        + row("Warning##about a method", method.wrong) + row("Material", method.material)
        + row("Room##a place", method.room)
    }
  }
}
