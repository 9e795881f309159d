public import WorkshopCore

/// The figures of a session, or of the whole programme, as far as there is something to count.
///
/// Nil is "no data" and never nought: nobody was marked as present, no session is over, no decision
/// was written down. Each member says how it is counted.
public struct Figures: Equatable, Sendable {
  /// People on the roster, those in the bin left out; of a session, those who had joined by its day.
  public var registered: Int?
  /// People marked as present at the session, or at any session.
  public var present: Int?
  /// Of those present at the first session: who came again, at this session or at any later one.
  public var returned: Portion?
  /// Different organisations of the people registered, of a session of those present.
  public var organisations: Int?
  /// Themes that were explored, of those on the list.
  public var themes: Portion?
  /// Personas with a name; of a session, those that were begun on its day.
  public var personas: Int?
  /// Ideas on the idea boards, those merged into others included; of a session, those of its day.
  public var ideas: Int?
  /// Canvases that hold a note at least; of a session, those whose first note is of its day.
  public var canvases: Int?
  /// Projects that ever reached a step, by the end of the session's day; no entry: no data.
  public var reached: [Step: Int] = [:]
  /// Projects by the status they have, by the end of the session's day; empty without decisions.
  public var standing: [ProjectStatus: Int] = [:]
  /// The fund against the projects' budgets; nil where nobody spoke of money, and for a session.
  public var money: Money?
  /// Of the projects somebody chose thirty days ago or more: those whose group did something
  /// thirty days after the first had chosen it, or later, on a day without a session.
  public var active: Portion?
  /// Meetings of groups that were noted and have taken place.
  public var meetings: Int?
  /// Experts who joined after the first session.
  public var experts: Int?
  /// Of the next steps whose date is over: those that were done by then. Dropped ones are left out.
  public var onTime: Portion?
  /// What people said at the end.
  public var evaluation: Evaluation?
  /// Minutes of the agenda, once the session is over: as the plan's file has them, and as they were.
  public var minutes: Pair?
  /// The real ones in seconds: several sessions are summed in these.
  public var seconds: Int?
  /// Minutes by which the session ended later than planned; of the programme, all of them together.
  public var overrun: Int?
  /// Days between workshops: as they were planned first, and as they were.
  public var days: Pair?

  public init() {}

  /// What was planned and what came of it.
  public struct Pair: Equatable, Sendable {
    public let planned: Int
    public let actual: Int

    public init(planned: Int, actual: Int) {
      self.planned = planned
      self.actual = actual
    }
  }

  /// What a service goes through. Whatever was delivered was decided on, defined and potential before,
  /// even where nobody wrote each step down; `tested` comes from its draft, not from a decision, and stands
  /// before `go`: what is tried out is decided on.
  public enum Step: String, CaseIterable, Sendable {
    case potential, defined, tested, go, delivered
  }
}

/// How far a project's test has come, by the sheets of its draft.
public struct TestFigures: Equatable, Sendable, Identifiable {
  /// The project.
  public let id: CardID
  /// How many people tried it.
  public let users: Int?
  /// Days from when the first person chose the project, else from when it was noted, to its first test.
  public let days: Int?
  /// What the test cost, in euros.
  public let cost: Int?
  /// Whether a result was written down.
  public let isTested: Bool
}
