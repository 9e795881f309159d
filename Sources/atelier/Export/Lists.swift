import Assets
import Cards
import Languages
import Projects
import Reporting
import Shell
import Voting
import WorkshopCore
import WorkshopQueries

/// A list for spreadsheets: its name, which is also its file's, and how it is made.
struct Lists: Sendable {
  let name: String
  let list: @Sendable (Scene) -> List

  static let all: [Lists] = [
    agenda, people, cards, filed("personas", under: "persona"),
    filed("projects", under: "project"), filed("decisions", under: "decision"),
    filed("actions", under: "action"), filed("advice", under: "advice"),
    filed("feedback", under: "feedback"), filed("meetings", under: "meeting"), results, ballots,
    kpis,
  ]

  init(_ name: String, _ header: [Phrase], rows: @escaping @Sendable (Scene) -> [[String]]) {
    self.name = name
    list = { scene in
      List(name: name, header: header.map { scene.say($0) }, rows: rows(scene))
    }
  }

  private init(_ name: String, list: @escaping @Sendable (Scene) -> List) {
    self.name = name
    self.list = list
  }

  /// Every item of every session, planned and real.
  private static let agenda = Lists(
    "agenda",
    [
      "Session", "Date", "Activity", "Phase", "Planned start", "Planned minutes", "Real start",
      "Real minutes",
    ]
  ) { scene in
    scene.workshop.plan.sessions.flatMap { session in
      Agenda(of: session, in: scene.workshop, now: scene.now, asHeld: true).items.map { item in
        let isHeld = item.state == .done || item.state == .now
        return [
          scene.say(session.title), session.date ?? "", scene.say(item.activity.title),
          item.activity.phase.map { scene.say($0.name) } ?? "",
          ClockTime(minutes: item.plannedStart).description, String(item.activity.minutes),
          isHeld ? ClockTime(minutes: item.start).description : "",
          isHeld ? String(item.spent) : "",
        ]
      }
    }
  }

  /// The roster without private fields, a column for each session that anybody was at; `atelier import`
  /// reads its headings.
  private static let people = Lists("people") { scene in
    let attendance = Attendance(of: scene.workshop)
    let labels: [Phrase] = [
      "Name", "Organisation", "Role", "Availability", "Cohort", "Origin", "Theme", "Project",
      "Table",
    ]
    return List(
      name: "people",
      header: labels.map { scene.say($0) } + attendance.sessions.map { scene.say($0.title) }
        + [scene.say("Id")],
      rows: attendance.people.map { person in
        let project = scene.workshop.card(person[Team.primary])?.text ?? ""
        return [
          person.text, person[Card.organisation] ?? "", scene.shown(Card.role, of: person),
          scene.shown(Card.availability, of: person), person[Card.cohort] ?? "",
          scene.shown(Card.origin, of: person),
          scene.title(ofTheme: person.theme) ?? person.theme ?? "",
          project, person.table ?? "",
        ] + attendance.sessions.map { person.has($0.id, in: Workshop.present) ? "1" : "0" }
          + [person.id]
      })
  }

  /// Everything the room wrote, on whatever board.
  private static let cards = Lists(
    "cards",
    ["Board", "Column", "Theme", "Table", "Text", "Author", "Said by##how many", "Added", "Id"]
  ) { scene in
    scene.workshop.order.compactMap(scene.workshop.card).filter {
      !$0.isGone && !Workshop.ownBoards.contains($0.board)
    }.map { card in
      let board = scene.workshop.board(card.board)
      let column = board.flatMap { scene.title(ofZone: card.zone, on: $0) }
      return [
        board.map(scene.title) ?? card.board, column ?? "",
        scene.title(ofTheme: card.theme) ?? "", card.table ?? "", card.text, card.author ?? "",
        String(card.voices), scene.now.at(card.added.milliseconds).date, card.id,
      ]
    }
  }

  /// The cards of a sheet with a column for each of its fields.
  private static func filed(_ name: String, under sheet: String) -> Lists {
    Lists(name) { scene in
      let hidden: Set = [Card.text, Card.theme]
      let fields = (scene.content.sheets[sheet]?.fields ?? []).filter {
        !hidden.contains($0.id) && !Card.isPrivate($0.id)
      }
      let head: [Phrase] = ["Text", "Theme"]
      return List(
        name: name, header: head.map { scene.say($0) } + fields.map { scene.say($0.label) },
        rows: scene.workshop.cards(ofSheet: sheet).map { card in
          [card.text, scene.title(ofTheme: card.theme) ?? ""]
            + fields.map { scene.shown($0.id, of: card) }
        })
    }
  }

  /// Every option of every vote that was revealed.
  private static let results = Lists(
    "results",
    [
      "Vote", "Kind of vote", "Option", "Place##in a vote", "Score##of a vote", "Chosen##by a vote",
      "Voters",
    ]
  ) { scene in
    scene.workshop.polls.filter(\.isRevealed).flatMap { poll in
      (poll.result?.rows ?? []).map { row in
        [
          scene.title(ofVote: poll), poll.method.rawValue,
          scene.workshop.label(ofOption: row.option), String(row.rank),
          score(row.score, poll, scene), row.isChosen ? "1" : "0", String(poll.voters),
        ]
      }
    }
  }

  /// A score as the ballots say it, grades from 1; empty where nobody scored the option.
  private static func score(_ score: Score, _ poll: Poll, _ scene: Scene) -> String {
    if score.isNone { return "" }
    return poll.method.form == .grades ? String(score.numerator + 1) : scene.score(score)
  }

  /// Every mark of every ballot of those votes, without names.
  private static let ballots = Lists("ballots", BallotRows.header, rows: BallotRows.rows)
}

extension Lists {
  /// Every figure of the programme, of each session, of each project's test; empty: no data.
  static let kpis = Lists("kpis", ["About", "Indicator", "Value", "Out of / planned"]) { scene in
    let indicators = Indicators(of: scene.workshop, now: scene.now)
    guard FiguresReport.hasData(indicators, scene) else { return [] }
    func rows(_ about: String, _ figures: Figures, isSession: Bool) -> [[String]] {
      FigureText.groups(figures, isSession: isSession, scene).flatMap(\.rows).map { row in
        [about, scene.say(row.label), number(row.value), number(row.of)]
      }
    }
    let sessions = indicators.sessions.count > 1 ? indicators.sessions : []
    let tests = TestText.rows(indicators, scene).flatMap { row in
      zip(TestText.header, row).dropFirst(2).map { label, text in
        [row[0], scene.say(label), text == FigureText.none ? "" : text, ""]
      }
    }
    return rows(scene.say("Programme"), indicators.programme, isSession: false)
      + sessions.flatMap { rows(scene.say($0.session.title), $0.figures, isSession: true) } + tests
  }

  /// With a point and two decimals at most, for spreadsheets; empty without data.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let hundredths = Int((value * 100).rounded())
    guard !hundredths.isMultiple(of: 100) else { return String(hundredths / 100) }
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + String(rest)
  }
}
