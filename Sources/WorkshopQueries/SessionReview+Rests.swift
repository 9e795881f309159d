import WorkshopCore

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
  private static let longestStretch = 90
  /// The least that lunch takes
  /// (https://clearleft.com/thinking/when-planning-a-workshop-start-with-the-stops).
  private static let leastLunch = 45

  /// People sit for more than an hour and a half: from the start or the end of a rest to the next one
  /// or the end. A session of at most 90 minutes needs none.
  var stretches: [Remark] {
    var begin = start
    return (rests + [Rest(start: end, end: end)]).compactMap { rest in
      defer { begin = rest.end }
      let minutes = rest.start - begin
      guard minutes > Self.longestStretch else { return nil }
      // What comes last is no break for anybody, it is the end.
      if let item = rest.item, item.start == rest.start, rest.end < end {
        return remark(.longStretch(minutes: minutes, before: rest.start), on: item)
      }
      let last = items.last { $0.start < rest.start && !Self.isBreak($0.activity) }
      return remark(.longStretchThrough(minutes: minutes, end: rest.start), on: last)
    }
  }

  /// A day over noon, of five hours or more, in which nobody can eat: no break begins between 11:00
  /// and 14:30, or none that is long enough. The hours are our own.
  var lunch: [Remark] {
    guard start <= 12 * 60, end >= 13 * 60 + 30, end - start >= 5 * 60 else { return [] }
    let around = rests.filter { (11 * 60...14 * 60 + 30).contains($0.start) }
    guard !around.contains(where: { $0.minutes >= Self.leastLunch }) else { return [] }
    guard let longest = around.max(by: { $0.minutes < $1.minutes }) else {
      return [remark(.noLunch(wanted: Self.leastLunch))]
    }
    return [
      remark(.shortLunch(minutes: longest.minutes, wanted: Self.leastLunch), on: longest.item)
    ]
  }

  /// Every rest of the session in order.
  private var rests: [Rest] {
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
      if Self.isBreak(item.activity) {
        add(Rest(item: item, start: item.start, end: item.end))
      }
      cursor = item.end
    }
    return rests
  }

  private static func isBreak(_ activity: Activity) -> Bool {
    activity.kind == "break" && activity.minutes >= leastBreak
  }
}
