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
    let traits: KindTraits
    let start: Int
    var end: Int { start + activity.minutes }
  }

  init(_ session: Session, _ references: References) {
    self.session = session
    self.references = references
    start = ClockTime(session.start)?.minutes ?? 0
    end = session.plannedEnd
    items = zip(session.activities, session.plannedStarts)
      .filter { !$0.0.isDropped }
      .map { Item(activity: $0, traits: references.traits(of: $0), start: $1) }
  }

  /// Remarks on the session as a whole, then those on its activities in their order.
  var remarks: [PlanDiagnostic] {
    let own = items.flatMap { item in
      let activity = item.activity
      return (minutes(of: activity) + speaker(of: item) + references.points(of: activity))
        .map { remark($0, on: item) }
    }
    let byActivity = Dictionary(
      grouping: buffer + stretches + lunch + fixedItems + opening + own, by: \.activity)
    let order = [nil] + items.map { Optional($0.activity.id) }
    return order.flatMap { byActivity[$0] ?? [] }
  }

  func remark(_ point: PlanDiagnostic.Point, on item: Item? = nil) -> PlanDiagnostic {
    PlanDiagnostic(session: session.id, activity: item?.activity.id, point)
  }

  /// Too little that could be given up when time runs out: under a tenth of the session.
  ///
  /// 10 % is the least that is advised (https://workshopr.io/tips/category.php?slug=time); others keep
  /// 15 to 20 (https://workshopweaver.com/blog/why-your-workshop-agenda-needs-contingency-blocks). It
  /// may lie in what can be shortened as well as in a block of its own
  /// (https://medium.com/enspiral-tales/facilitators-how-do-you-account-for-time-stretching-and-compression-96d3789f2c20).
  private var buffer: [PlanDiagnostic] {
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
  private var opening: [PlanDiagnostic] {
    guard let item = items.first(where: { $0.traits.contains(.game) }) else { return [] }
    let most = end - start <= 180 ? 15 : 30
    guard item.activity.minutes > most else { return [] }
    return [remark(.longWarmUp(minutes: item.activity.minutes, most: most), on: item)]
  }

  /// A talk of which nobody knows who holds it.
  ///
  /// Somebody has to be asked, and in time; this rule is our own. Pitches made from a board's cards
  /// get their speakers from the room.
  private func speaker(of item: Item) -> [PlanDiagnostic.Point] {
    let activity = item.activity
    guard item.traits.contains(.talk), activity.each == nil, (activity.lead ?? "").isEmpty else {
      return []
    }
    let nameless = activity.rounds.filter { ($0.who ?? "").isEmpty }.count
    guard nameless > 0 || activity.rounds.isEmpty else { return [] }
    return [.noSpeaker(rounds: nameless, of: activity.rounds.count)]
  }
}

// Minutes that do not fit: within an activity, and before one that is fixed.

extension SessionReview {
  /// An activity's own figures against one another.
  ///
  /// Every item has planned minutes with a least and a most, so that whoever runs late knows what may
  /// give (https://medium.com/enspiral-tales/facilitators-how-do-you-account-for-time-stretching-and-compression-96d3789f2c20).
  func minutes(of activity: Activity) -> [PlanDiagnostic.Point] {
    var points: [PlanDiagnostic.Point] = []
    let planned = activity.minutes
    if let minimum = activity.minimum, minimum > planned {
      points.append(.minimumAbove(minimum: minimum, planned: planned))
    }
    if let maximum = activity.maximum, maximum < planned {
      points.append(.maximumBelow(maximum: maximum, planned: planned))
    }
    // Rounds made from a board's cards are as many as the room makes. A tenth is for changing places.
    let rounds = activity.rounds.reduce(0) { $0 + $1.minutes }
    if activity.each == nil, rounds > 0, rounds > planned || (planned - rounds) * 10 > planned {
      points.append(.roundsDiffer(rounds: rounds, planned: planned))
    }
    return points
  }

  /// Fixed items that cannot start when the plan says, because of what is planned before them.
  ///
  /// Lunch is never pushed (https://workshopr.io/tips/category.php?slug=time), so that the minutes are
  /// missing elsewhere.
  var fixedItems: [PlanDiagnostic] {
    var remarks: [PlanDiagnostic] = []
    var before: Item?
    /// The fixed item so far that ends last.
    var fixed: Item?
    for item in items {
      defer { before = item }
      guard item.activity.isFixed else { continue }
      let shared = fixed.map { min($0.end, item.end) - max($0.start, item.start) } ?? 0
      if let fixed, shared > 0 {
        remarks.append(remark(.overlaps(fixed.activity.id, minutes: shared), on: item))
      } else if let before, before.end > item.start {
        remarks.append(remark(.startsTooEarly(by: before.end - item.start), on: item))
      }
      if item.end > fixed?.end ?? .min { fixed = item }
    }
    return remarks
  }
}

// When people rest, and for how long they sit in between.

extension SessionReview {
  /// A break, or time left free before an item that is fixed; what follows directly is one rest.
  private struct Rest {
    /// The first break of it; nil when there is none.
    var item: Item?
    let start: Int
    var end: Int
    var minutes: Int { end - start }
  }

  /// The shortest break that counts as one, as the stretch in the templates' days.
  private static let leastBreak = 5
  /// The longest that people sit without one: four blocks of 90 make a day
  /// (https://www.dooni.co/blog/breaks-and-then-content); others stop after an hour
  /// (https://clearleft.com/thinking/when-planning-a-workshop-start-with-the-stops).
  static let longestStretch = 90
  /// The least that lunch takes
  /// (https://clearleft.com/thinking/when-planning-a-workshop-start-with-the-stops).
  private static let leastLunch = 45

  /// People sit for more than an hour and a half: from the start or the end of a rest, or of a game for
  /// which they get up, to the next one or the end. A session of at most 90 minutes needs none.
  var stretches: [PlanDiagnostic] {
    var begin = start
    let pauses = rests { Self.isRest($0) || Self.getsUp($0) }
    return (pauses + [Rest(start: end, end: end)]).compactMap { rest in
      defer { begin = rest.end }
      let minutes = rest.start - begin
      guard minutes > Self.longestStretch else { return nil }
      // What comes last is no break for anybody, it is the end.
      if let item = rest.item, item.start == rest.start, rest.end < end {
        return remark(.longStretch(minutes: minutes, before: rest.start), on: item)
      }
      let last = items.last { $0.start < rest.start && !Self.isRest($0) }
      return remark(.longStretchThrough(minutes: minutes, end: rest.start), on: last)
    }
  }

  /// A day over noon, of five hours or more, in which nobody can eat: no break begins between 11:00
  /// and 14:30, or none that is long enough. The hours are our own.
  var lunch: [PlanDiagnostic] {
    guard start <= 12 * 60, end >= 13 * 60 + 30, end - start >= 5 * 60 else { return [] }
    let around = rests(where: Self.isRest).filter { (11 * 60...14 * 60 + 30).contains($0.start) }
    guard !around.contains(where: { $0.minutes >= Self.leastLunch }) else { return [] }
    guard let longest = around.max(by: { $0.minutes < $1.minutes }) else {
      return [remark(.noLunch(wanted: Self.leastLunch))]
    }
    return [
      remark(.shortLunch(minutes: longest.minutes, wanted: Self.leastLunch), on: longest.item)
    ]
  }

  /// Every rest of the session in order.
  private func rests(where isRest: (Item) -> Bool) -> [Rest] {
    var rests: [Rest] = []
    func add(_ rest: Rest) {
      guard let last = rests.last, last.end == rest.start else { return rests.append(rest) }
      rests[rests.endIndex - 1].end = rest.end
      rests[rests.endIndex - 1].item = last.item ?? rest.item
    }
    var cursor = start
    for item in items {
      // Only before a fixed item: another one's delay is time that was lost.
      if item.activity.isFixed, item.start - cursor >= Self.leastBreak {
        add(Rest(start: cursor, end: item.start))
      }
      if isRest(item) {
        add(Rest(item: item, start: item.start, end: item.end))
      }
      cursor = item.end
    }
    return rests
  }

  private static func isRest(_ item: Item) -> Bool {
    item.traits.contains(.rest) && item.activity.minutes >= leastBreak
  }

  /// A game to begin with or to wake up: people stand and move.
  private static func getsUp(_ item: Item) -> Bool {
    item.traits.contains(.game) && item.activity.minutes >= leastBreak
  }
}
