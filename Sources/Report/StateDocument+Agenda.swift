import Foundation
public import Workshop

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

    init(_ theme: PlanTheme, in workshop: Workshop, language: String) {
      id = theme.id
      name = theme.name.text(in: language)
      challenge = theme.challenge?.text(in: language)
      sponsor = theme.sponsor
      status = workshop.isExplored(theme.id) ? PlanTheme.explored : PlanTheme.notExplored
      reason = workshop.card(ofTheme: theme.id)?[PlanTheme.reasonField]
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

    init(_ session: PlanSession, in workshop: Workshop, now: Moment, language: String) {
      id = session.id
      title = session.title.text(in: language)
      date = session.date
      start = session.start
      place = session.place
      activities = Agenda(of: session, in: workshop, now: now).items.map {
        Activity($0, in: workshop, language: language)
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

    /// Where it stands on its day.
    public enum State: String, Codable, Sendable { case ahead, now, done, skipped }

    init(_ item: Agenda.Item, in workshop: Workshop, language: String) {
      let activity = item.activity
      id = activity.id
      title = activity.title.text(in: language)
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
      question = activity.question?.text(in: language)
      lead = activity.lead
      board = activity.board
      sheet = activity.sheet
      canvas = activity.canvas
    }
  }

  /// The time left for the current activity, as of `at`.
  public struct Countdown: Codable, Equatable, Sendable {
    public let activity: ActivityID
    public let seconds: Int
    /// Whole seconds, negative in overtime.
    public let remaining: Int
    public let running: Bool
    public let at: String

    init?(_ workshop: Workshop, now: Moment) {
      guard let current = workshop.current, let countdown = workshop.countdowns[current]
      else { return nil }
      activity = current
      seconds = countdown.seconds
      remaining = countdown.secondsLeft(at: now)
      running = countdown.isRunning
      at = StateDocument.moment(now.milliseconds)
    }
  }

  /// ISO 8601 in UTC, to the second.
  static func moment(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
