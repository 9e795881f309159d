/// A change to the plan made in the program, before the day or in the middle of it.
///
/// The plan's file stays as people wrote it; changes are laid over it. Each names, as `base`, what the
/// file said when it was made: once somebody edits that place of the file by hand, the file speaks
/// again and the change no longer counts.
public enum PlanChange: Codable, Equatable, Sendable {
  /// A field of an activity, by its name in `workshop.json`, got a value (empty: none).
  case activitySet(activity: ActivityID, field: String, value: String, base: String)
  /// An activity was put into a session, after another or, nil, at its beginning. Its id becomes the
  /// entry's.
  case activityAdded(session: String, after: ActivityID?, activity: Activity)
  case activityRemoved(activity: ActivityID)
  /// An activity went after another of its session, or, nil, to its beginning.
  case activityMoved(activity: ActivityID, after: ActivityID?, base: ActivityID?)
  /// A field of a session got a value (empty: none).
  case sessionSet(session: String, field: String, value: String, base: String)
  /// A field of the plan itself got a value: how many tables there are, or what the programme is.
  case planSet(field: String, value: String, base: String)

  /// An activity went to another session, or to another place of its own: after another, or, nil, first.
  /// `from` is the session that the file has it in, `base` what stands before it there.
  case activityCarried(
    activity: ActivityID, session: String, after: ActivityID?, from: String, base: ActivityID?)
  /// A day was put after another one or, nil, before all others. Its activities are added one by one; of
  /// two of one id the first stands.
  case sessionAdded(after: String?, session: Session)
  /// A day was taken out with its activities; one of which anything was held stays.
  case sessionRemoved(session: String)
  /// A day went after another one, or, nil, before all others.
  case sessionMoved(session: String, after: String?, base: String?)
  /// A board was put into the plan; of two of one id the first stands.
  case boardAdded(board: Board)
  /// A board was taken out of the plan; one that holds cards stays.
  case boardRemoved(board: BoardID)
  /// A board went after another one, or, nil, before all others.
  case boardMoved(board: BoardID, after: BoardID?, base: BoardID?)
  /// A field of a board of the plan got a value (empty: none).
  case boardSet(board: BoardID, field: String, value: String, base: String)
}

extension Plan {
  /// Makes a change that still counts against the file's plan, `base`; `id` names an added activity.
  ///
  /// - Parameter isHeld: whether anything of the workshop was held: before that, another date of a session
  ///   is a correction and no move.
  mutating func apply(
    _ change: PlanChange, over base: Plan, id: ActivityID, isHeld: Bool = true
  ) {
    switch change {
    case .activitySet(let activity, let field, let value, let before):
      guard base.activity(activity)?.value(of: field) ?? before == before,
        let place = place(of: activity)
      else { return }
      sessions[place.session].activities[place.index].set(field, to: value)
    case .activityAdded(let session, let after, var activity):
      guard place(of: id) == nil, let at = sessions.firstIndex(where: { $0.id == session }) else {
        return
      }
      activity.id = id
      sessions[at].activities.insert(activity, after: after)
    case .activityRemoved(let activity):
      guard let place = place(of: activity) else { return }
      sessions[place.session].activities.remove(at: place.index)
    case .activityMoved(let activity, let after, let before):
      guard base.activity(activity) == nil || base.predecessor(of: activity) == before,
        let place = place(of: activity),
        let moved = sessions[place.session].activities.moving(activity, after: after)
      else { return }
      sessions[place.session].activities = moved
    case .sessionSet(let session, let field, let value, let before):
      guard base.session(session)?.value(of: field) ?? before == before,
        let at = sessions.firstIndex(where: { $0.id == session })
      else { return }
      let planned = sessions[at].planned
      sessions[at].set(field, to: value)
      if field == "date", !isHeld { sessions[at].planned = planned }
    case .planSet(let field, let value, let before):
      guard base.value(of: field) == before else { return }
      set(field, to: value)
    case .activityCarried(let activity, let session, let after, let from, let before):
      guard
        base.activity(activity) == nil
          || base.session(of: activity)?.id == from && base.predecessor(of: activity) == before,
        let place = place(of: activity), activity != after,
        let at = sessions.firstIndex(where: { $0.id == session })
      else { return }
      let moved = sessions[place.session].activities.remove(at: place.index)
      sessions[at].activities.insert(moved, after: after)
    case .sessionAdded(let after, var session):
      guard !session.id.isEmpty, self.session(session.id) == nil else { return }
      session.activities = []
      sessions.insert(session, after: after)
    case .sessionRemoved(let session): sessions.removeAll { $0.id == session }
    case .sessionMoved(let session, let after, let before):
      guard base.session(session) == nil || base.sessions.predecessor(of: session) == before,
        let moved = sessions.moving(session, after: after)
      else { return }
      sessions = moved
    case .boardAdded(let board):
      guard !board.id.isEmpty, self.board(board.id) == nil else { return }
      boards.append(board)
    case .boardRemoved(let board): boards.removeAll { $0.id == board }
    case .boardMoved(let board, let after, let before):
      guard base.board(board) == nil || base.boards.predecessor(of: board) == before,
        let moved = boards.moving(board, after: after)
      else { return }
      boards = moved
    case .boardSet(let board, let field, let value, let before):
      guard base.board(board)?.value(of: field) ?? before == before,
        let at = boards.firstIndex(where: { $0.id == board })
      else { return }
      boards[at].set(field, to: value)
    }
  }

  /// A board of the plan.
  public func board(_ id: BoardID?) -> Board? { boards.first { $0.id == id } }

  public func session(_ id: String) -> Session? { sessions.first { $0.id == id } }

  /// What stands before an activity in its session.
  public func predecessor(of activity: ActivityID) -> ActivityID? {
    guard let place = place(of: activity), place.index > 0 else { return nil }
    return sessions[place.session].activities[place.index - 1].id
  }

  private func place(of activity: ActivityID) -> (session: Int, index: Int)? {
    for (session, value) in sessions.enumerated() {
      if let index = value.activities.firstIndex(where: { $0.id == activity }) {
        return (session, index)
      }
    }
    return nil
  }
}

extension Array where Element: Identifiable, Element.ID == String {
  /// Puts an element after another one; at the beginning for nil, at the end when the other is not here.
  fileprivate mutating func insert(_ element: Element, after other: String?) {
    guard let other else { return insert(element, at: 0) }
    let index = firstIndex { $0.id == other }
    insert(element, at: index.map { $0 + 1 } ?? endIndex)
  }

  /// The same with an element after another one, or, nil, first; nil where one of both is not here.
  fileprivate func moving(_ id: String, after other: String?) -> Self? {
    guard id != other, let at = firstIndex(where: { $0.id == id }),
      other == nil || contains(where: { $0.id == other })
    else { return nil }
    var moved = self
    moved.insert(moved.remove(at: at), after: other)
    return moved
  }

  /// The id of what stands before an element; nil for the first and for what is not here.
  fileprivate func predecessor(of id: String) -> String? {
    firstIndex { $0.id == id }.flatMap { $0 > 0 ? self[$0 - 1].id : nil }
  }
}

extension Workshop {
  /// The change that gives a field of an activity a value, as the plan's file stands now.
  public func setting(_ field: String, of activity: ActivityID, to value: String) -> PlanChange {
    .activitySet(
      activity: activity, field: field, value: value,
      base: base.activity(activity)?.value(of: field) ?? "")
  }

  /// The change that gives a field of a session a value.
  public func setting(_ field: String, ofSession session: String, to value: String) -> PlanChange {
    .sessionSet(
      session: session, field: field, value: value,
      base: base.session(session)?.value(of: field) ?? "")
  }

  /// The change that gives a field of the plan itself a value.
  public func setting(_ field: String, to value: String) -> PlanChange {
    .planSet(field: field, value: value, base: base.value(of: field) ?? "")
  }

  /// The change that gives a field of a board of the plan a value.
  public func setting(_ field: String, ofBoard board: BoardID, to value: String) -> PlanChange {
    .boardSet(
      board: board, field: field, value: value,
      base: base.board(board)?.value(of: field) ?? "")
  }

  /// The change that puts an activity after another of its session, or, nil, first.
  public func moving(_ activity: ActivityID, after other: ActivityID?) -> PlanChange {
    .activityMoved(
      activity: activity, after: other,
      base: base.activity(activity) == nil ? activity : base.predecessor(of: activity))
  }

  /// The change that puts an activity into another session, after one that is there, or, nil, first.
  public func carrying(
    _ activity: ActivityID, to session: String, after other: ActivityID?
  ) -> PlanChange {
    .activityCarried(
      activity: activity, session: session, after: other,
      from: base.session(of: activity)?.id ?? "", base: base.predecessor(of: activity))
  }

  /// The change that puts a session after another one, or, nil, first.
  public func moving(session: String, after other: String?) -> PlanChange {
    .sessionMoved(
      session: session, after: other,
      base: base.session(session) == nil ? session : base.sessions.predecessor(of: session))
  }

  /// The change that puts a board of the plan after another one, or, nil, first.
  public func moving(board: BoardID, after other: BoardID?) -> PlanChange {
    .boardMoved(
      board: board, after: other,
      base: base.board(board) == nil ? board : base.boards.predecessor(of: board))
  }

  /// Whether a board was in the plan and was taken out of it.
  public func wasRemoved(_ board: BoardID) -> Bool { removed[board] != nil }

  /// An id for a new board: the plain letters of its title, and a number where that is taken or ever was.
  public func newID(ofBoard title: String) -> BoardID {
    let words = Fold.id(of: title)
    let name = words.isEmpty ? "board" : words
    let taken = Set(boards.map(\.id) + base.boards.map(\.id)).union(removed.keys)
      .union(Self.ownBoards)
    return ([name] + (2...).prefix(10_000).map { "\(name)-\($0)" }).first { !taken.contains($0) }
      ?? name
  }
}
