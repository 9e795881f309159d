import Assets
package import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// A game, a break or a way of working put into the day that goes on, when the room needs one.
extension Action {
  /// What there is, best first; what the highlighted one does to the day is said beneath, and the
  /// whole day is shown before anything is changed.
  package static let insert = Action("insert", "Insert a game, a break or a way of working") {
    scene in
    guard let session = scene.session else { return .refused("This plan has no session") }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    guard let gap = Gap(in: agenda) else {
      return .refused("This day is over: open an activity first")
    }
    let people = scene.workshop.headcount(at: session)
    let items = Insertion.all(gap, people: people, scene).map { insertion in
      Menu.Item(
        label: scene.say(insertion.title), detail: insertion.detail(scene),
        isQuiet: !insertion.fit.obstacles.isEmpty, words: insertion.words(scene), staysOpen: true,
        footer: { scene in
          let purpose = insertion.method.map { scene.say($0.purpose) } ?? ""
          let change = DayChange(insertion.event(scene), scene)?.line(scene) ?? ""
          return [purpose, change].filter { !$0.isEmpty }.joined(separator: "\n")
        }
      ) { confirm(insertion, $0) }
    }
    var facts = [scene.say("\(gap.free) min free")]
    if let people { facts.append(scene.say("\(people) people")) }
    let menu = Menu(
      title: "Insert a game, a break or a way of working · \(facts.joined(separator: " · "))",
      items: items)
    return .open(menu, scene)
  }

  /// The day as it would be, to say yes or no to.
  private static func confirm(_ insertion: Insertion, _ scene: Scene) -> Outcome {
    guard let change = DayChange(insertion.event(scene), scene) else { return .nothing }
    var rows: [Page.Row] = []
    if let game = scene.content.warmUp(insertion.activity.warmUp) {
      rows.append(Page.Row(term: scene.say("How"), text: Games.facts(game, scene.language)))
    }
    if let method = insertion.method {
      rows.append(Page.Row(text: scene.say(method.purpose)))
      rows += method.steps.enumerated().map { number, step in
        Page.Row(term: "\(number + 1)", text: scene.say(step))
      }
      rows.append(Page.Row(text: " "))
    }
    if !insertion.fit.obstacles.isEmpty {
      let text = scene.say("Mind: \(insertion.reasons(scene))")
      rows.append(Page.Row(text: text, isWarning: true))
    }
    rows.append(Page.Row(text: change.end(scene), isHeading: true))
    rows.append(Page.Row(text: " "))
    let minutes = insertion.activity.minutes
    let page = Page(
      title: "Insert “\(insertion.title)”, \(minutes) min?", lines: rows + change.rows(scene),
      confirm: Page.Confirm(phrase: "Insert it", hint: "insert") { put(insertion, $0) })
    return .open(page, scene)
  }

  /// Puts it in, and takes the page and the list beneath it away.
  private static func put(_ insertion: Insertion, _ scene: Scene) -> Outcome {
    var outcome = Outcome.focus(of: scene) { $0.overlays.removeLast(min(2, $0.overlays.count)) }
    outcome.events = [insertion.event(scene)]
    outcome.notice =
      scene.current == nil
      ? "“\(insertion.title)” comes first; u takes it out"
      : "“\(insertion.title)” comes next; u takes it out"
    return outcome
  }
}

/// Something that can be put into the day, and how well it fits now.
private struct Insertion: Sendable {
  let activity: Activity
  /// As this terminal's language has it; the plan's title is in the workshop's.
  let title: Localized
  let fit: Fit
  /// The way of working it is, if it is one.
  var method: WayOfWorking?

  /// Minutes of a break with the least it can be cut to; the templates cut a quarter of an hour to ten.
  private static let breaks = [(5, 5), (10, 10), (15, 10)]
  private static let rest = Localized(texts: ["en": "Break", "fr": "Pause", "hu": "Szünet"])

  /// Every break, every way of working and every game of the library, best first.
  ///
  /// The ways stand together in the order of their file: before the games while the room works at a
  /// board, after them at any other moment.
  static func all(_ gap: Gap, people: Int?, _ scene: Scene) -> [Insertion] {
    let breaks = breaks.map { minutes, minimum in
      let activity = Activity(
        id: "", title: scene.inRoom(rest), kind: "break", minutes: minutes, minimum: minimum,
        priority: .could)
      return Insertion(activity: activity, title: rest, fit: Fit(ofBreak: minutes, in: gap))
    }
    let games = scene.content.warmUps.map { game in
      let activity = Activity(
        id: "", title: scene.inRoom(game.title), kind: "warm-up", minutes: game.minutes.minimum,
        minimum: game.minutes.minimum, maximum: game.minutes.maximum, priority: .could,
        warmUp: game.id)
      return Insertion(
        activity: activity, title: game.title, fit: Fit(of: game, in: gap, people: people))
    }
    let sorted = (breaks + games).enumerated().sorted { a, b in
      if a.element.fit.isBetter(than: b.element.fit) { return true }
      return !b.element.fit.isBetter(than: a.element.fit) && a.offset < b.offset
    }.map(\.element)
    let ways = ways(gap, scene)
    let fits = sorted.filter(\.fit.obstacles.isEmpty)
    let first = fits.prefix { $0.activity.kind == ActivityKind.rest.id || $0.fit.occasion != nil }
      .count
    let isAtWork = scene.kind.writesBoard || scene.kind.traits.contains(.vote)
    let place = isAtWork ? first : fits.count
    return sorted.prefix(place) + ways.filter(\.fit.obstacles.isEmpty)
      + sorted.dropFirst(place) + ways.filter { !$0.fit.obstacles.isEmpty }
  }

  private static func ways(_ gap: Gap, _ scene: Scene) -> [Insertion] {
    scene.content.methods.map { method in
      let activity = method.activity(
        of: scene.features.plain.id, in: scene.workshop.plan.language,
        tables: scene.workshop.tableNumbers.count,
        board: board(for: method, scene))
      return Insertion(
        activity: activity, title: method.title, fit: Fit(ofBreak: activity.minutes, in: gap),
        method: method)
    }
  }

  /// The board that a way works on: the one it asks for, else the one the room is at, else the ideas.
  private static func board(for method: WayOfWorking, _ scene: Scene) -> BoardID? {
    let boards = scene.workshop.plan.boards
    if let wanted = boards.first(where: { $0.sheet == method.sheet && method.sheet != nil }) {
      return wanted.id
    }
    let here = boards.first { $0.id == scene.current?.board }
    return (here?.sheet == "parking" ? nil : here?.id) ?? boards.first { $0.sheet == "idea" }?.id
  }

  /// What it is found by beside its title.
  func words(_ scene: Scene) -> String {
    method.map {
      ([scene.say("way of working"), scene.say($0.purpose)] + ($0.also ?? [])).joined(
        separator: " ")
    } ?? ""
  }

  /// Puts it after what the room is at now, not after what it was at when the list was opened.
  func event(_ scene: Scene) -> Event {
    var activity = activity
    let boards = scene.workshop.plan.boards
    activity.board =
      activity.board ?? scene.current?.board ?? boards.first { $0.sheet == "parking" }?.id
    return .planChanged(changes: [
      .activityAdded(
        session: scene.session?.id ?? "", after: scene.current?.id, activity: activity)
    ])
  }

  /// What stands at the right of its line: why it suits, or why it does not.
  func detail(_ scene: Scene) -> String {
    guard fit.obstacles.isEmpty else { return reasons(scene) }
    let occasion: Phrase? =
      switch fit.occasion {
      case .open: "to open the day"
      case .beforeIdeas: "before ideas"
      case .afterLunch: "after lunch"
      case .close: "to close the day"
      case nil: nil
      }
    let way: Phrase? = method == nil ? nil : "way of working"
    return [occasion ?? way, "\(fit.minutes) min"].compactMap { $0.map { scene.say($0) } }
      .joined(separator: " · ")
  }

  /// Why it does not fit, in a word or two each.
  func reasons(_ scene: Scene) -> String {
    fit.obstacles.map { obstacle -> String in
      switch obstacle {
      case .touch: scene.say("with touch")
      case .noSeatedVariant: scene.say("no seated variant")
      case .people(let span, let here):
        scene.say("for \(Games.span(span)) people, here \(here)")
      case .minutes(let minutes): scene.say("needs \(minutes) min")
      }
    }.joined(separator: " · ")
  }
}

extension Scene {
  /// A text in the workshop's language alone, as its plan holds it.
  fileprivate func inRoom(_ text: Localized) -> Localized {
    text.resolved(in: workshop.plan.language)
  }
}

/// Ways of working in words.
package enum Ways {
  package static func minutes(_ method: WayOfWorking, _ language: Language) -> String {
    language("\(Games.span(method.minutes)) min")
  }
}
