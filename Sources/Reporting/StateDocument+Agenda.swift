public import WorkshopCore
import WorkshopQueries

extension StateDocument {
  /// A subject the workshop works on.
  public struct Theme: Codable, Equatable, Sendable {
    public let id: String
    public let name: String
    public let challenge: String?
    public let sponsor: String?
    /// `explored` or `not-explored`.
    public let status: String
    public let reason: String?

    init(_ theme: WorkshopCore.Theme, in workshop: Workshop, _ say: (Localized) -> String) {
      id = theme.id
      name = say(theme.name)
      challenge = theme.challenge.map(say)
      sponsor = theme.sponsor
      status =
        workshop.isExplored(theme.id) ? WorkshopCore.Theme.explored : WorkshopCore.Theme.notExplored
      reason = workshop.card(ofTheme: theme.id)?[WorkshopCore.Theme.reasonField]
    }
  }

  /// A meeting day with its agenda.
  public struct Session: Codable, Equatable, Sendable {
    public let id: String
    public let title: String
    public let date: String?
    public let start: String
    public let place: String?
    public let activities: [Activity]

    init(
      _ session: WorkshopCore.Session, in workshop: Workshop, now: Moment,
      _ say: (Localized) -> String
    ) {
      id = session.id
      title = say(session.title)
      date = session.date
      start = session.start
      place = session.place
      activities = Agenda(of: session, in: workshop, now: now, asHeld: true).items.map {
        Activity($0, in: workshop, say)
      }
    }
  }

  /// An item of an agenda and where it stands.
  public struct Activity: Codable, Equatable, Sendable {
    public let id: ActivityID
    public let title: String
    public let kind: String
    public let phase: Phase?
    public let priority: String
    /// `HH:MM`, by the plan.
    public let planned: String
    public let minutes: Int
    public let fixed: Bool
    /// Left out today.
    public let dropped: Bool
    /// `HH:MM`, when it really started or is expected to.
    public let start: String
    /// Minutes the room has spent at it.
    public let spent: Int
    public let state: State
    /// Milliseconds since 1970, first to last.
    public let opened: [Int64]
    /// The turn it is at, counted from 0 through all that are played.
    public let turn: Int?
    public let ready: [String]
    public let question: String?
    public let lead: String?
    public let board: BoardID?
    public let sheet: String?
    public let canvas: String?
    /// Seconds east of Greenwich at each opening; nil: nobody wrote them down.
    public let offsets: [Int]?
    /// What the stage shows of it, where that is not the usual.
    public let view: View?
    /// How its rounds were put in order on the day.
    public let rounds: Rounds?

    /// Where it stands on its day.
    public enum State: String, Codable, Sendable { case ahead, now, done, skipped }

    init(_ item: Agenda.Item, in workshop: Workshop, _ say: (Localized) -> String) {
      let activity = item.activity
      id = activity.id
      title = say(activity.title)
      kind = activity.kind
      phase = activity.phase
      priority = activity.priority.rawValue
      planned = ClockTime(minutes: item.plannedStart).description
      minutes = activity.minutes
      fixed = activity.isFixed
      dropped = activity.isDropped
      start = ClockTime(minutes: item.start).description
      spent = item.spent
      state =
        switch item.state {
        case .done: .done
        case .now: .now
        case .ahead: .ahead
        case .skipped: .skipped
        }
      opened = (workshop.openings[activity.id] ?? []).map(\.milliseconds)
      turn = workshop.turnIndex(of: activity, in: workshop.playlist(of: activity))
      ready = (workshop.ready[activity.id] ?? []).sorted()
      question = activity.question.map(say)
      lead = activity.lead
      board = activity.board
      sheet = activity.sheet
      canvas = activity.canvas
      let offsets = (workshop.openings[activity.id] ?? []).compactMap(\.offset)
      self.offsets = offsets.isEmpty || offsets.count != opened.count ? nil : offsets
      view = workshop.views[activity.id].map { View(name: $0.name, step: $0.step) }
      rounds = workshop.arrangements[activity.id].map {
        Rounds(order: $0.order, skipped: $0.skipped.sorted(), seed: $0.seed)
      }
    }
  }

  /// What the stage shows of an activity, and how far it has come in it.
  public struct View: Codable, Equatable, Sendable {
    public let name: String
    public let step: Int
  }

  /// Rounds as they were put in order: ids, those not named come after.
  public struct Rounds: Codable, Equatable, Sendable {
    public let order: [String]
    public let skipped: [String]
    /// What the order was drawn with.
    public let seed: Int?
  }

  /// The time left for an activity, as of `at`.
  public struct Countdown: Codable, Equatable, Sendable {
    public let activity: ActivityID
    public let seconds: Int
    /// Whole seconds, negative in overtime.
    public let remaining: Int
    public let running: Bool
    /// When that was true; nil for one that stands.
    public let at: String?
    /// The table whose own it is; nil: the room's.
    public let table: String?
    /// It stands until the room is back; nil: no.
    public let waits: Bool?

    init?(_ workshop: Workshop, now: Moment) {
      guard let current = workshop.current, let countdown = workshop.countdown(at: now)
      else { return nil }
      self.init(countdown, of: current, at: now, now: now)
    }

    private init(
      _ countdown: WorkshopCore.Countdown, of activity: ActivityID, table: String? = nil,
      waits: Bool? = nil, at: Moment?, now: Moment
    ) {
      self.activity = activity
      self.table = table
      self.waits = waits
      seconds = countdown.seconds
      remaining = countdown.secondsLeft(at: now)
      running = countdown.isRunning
      self.at = at.map { StateDocument.moment($0.milliseconds) }
    }

    /// Every countdown but the current one of the room, which has a place of its own.
    static func all(_ workshop: Workshop, now: Moment) -> [Countdown] {
      let rooms = workshop.countdowns.filter { $0.key != workshop.current }
        .map { ($0.key, nil as String?, $0.value) }
      let tables = workshop.tableCountdowns.flatMap { activity, tables in
        tables.map { (activity, Optional($0.key), $0.value) }
      }
      // What was left running is over with its day.
      let isLeft = workshop.isLeft(at: now)
      return (rooms + tables).filter { !(isLeft && $0.2.isRunning) }.sorted {
        ($0.0, $0.1 ?? "") < ($1.0, $1.1 ?? "")
      }.map {
        Countdown(
          $0.2, of: $0.0, table: $0.1, waits: $0.2.isInterrupted ? true : nil,
          at: $0.2.isRunning ? now : nil, now: now)
      }
    }
  }

  /// ISO 8601 in UTC, to the second.
  static func moment(_ milliseconds: Int64) -> String {
    let moment = Moment(milliseconds: milliseconds)
    let seconds = moment.secondOfDay % 60
    return "\(moment.date)T\(moment.clock):\(seconds < 10 ? "0" : "")\(seconds)Z"
  }
}
