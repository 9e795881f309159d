import WorkshopCore

// Minutes that do not fit: within an activity, and before one that is fixed.

extension SessionReview {
  /// An activity's own figures against one another.
  ///
  /// Every item has planned minutes with a least and a most, so that whoever runs late knows what may
  /// give (https://medium.com/enspiral-tales/facilitators-how-do-you-account-for-time-stretching-and-compression-96d3789f2c20).
  func minutes(of activity: Activity) -> [Remark.Point] {
    var points: [Remark.Point] = []
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
  var fixedItems: [Remark] {
    var remarks: [Remark] = []
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
