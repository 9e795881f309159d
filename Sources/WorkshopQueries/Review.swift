public import WorkshopCore

/// A plan read as an experienced facilitator would: what could be asked before the day.
///
/// Nothing here is an error. Each rule names where it comes from; whoever knows the room better may
/// leave things as they are.
public struct Review: Equatable, Sendable {
  /// On the programme first, then by session; within a session in the order of its activities.
  public let remarks: [PlanDiagnostic]

  /// The ids that a plan may name although they do not stand in it.
  public struct Known: Equatable, Sendable {
    public var sheets: Set<String>
    public var canvases: Set<String>
    public var decks: Set<String>
    public var warmUps: Set<String>
    public var methods: Set<String>
    /// Boards made in the room.
    public var boards: Set<BoardID>
    /// What kinds are, by id.
    public var kinds: [String: KindTraits]

    public init(
      sheets: Set<String> = [], canvases: Set<String> = [], decks: Set<String> = [],
      warmUps: Set<String> = [], methods: Set<String> = [], boards: Set<BoardID> = [],
      kinds: [String: KindTraits] = [:]
    ) {
      self.sheets = sheets
      self.canvases = canvases
      self.decks = decks
      self.warmUps = warmUps
      self.methods = methods
      self.boards = boards
      self.kinds = kinds
    }
  }

  public init(of plan: Plan, knowing known: Known) {
    let references = References(plan, known)
    remarks =
      Self.programme(of: plan) + Self.missingPhases(of: plan) + references.onBoards(of: plan)
      + zip(plan.sessions, Self.dates(of: plan)).flatMap { session, dates in
        dates + SessionReview(session, references).remarks
      }
  }

  /// The phases that no activity of the programme is for.
  ///
  /// The model is a diagnosis too: what went wrong is often a phase that nobody held
  /// (http://navcenter.borgess.com/facilitationManual/ePages/models/scan_focus_act/sfa_ex.html). Before
  /// the day it can still be mended. A plan without activities is not one yet.
  private static func missingPhases(of plan: Plan) -> [PlanDiagnostic] {
    let activities = plan.activities.filter { !$0.isDropped }
    guard !activities.isEmpty else { return [] }
    let present = Set(activities.compactMap(\.phase))
    return Phase.allCases.filter { !present.contains($0) }.map { PlanDiagnostic(.noPhase($0)) }
  }

  /// What the programme's card does not say yet, and what cannot be as it is said; a plan without one is
  /// a single workshop.
  ///
  /// The points are those that the programme this is made after was itself built on (https://www.metropolegrandparis.fr/en/digital-builders-474).
  private static func programme(of plan: Plan) -> [PlanDiagnostic] {
    guard let programme = plan.programme else { return [] }
    let call = programme.call
    var points: [PlanDiagnostic.Point] = []
    if !programme.open.isEmpty { points.append(.programmeLacks(programme.open)) }
    if let amount = programme.fund.amount, !amount.isEmpty, Amount(amount) == nil {
      points.append(.unreadableAmount(amount))
    }
    let days = [call.opens, call.closes].compactMap { $0 }.filter { !$0.isEmpty }
    points += days.filter { Day($0) == nil }.map { .unreadableDate($0) }
    if let closes = call.closes.flatMap({ Day($0) }) {
      if let opens = call.opens.flatMap({ Day($0) }), closes < opens {
        points.append(.closesBeforeOpening)
      }
      let first = plan.sessions.first?.date ?? ""
      if let day = Day(first), day < closes { points.append(.closesAfterSession(date: first)) }
    }
    return points.map { PlanDiagnostic($0) }
  }

  /// For each session, what is odd about its date; a session may have none, or an empty one.
  ///
  /// Sessions are held in the plan's order, and the time between them is part of the programme.
  private static func dates(of plan: Plan) -> [[PlanDiagnostic]] {
    var latest: (session: String, date: String)?
    return plan.sessions.map { session in
      guard let date = session.date, !date.isEmpty else { return [] }
      guard Day(date) != nil else {
        return [PlanDiagnostic(session: session.id, .unreadableDate(date))]
      }
      if let latest, date < latest.date {
        return [
          PlanDiagnostic(
            session: session.id, .datedBefore(session: latest.session, date: latest.date))
        ]
      }
      latest = (session.id, date)
      return []
    }
  }
}
