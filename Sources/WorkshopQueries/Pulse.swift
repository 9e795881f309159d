public import WorkshopCore

/// How active a project's group was since a moment: "strong activity of the group even after the event"
/// was the first of the reasons for which services of the programme this is made after were chosen.
///
/// Counted, not judged: every entry about the project's cards, and the meetings that were noted.
public struct Pulse: Equatable, Sendable {
  public let project: Card
  /// Entries about its cards.
  public let entries: Int
  /// Meetings held, by their date; by when they were noted where they have none.
  public let meetings: Int
  /// When something was last done, in milliseconds since 1970; nil when nothing was.
  public let last: Int64?
  /// Who did something, in order of appearance.
  public let by: [String]
}

extension Workshop {
  /// The signal of every project, in their order.
  ///
  /// - Parameters:
  ///   - changes: what was done since `since`.
  ///   - since: milliseconds since 1970.
  public func pulses(_ changes: Changes, since: Moment, until: Moment? = nil) -> [Pulse] {
    cards(ofSheet: "project").map { project in
      let part = changes.part(ofProject: project.id)
      return Pulse(
        project: project, entries: part?.count ?? 0,
        meetings: meetings(since: since, until: until).count { $0[Card.project] == project.id },
        last: part?.last, by: part?.by ?? [])
    }
  }

  /// Meetings that took place from a day on, in the order in which they were noted.
  public func meetings(since: Moment, until: Moment? = nil) -> [Card] {
    dated(cards(ofSheet: "meeting"), since: since, until: until)
  }

  /// Events outside the workshops from a day on, by their date.
  public func occasions(since: Moment, until: Moment? = nil) -> [Card] {
    dated(cards(ofSheet: "event"), since: since, until: until)
      .enumerated().sorted {
        ($0.element[Card.date] ?? "", $0.offset) < ($1.element[Card.date] ?? "", $1.offset)
      }
      .map(\.element)
  }

  /// Who came to the roster after it was first drawn up, from a day on: by the day they joined, else
  /// by when somebody added them.
  public func joiners(since: Moment, until: Moment? = nil) -> [Card] {
    dated(
      people.filter { $0.added.milliseconds > 0 || $0[Card.joinedOn] != nil }, Card.joinedOn,
      since: since, until: until)
  }

  /// Pauses that are not over, the programme's first.
  public func openPauses(on day: Day) -> [Card] {
    let open = cards(ofSheet: "pause").filter { pause in
      let begins = pause[Card.date].flatMap { Day($0) }
      let ends = pause[Card.resumed].flatMap { Day($0) }
      return (begins.map { $0 <= day } ?? true) && (ends.map { day < $0 } ?? true)
    }
    return open.filter { $0[Card.project] == nil } + open.filter { $0[Card.project] != nil }
  }

  /// Pauses that began or ended since a day and are over.
  public func pastPauses(since: Moment) -> [Card] {
    let first = since.day
    return cards(ofSheet: "pause").filter { pause in
      pause[Card.resumed].flatMap { Day($0) }.map { $0 > first } ?? false
    }
  }

  /// Next steps that are neither done nor dropped, by their date; those without one last.
  public var openActions: [Card] {
    let open = cards(ofSheet: "action").filter {
      !["done", "dropped"].contains($0["status"] ?? "")
    }
    return open.filter { $0["due"] != nil }.sorted {
      ($0["due"] ?? "", $0.id) < ($1["due"] ?? "", $1.id)
    }
      + open.filter { $0["due"] == nil }
  }

  /// Cards dated from one moment's day on and before another's; by when they were added where they
  /// have no date. What bears the first day's own date counts when it was noted after the moment:
  /// whoever came in at a session's door did not join after it.
  private func dated(
    _ cards: [Card], _ field: String = Card.date, since: Moment, until: Moment?
  ) -> [Card] {
    let (first, last) = (since.day, until?.day)
    return cards.filter { card in
      let isLater = card.added.milliseconds >= since.milliseconds
      let day =
        card[field].flatMap { Day($0) }
        ?? since.at(card.added.milliseconds).day
      return (day > first || day == first && isLater) && (last.map { day < $0 } ?? true)
    }
  }
}
