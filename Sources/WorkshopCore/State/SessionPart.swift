extension Workshop {
  /// Only what belongs to one session: its agenda, its votes, what was made while it was held. The roster
  /// and the themes stay whole, and so does what its votes and boards are about.
  public func only(_ session: Session) -> Workshop {
    var workshop = self
    let own = Set(session.activities.map(\.id))
    let opened = openings.filter { own.contains($0.key) }.flatMap(\.value).map(\.milliseconds)
    workshop.plan.sessions = plan.sessions.filter { $0.id == session.id }
    workshop.base.sessions = base.sessions.filter { $0.id == session.id }
    workshop.polls = polls.filter { own.contains($0.activity) }
    let named = Set(workshop.polls.flatMap(\.options) + boards.compactMap(\.about))
    // What was said in another session is no part of this one, even on a board that both used.
    let spoken = boards.filter(\.isSpoken).flatMap { ids(on: $0.id) }
    let marks = SessionMarks(self)
    let other = Set(
      spoken.filter { id in
        card(id).map { marks.session(at: $0.added.milliseconds) != session.id } ?? false
      })
    let used = Set(session.activities.compactMap(\.board))
    workshop.drop { card in
      let added = card.added.milliseconds
      let isMadeHere = opened.contains { $0 <= added && added - $0 <= Self.dayBreak }
      let isKept = added == 0 || named.contains(card.id) || Self.ownBoards.contains(card.board)
      return !isMadeHere && !isKept && !used.contains(card.board)
        || other.contains(card.id) && !named.contains(card.id)
    }
    return workshop
  }

  /// The session that goes on at an instant: the one of the last opening, for as long as its day lasts;
  /// nil between two sessions.
  public func session(at milliseconds: Int64) -> Session? {
    plan.session(SessionMarks(self).session(at: milliseconds) ?? "")
  }

  /// The cards of a board that came while a session went on; nil: while none did.
  public func said(in session: String?, on board: BoardID) -> [Card] {
    said(in: session, of: cards(on: board))
  }

  /// Those of some cards that came while a session went on; nil: while none did.
  public func said(in session: String?, of cards: [Card]) -> [Card] {
    let marks = SessionMarks(self)
    return cards.filter { marks.session(at: $0.added.milliseconds) == session }
  }
}

extension Board {
  /// Whether what is on it was said in one session and belongs to that alone, as the words of the public
  /// and closing slips do; ideas, facts or projects go on from one session to the next.
  public var isSpoken: Bool { sheet.map(Self.spokenSheets.contains) ?? false }

  private static let spokenSheets: Set<String> = [Workshop.feedbackSheet, "check-out"]
}

/// When the room was in which session.
private struct SessionMarks {
  /// By time.
  private let marks: [(at: Int64, session: String)]

  init(_ workshop: Workshop) {
    marks = workshop.plan.sessions.flatMap { session in
      session.activities.flatMap { workshop.openings[$0.id] ?? [] }.map {
        (at: $0.milliseconds, session: session.id)
      }
    }.sorted { $0.at < $1.at }
  }

  /// The session of the last opening before an instant, unless its day was over by then.
  func session(at milliseconds: Int64) -> String? {
    guard let last = marks.last(where: { $0.at <= milliseconds }),
      milliseconds - last.at <= Workshop.dayBreak
    else { return nil }
    return last.session
  }
}
