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
    let used = Set(session.activities.compactMap(\.board))
    workshop.drop { card in
      let added = card.added.milliseconds
      let isMadeHere = opened.contains { $0 <= added && added - $0 <= Self.dayBreak }
      let isKept = added == 0 || named.contains(card.id) || Self.ownBoards.contains(card.board)
      return !isMadeHere && !isKept && !used.contains(card.board)
    }
    return workshop
  }
}
