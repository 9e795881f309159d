import WorkshopCore

/// One session of a plan under review: what takes place in it and when.
struct SessionReview {
  let session: Session
  /// What is not dropped, in order, with its planned times.
  let items: [Item]
  /// When the session starts, in minutes since midnight.
  let start: Int
  /// When it ends.
  let end: Int
  private let references: References

  /// An activity with its planned times, in minutes since midnight.
  struct Item {
    let activity: Activity
    let start: Int
    var end: Int { start + activity.minutes }
  }

  init(_ session: Session, _ references: References) {
    self.session = session
    self.references = references
    start = ClockTime(session.start)?.minutes ?? 0
    end = session.plannedEnd
    items = zip(session.activities, session.plannedStarts)
      .filter { !$0.0.isDropped }.map { Item(activity: $0, start: $1) }
  }

  /// Remarks on the session as a whole, then those on its activities in their order.
  var remarks: [Remark] {
    let own = items.flatMap { item in
      let activity = item.activity
      return (minutes(of: activity) + speaker(of: activity) + references.points(of: activity))
        .map { remark($0, on: item) }
    }
    let byActivity = Dictionary(
      grouping: buffer + stretches + lunch + fixedItems + opening + own, by: \.activity)
    let order = [nil] + items.map { Optional($0.activity.id) }
    return order.flatMap { byActivity[$0] ?? [] }
  }

  func remark(_ point: Remark.Point, on item: Item? = nil) -> Remark {
    Remark(session: session.id, activity: item?.activity.id, point)
  }

  /// Too little that could be given up when time runs out: under a tenth of the session.
  ///
  /// 10 % is the least that is advised (https://workshopr.io/tips/category.php?slug=time); others keep
  /// 15 to 20 (https://workshopweaver.com/blog/why-your-workshop-agenda-needs-contingency-blocks). It
  /// may lie in what can be shortened as well as in a block of its own
  /// (https://medium.com/enspiral-tales/facilitators-how-do-you-account-for-time-stretching-and-compression-96d3789f2c20).
  private var buffer: [Remark] {
    let total = items.reduce(0) { $0 + $1.activity.minutes }
    let gives = items.reduce(0) { sum, item in
      let activity = item.activity
      guard !activity.isFixed, let minimum = activity.minimum else { return sum }
      return sum + max(0, activity.minutes - minimum)
    }
    guard gives * 10 < total else { return [] }
    return [remark(.littleBuffer(gives: gives, of: total, wanted: (total + 9) / 10))]
  }

  /// The game that opens the session, when it takes long: over 15 minutes in up to three hours, over
  /// 30 in a day (https://tech-blog.lectra.com/article/767-icebreakers).
  private var opening: [Remark] {
    guard let item = items.first(where: { $0.activity.kind == "warm-up" }) else { return [] }
    let most = end - start <= 180 ? 15 : 30
    guard item.activity.minutes > most else { return [] }
    return [remark(.longWarmUp(minutes: item.activity.minutes, most: most), on: item)]
  }

  /// A talk of which nobody knows who holds it.
  ///
  /// Somebody has to be asked, and in time; this rule is our own. Pitches made from a board's cards
  /// get their speakers from the room.
  private func speaker(of activity: Activity) -> [Remark.Point] {
    guard activity.kind == "talk", activity.each == nil, (activity.lead ?? "").isEmpty else {
      return []
    }
    let nameless = activity.rounds.filter { ($0.who ?? "").isEmpty }.count
    guard nameless > 0 || activity.rounds.isEmpty else { return [] }
    return [.noSpeaker(rounds: nameless, of: activity.rounds.count)]
  }
}
