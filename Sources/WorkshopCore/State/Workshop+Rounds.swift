extension Workshop {
  /// An activity's rounds in the order in which they are played, each with its id, those that are
  /// skipped included.
  public func rounds(of activity: Activity) -> [Round] {
    let rounds = queue(of: activity)
    return Array(rounds.prefix(activity.each.flatMap { _ in activity.eachCount } ?? rounds.count))
  }

  /// The rounds that wait for their turn in an activity: its own, or one for each card of a board that
  /// had none in the activity before.
  ///
  /// - Parameter seen: activities that are being asked already, as a plan written by hand may go round
  ///   in a circle.
  public func queue(of activity: Activity, seen: Set<ActivityID> = []) -> [Round] {
    // A day is prepared before its projects are known: until then the plan's own rounds stand for them.
    guard let board = activity.each, !cards(on: board).isEmpty else {
      return arranged(activity.numberedRounds, arrangements[activity.id])
    }
    // Whoever has the floor keeps it.
    let out = outOfTheRunning(of: activity.id).subtracting([turns[activity.id]?.round ?? ""])
    let segments = activity.rounds.first?.segments ?? []
    let before = plan.activity(activity.eachAfter).flatMap {
      $0.each == board && !seen.contains($0.id) && $0.id != activity.id ? $0 : nil
    }
    let rounds =
      before.map { before in
        queue(of: before, seen: seen.union([activity.id])).dropFirst(before.eachCount ?? .max)
          .filter {
            !out.contains($0.id ?? "")
          }.map {
            Round(id: $0.id, title: $0.title, theme: $0.theme, segments: segments)
          }
      }
      ?? cards(on: board).filter { !out.contains($0.id) }.map {
        Round(id: $0.id, title: Localized($0.text), theme: $0.theme, segments: segments)
      }
    return arranged(rounds, arrangements[activity.id])
  }

  private func arranged(_ rounds: [Round], _ arrangement: Arrangement?) -> [Round] {
    guard let arrangement else { return rounds }
    let places = Dictionary(
      arrangement.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let last = arrangement.order.count
    return rounds.enumerated().sorted { a, b in
      (places[a.element.id ?? ""] ?? last, a.offset) < (
        places[b.element.id ?? ""] ?? last, b.offset
      )
    }.map(\.element)
  }

  /// The seed that an activity's order was drawn with; nil where nobody drew, or somebody moved a
  /// round since.
  public func seed(ofOrder activity: ActivityID) -> Int? { arrangements[activity]?.seed }

  public func isSkipped(_ round: Round, of activity: Activity) -> Bool {
    arrangements[activity.id]?.skipped.contains(round.id ?? "") ?? false
  }

  /// Every segment that is played, in order.
  public func playlist(of activity: Activity) -> [Turn] {
    rounds(of: activity).filter { !isSkipped($0, of: activity) }.flatMap { $0.turns($0.id ?? "") }
  }

  /// Where in its playlist an activity is; nil before the first turn, or while its round is skipped.
  public func turnIndex(of activity: Activity, in playlist: [Turn]) -> Int? {
    turns[activity.id].flatMap { place in playlist.firstIndex { $0.place == place } }
  }

  /// Whether the time of the segment an activity is at is up and the next begins by itself.
  func flows(_ id: ActivityID, at now: Int64) -> Bool {
    guard turns[id] != nil, let countdown = countdowns[id], countdown.isRunning else {
      return false
    }
    return countdown.remaining(at: now) <= 0
  }

  /// Goes on through the segments whose time is up.
  mutating func advance(_ id: ActivityID, to now: Int64) {
    guard flows(id, at: now), let activity = plan.activity(id) else { return }
    let playlist = playlist(of: activity)
    guard var index = turnIndex(of: activity, in: playlist) else { return }
    while flows(id, at: now), playlist.indices.contains(index + 1), let countdown = countdowns[id],
      let mark = countdown.mark
    {
      let next = playlist[index + 1]
      guard next.place.round == playlist[index].place.round || activity.flow == .all else { return }
      index += 1
      turns[id] = next.place
      countdowns[id] = Countdown(
        seconds: next.segment.minutes * 60, startedAt: mark + countdown.left,
        by: countdown.writer)
    }
  }
}
