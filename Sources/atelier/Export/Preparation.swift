import Assets
import Languages
import Projects
import Reporting
import Shell
import Voting
import WorkshopCore
import WorkshopQueries

/// What a plan asks for before a session: what to print, to bring and to set up, who does what when.
enum Preparation {
  static func report(_ scene: Scene) -> Report {
    let plan = scene.workshop.plan
    return Report(
      title: scene.say("To prepare: \(plan.title)"), in: scene.language,
      blocks: plan.sessions.flatMap { session -> [Report.Block] in
        let day = PreparedDay(session, scene)
        return [.heading(level: 1, scene.say(session.title))] + day.head
          + chapter("To print", day.prints, scene) + chapter("To have at hand", day.brings, scene)
          + chapter("To set up", day.settings, scene)
          + [.heading(level: 2, scene.say("Who does what when"))] + day.duties
      })
  }

  private static func chapter(
    _ title: Phrase, _ items: [String], _ scene: Scene
  ) -> [Report.Block] {
    guard !items.isEmpty else { return [] }
    return [
      .heading(level: 2, scene.say(title)), .list(items.map { Report.Item($0, isDone: false) }),
    ]
  }
}

/// The agenda as participants may read it: hours, titles and speakers, no script.
enum ParticipantAgenda {
  static func report(_ scene: Scene) -> Report {
    let plan = scene.workshop.plan
    return Report(
      title: scene.say(plan.title), in: scene.language,
      blocks: [.paragraph(scene.say(plan.goal))]
        + plan.sessions.flatMap { session -> [Report.Block] in
          let day = PreparedDay(session, scene)
          return [.heading(level: 1, scene.say(session.title))] + day.head + day.before
            + [day.agenda]
        })
  }
}

/// A session that is to come: its items with their planned hours.
private struct PreparedDay {
  let session: Session
  let scene: Scene
  let items: [(activity: Activity, start: Int)]
  /// How many sit at the tables; nil while nobody is on the list.
  let guests: Int?

  init(_ session: Session, _ scene: Scene) {
    self.session = session
    self.scene = scene
    items = zip(session.activities, session.timetable.starts).filter { !$0.0.isDropped }
      .map { ($0, $1) }
    let count = scene.workshop.guests(at: session).count
    guests = count > 0 ? count : nil
  }

  /// When and where, and what people bring.
  var head: [Report.Block] {
    let first = items.first?.start ?? ClockTime(session.start)?.minutes ?? 0
    let hours = "\(ClockTime(minutes: first))–\(ClockTime(minutes: session.timetable.end))"
    let date = scene.date(of: session) ?? scene.say("date to follow")
    let facts = [
      Report.Fact(scene.say("When"), "\(date), \(hours)"),
      Report.Fact(scene.say("Place"), session.place ?? ""),
      Report.Fact(scene.say("Participants bring"), scene.say(session.bring)),
    ]
    return [.facts(facts.filter { !$0.text.isEmpty })]
  }

  /// What participants do before.
  var before: [Report.Block] {
    guard !session.before.isEmpty else { return [] }
    return [
      .paragraph(scene.language.labelled(scene.say("Before this session"), "")),
      .list(session.before.map { Report.Item(scene.say($0)) }),
    ]
  }

  /// Time that is only there to be given up is nobody's to read.
  var agenda: Report.Block {
    let rows = items.filter { !(traits($0.activity).contains(.rest) && $0.activity.minimum == 0) }
      .map { activity, start in
        [hour(start), title(activity), activity.rounds.map(turn).joined(separator: "; ")]
      }
    return .table(
      header: ["Hour", "What", "With"].map { scene.say($0) }, rows: rows, alignment: [.trailing])
  }

  private func turn(_ round: Round) -> String {
    [scene.say(round.title), round.who ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
  }

  // MARK: What to have

  /// Canvases, sheets and persona cards for every table, ballots for everyone.
  var prints: [String] {
    let tables = scene.workshop.plan.tables
    var lines: [String] = []
    for (activity, _) in items {
      if let deck = activity.deck.flatMap({ scene.content.decks[$0] }) {
        let cards = deck.categories.reduce(0) { $0 + $1.cards.count }
        lines.append(scene.say("Persona cards “\(deck.title)”: \(cards) {2|card|cards}"))
      }
      let canvas = activity.canvas ?? scene.kind(of: activity).usualJourney
      if let title = canvas.flatMap({
        scene.content.canvases[$0]?.title ?? scene.content.journeys[$0]?.title
      }) {
        lines.append(
          scene.say(
            activity.isMini
              ? "“\(title)”, core blocks only: \(tables), one a table"
              : "“\(title)”, large: \(tables), one a table"))
      } else if !traits(activity).contains(.closing),
        let sheet = activity.sheet.flatMap({ scene.content.sheets[$0] })
      {
        lines.append(scene.say("Sheet “\(sheet.title)”: \(tables), one a table"))
      }
      if activity.poll != nil {
        lines.append(
          guests.map { scene.say("Paper ballots for “\(title(activity))”: \($0)") }
            ?? scene.say("Paper ballots for “\(title(activity))”: one a voter"))
      }
    }
    if let guests { lines.append(scene.say("Name badges, and the list of people: \(guests)")) }
    return unique(lines)
  }

  /// The material that activities and their games name.
  var brings: [String] {
    var lines = items.flatMap { activity, start -> [String] in
      let game = activity.warmUp.flatMap { id in scene.content.warmUps.first { $0.id == id } }
      let texts = [scene.say(activity.material), scene.say(game?.material)]
      return unique(texts.filter { !$0.isEmpty }).map {
        scene.say("\($0) – for \(title(activity)), \(hour(start))")
      }
    }
    if let poll = items.lazy.compactMap(\.activity.poll).first(where: { $0.method.form == .dots }),
      let dots = poll.dots
    {
      let guests = guests
      lines.append(
        guests.map { scene.say("Dots to stick, where a vote is on posters: \(dots * $0)") }
          ?? scene.say("Dots to stick, where a vote is on posters: \(dots) a voter"))
    }
    return lines
  }

  /// Tables and chairs, what screens there are, floor to stand on, what breaks need.
  var settings: [String] {
    let tables = scene.workshop.plan.tables
    var lines = [
      guests.map { scene.say("\(tables) {1|table|tables}, chairs for \($0)") }
        ?? scene.say("\(tables) {1|table|tables} with chairs"),
      scene.say("A projector, a terminal for the facilitator and one for each note-taker"),
    ]
    for (activity, start) in items {
      let traits = traits(activity)
      let name = "\(title(activity)), \(hour(start))"
      if let id = activity.warmUp, let game = scene.content.warmUps.first(where: { $0.id == id }),
        game.standing
      {
        lines.append(scene.say("Free space to stand and walk: \(name)"))
      }
      if activity.rotates == true {
        lines.append(scene.say("A way from table to table, papers go round: \(name)"))
      }
      if traits.contains(.talk) || traits.contains(.jury) {
        lines.append(scene.say("A place to speak from: \(name)"))
      }
      if traits.contains(.rest), activity.minutes > 0, activity.minimum != 0 {
        lines.append(scene.say("Drinks, or a meal: \(name)"))
      }
    }
    return unique(lines)
  }

  // MARK: Who

  /// Each item with who leads it, each turn with who speaks, and then people by what they are.
  var duties: [Report.Block] {
    var rows: [[String]] = []
    for (activity, start) in items {
      let isTalk = traits(activity).contains(.talk) && activity.each == nil
      let nobody = isTalk && activity.rounds.isEmpty ? scene.say("nobody yet") : ""
      let lead = activity.lead ?? ""
      rows.append([hour(start), title(activity), lead.isEmpty ? nobody : lead])
      var minute = start
      for round in activity.rounds {
        let who = round.who ?? ""
        if !who.isEmpty || isTalk {
          let name = who.isEmpty && lead.isEmpty ? scene.say("nobody yet") : who
          rows.append([hour(minute), "· " + scene.say(round.title), name])
        }
        minute += round.minutes
      }
    }
    let people = Dictionary(grouping: scene.workshop.people) { scene.shown(Card.role, of: $0) }
    let roles = people.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { role, people in
      Report.Fact(role, people.map(\.text).joined(separator: ", "))
    }
    return [
      .table(
        header: ["Hour", "What", "Who"].map { scene.say($0) }, rows: rows, alignment: [.trailing]),
      .facts(roles),
    ]
  }

  // MARK: Words

  private func title(_ activity: Activity) -> String { scene.say(activity.title) }

  private func hour(_ minutes: Int) -> String { ClockTime(minutes: minutes).description }

  private func traits(_ activity: Activity) -> KindTraits { scene.kind(of: activity).traits }

  private func unique(_ lines: [String]) -> [String] {
    var known: Set<String> = []
    return lines.filter { known.insert($0).inserted }
  }
}
