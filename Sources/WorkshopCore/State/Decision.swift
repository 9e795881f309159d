/// What was decided about a project or a theme: a card of the sheet `decision`, read.
public struct Decision: Equatable, Sendable, Identifiable {
  public let id: CardID
  public let text: String
  /// The project it is about.
  public let project: CardID?
  /// The theme it is about, where it is about no project.
  public let theme: String?
  /// Nil while nobody said what becomes of it, and for a theme.
  public let status: ProjectStatus?
  /// Of a theme: whether it was explored.
  public let isExplored: Bool?
  /// Of a go: 1 for the first round.
  public let wave: Int?
  /// The project that goes on with what was merged or dropped.
  public let target: CardID?
  /// The codes of its reasons, in the order in which they were given.
  public let motives: [String]
  public let reason: String?
  public let deciders: String?
  /// `followed`, `departed` or `no-vote`, as somebody confirmed it.
  public let vote: String?
  /// The day it was taken: as written, else the day it was typed.
  public let day: Day
  public let review: Day?
  /// When it was typed.
  let added: Stamp

  public init(_ card: Card) {
    id = card.id
    text = card.text
    project = card[Card.project]
    theme = card[Card.project] == nil ? card.theme : nil
    let value = card[Self.status] ?? ""
    status = ProjectStatus(rawValue: value)
    isExplored = [Theme.explored: true, Theme.notExplored: false][value]
    wave = status == .go ? max(1, card[Self.wave].flatMap { Int($0) } ?? 1) : nil
    target = card[Self.target]
    motives = Field.parts(of: card[Self.motive] ?? "")
    reason = card[Self.reason]
    deciders = card[Self.deciders]
    vote = card[Self.vote]
    day =
      card[Card.date].flatMap { Day($0) }
      ?? Moment(milliseconds: card.added.milliseconds).day
    review = card[Self.review].flatMap { Day($0) }
    added = card.added
  }

  /// What it must still say before it counts.
  public var missing: [ProjectStatus.Need] {
    let needs = status?.needs ?? (isExplored == false ? [.reason] : [])
    return needs.filter { need in
      switch need {
      case .reason:
        project == nil
          ? motives.isEmpty && reason == nil
          : motives.allSatisfy { $0 == Self.otherMotive } && (motives.isEmpty || reason == nil)
      case .decider: deciders == nil
      case .review: review == nil
      case .target: target == nil || target == project
      }
    }
  }

  /// Whether it says what becomes of something, and all that must be said with it.
  public var counts: Bool {
    (project != nil && status != nil || theme != nil && isExplored != nil) && missing.isEmpty
  }

  /// The sheet of such cards, and its fields.
  public static let sheet = "decision"
  public static let status = "status"
  public static let wave = "wave"
  public static let motive = "motive"
  public static let reason = "reason"
  public static let reopening = "reopening"
  public static let deciders = "deciders"
  public static let vote = "vote"
  public static let review = "review"
  public static let target = "merged-into"
  public static let consequences = "consequences"
  /// The code that says nothing by itself: it needs words.
  public static let otherMotive = "other"

  /// The fields asked for about a theme.
  public static let themeFields = [Card.text, motive, reason, deciders, Card.date]
}

extension Workshop {
  /// Every decision, oldest first: by the day it was taken, then by when it was typed.
  public var decisions: [Decision] {
    cards(ofSheet: Decision.sheet).map(Decision.init).sorted {
      ($0.day, $0.added, $0.id) < ($1.day, $1.added, $1.id)
    }
  }

  /// The decisions about a project, oldest first, those that do not count yet included.
  public func decisions(about project: CardID) -> [Decision] {
    decisions.filter { $0.project == project }
  }

  /// The decision that says where a project stands; nil: nobody decided yet.
  public func standing(of project: CardID) -> Decision? {
    decisions(about: project).last { $0.counts && $0.status != nil }
  }

  public func status(of project: CardID) -> ProjectStatus? { standing(of: project)?.status }

  /// The projects that are not in the running of an activity: those that somebody had dropped, merged or
  /// put aside when the room left it.
  ///
  /// While the room is there, before it was, and without an activity, what counts is how things stand
  /// now: what is decided after the pitches takes none of them out of the report.
  public func outOfTheRunning(of activity: ActivityID? = nil) -> Set<CardID> {
    let end = activity.flatMap(end)
    var last: [CardID: ProjectStatus] = [:]
    for decision in decisions where decision.counts && (end.map { decision.added < $0 } ?? true) {
      if let project = decision.project, let status = decision.status { last[project] = status }
    }
    return Set(last.filter { !$0.value.isInTheRunning }.keys)
  }

  /// A board's cards that are in the running of an activity, in their order.
  public func running(on board: BoardID, of activity: ActivityID? = nil) -> [Card] {
    let out = outOfTheRunning(of: activity)
    return cards(on: board).filter { !out.contains($0.id) }
  }

  /// When the room left an activity for another one; nil while it is there or never was.
  private func end(of activity: ActivityID) -> Stamp? {
    guard activity != current, let last = openings[activity]?.max() else { return nil }
    return openings.filter { $0.key != activity }.values.joined().filter { $0 > last }.min()?.stamp
  }

  /// The last decision on whether a theme was explored.
  public func decision(onTheme id: String) -> Decision? {
    decisions.last { $0.theme == id && $0.isExplored != nil && $0.counts }
  }

  /// The cards of every board of a sheet, in the boards' order.
  public func cards(ofSheet sheet: String) -> [Card] {
    boards.filter { $0.sheet == sheet }.flatMap { cards(on: $0.id) }
  }

  /// Where cards of a sheet are put: the first board of it.
  public func board(ofSheet sheet: String) -> Board? { boards.first { $0.sheet == sheet } }
}
