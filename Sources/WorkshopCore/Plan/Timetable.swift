extension Plan {
  /// The same plan in which every fixed item has its start: an item before it may then grow or shrink
  /// without moving it.
  var anchored: Plan {
    var plan = self
    for (index, session) in sessions.enumerated() {
      for (place, start) in session.plannedStarts.enumerated()
      where session.activities[place].isFixed && session.activities[place].start == nil {
        plan.sessions[index].activities[place].start = ClockTime(minutes: start).description
      }
    }
    return plan
  }
}

extension Session {
  /// The planned start of each activity, in minutes since midnight.
  public var plannedStarts: [Int] { timetable.starts }

  /// The planned end, in minutes since midnight.
  public var plannedEnd: Int { timetable.end }

  /// When each activity begins and the last one ends by the plan alone, in minutes since midnight.
  public var timetable: (starts: [Int], end: Int) {
    let start = ClockTime(self.start)?.minutes ?? 0
    var minute = start
    let starts = activities.map { activity in
      if activity.isFixed, let fixed = activity.start.flatMap(ClockTime.init)?.minutes {
        // A fixed hour long before the session's start is one of the night after.
        minute = fixed + 720 < start ? fixed + 1440 : fixed
      } else if !activity.isDropped {
        minute += activity.delay
      }
      defer { if !activity.isDropped { minute += activity.minutes } }
      return minute
    }
    return (starts, minute)
  }
}
