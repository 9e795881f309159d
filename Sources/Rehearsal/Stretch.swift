import WorkshopCore
import WorkshopQueries

/// The longest time of a session without a break, as it was played.
struct Stretch {
  private(set) var minutes = 0
  private(set) var first: Activity?
  private(set) var last: Activity?

  /// Minutes after which people need one: a day is four blocks of ninety with breaks and lunch between
  /// (https://www.dooni.co/blog/breaks-and-then-content).
  static let longest = 90

  init(_ agenda: Agenda) {
    var stretch: [Agenda.Item] = []
    for item in agenda.items where item.state != .skipped {
      if item.isBreak {
        take(stretch)
        stretch = []
      } else {
        stretch.append(item)
      }
    }
    take(stretch)
  }

  private mutating func take(_ items: [Agenda.Item]) {
    guard let first = items.first, let last = items.last, last.playedEnd - first.start > minutes
    else { return }
    minutes = last.playedEnd - first.start
    self.first = first.activity
    self.last = last.activity
  }
}

extension Agenda.Item {
  /// When it ended, or so far, in minutes since midnight; not when its time would be up.
  var playedEnd: Int { state == .now ? start + spent : end }
}
