public import WorkshopCore

/// The figures of a programme, computed from what happened and never typed: for the whole of it, for
/// each session, for each project.
///
/// The list is that of domain.md, section 7. Nothing here names a person.
public struct Indicators: Equatable, Sendable {
  public let programme: Figures
  /// Every session of the plan, in its order; one that was not held has no data but who is registered.
  public let sessions: [Item]
  public let projects: [TestFigures]

  public struct Item: Equatable, Sendable {
    public let session: Session
    public let figures: Figures
  }

  public init(of workshop: Workshop, now: Moment) {
    let counting = Counting(workshop, now)
    sessions = workshop.plan.sessions.map { session in
      Item(session: session, figures: counting.figures(of: session))
    }
    programme = counting.figures(sessions.map(\.figures))
    projects = workshop.projects.map { workshop.testFigures(of: $0, now: now) }
  }
}

/// What all figures are counted from.
struct Counting {
  let workshop: Workshop
  let now: Moment
  let holdings: [Holding]

  init(_ workshop: Workshop, _ now: Moment) {
    self.workshop = workshop
    self.now = now
    holdings = workshop.holdings.filter { $0.start <= now.milliseconds }
  }

  /// From a session's first opening until no activity of it can still go on, in milliseconds since 1970.
  func day(of holding: Holding) -> ClosedRange<Int64> {
    holding.start...(holding.lastOpening + Workshop.dayBreak)
  }

  func figures(of session: Session) -> Figures {
    let holding = holdings.first { $0.session.id == session.id }
    var figures = Figures()
    figures.registered = registered(by: holding)
    guard let holding else { return figures }
    let present = workshop.people.filter { $0.has(session.id, in: Workshop.present) }
    figures.present = present.isEmpty ? nil : present.count
    figures.returned = returned(to: [session.id])
    figures.organisations = Self.organisations(present)
    let day = day(of: holding)
    figures.personas = personas.map { $0.count { day.contains($0.added.milliseconds) } }
    figures.ideas = ideas.map { $0.count { day.contains($0.added.milliseconds) } }
    figures.canvases = canvases.map { $0.count(where: day.contains) }
    services(into: &figures, until: holding.day)
    let evaluation = workshop.evaluation(of: session)
    figures.evaluation = evaluation.isEmpty ? nil : evaluation
    time(of: holding, into: &figures)
    return figures
  }

  func figures(_ sessions: [Figures]) -> Figures {
    var figures = Figures()
    figures.registered = registered(by: nil)
    let ids = workshop.plan.sessions.map(\.id)
    let present = workshop.people.count { person in
      ids.contains { person.has($0, in: Workshop.present) }
    }
    figures.present = present > 0 ? present : nil
    figures.returned = returned(to: Set(ids))
    figures.organisations = Self.organisations(workshop.people)
    let themes = workshop.themes
    if !themes.isEmpty, !holdings.isEmpty {
      figures.themes = Portion(themes.count { workshop.isExplored($0.id) }, of: themes.count)
    }
    figures.personas = known(personas?.count)
    figures.ideas = known(ideas?.count)
    figures.canvases = known(canvases?.count)
    services(into: &figures, until: now.day)
    figures.money = workshop.money
    figures.active = active
    figures.meetings = meetings?.count
    figures.experts = experts
    figures.onTime = onTime
    let evaluation = sessions.compactMap(\.evaluation).reduce(strayEvaluation, +)
    figures.evaluation = evaluation.isEmpty ? nil : evaluation
    let minutes = sessions.compactMap(\.minutes)
    let seconds = sessions.compactMap(\.seconds)
    figures.seconds = seconds.isEmpty ? nil : seconds.reduce(0, +)
    figures.minutes = figures.seconds.map {
      Figures.Pair(planned: minutes.reduce(0) { $0 + $1.planned }, actual: Agenda.minutes($0))
    }
    let overruns = sessions.compactMap(\.overrun)
    figures.overrun = overruns.isEmpty ? nil : overruns.reduce(0, +)
    figures.days = Self.sum(
      workshop.intervals.compactMap { interval in
        guard interval.heldOn != nil, let days = interval.days, let planned = interval.plannedDays
        else { return nil }
        return Figures.Pair(planned: planned, actual: days)
      })
    return figures
  }

  /// Before anything was held, nothing is no result.
  private func known(_ count: Int?) -> Int? {
    count.flatMap { $0 > 0 || !holdings.isEmpty ? $0 : nil }
  }

  private static func sum(_ pairs: [Figures.Pair]) -> Figures.Pair? {
    pairs.isEmpty
      ? nil
      : Figures.Pair(
        planned: pairs.reduce(0) { $0 + $1.planned }, actual: pairs.reduce(0) { $0 + $1.actual })
  }

  /// Slips on a board that no activity had opened when they came.
  private var strayEvaluation: Evaluation {
    let known = Set(workshop.plan.activities.flatMap { workshop.slips(of: $0.id) }.map(\.id))
    return Evaluation(
      slips: workshop.cards(ofSheet: Evaluation.sheet).filter { !known.contains($0.id) })
  }
}
