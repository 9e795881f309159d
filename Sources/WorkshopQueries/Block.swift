import WorkshopCore

/// A stretch of a day without a fixed item, which must be over at a certain time.
struct Block {
  private let items: [Agenda.Item]
  /// The minutes of each; nil: left out.
  private(set) var minutes: [Int?]

  init(_ items: [Agenda.Item]) {
    self.items = items
    minutes = items.map(\.activity.minutes)
  }

  var total: Int { minutes.reduce(0) { $0 + ($1 ?? 0) } }

  /// What is cut first.
  enum Order {
    /// Flexible items to their minimum, then "could", then breaks to their minimum.
    case minimums
    /// "Could", then flexible items and breaks as far as still needed.
    case extras
  }

  /// Takes so many minutes away, or as many as there are to take; `fromFew`: from as few items as
  /// possible, else from each its part.
  mutating func cut(_ excess: Int, first order: Order, fromFew: Bool = false) {
    let activities = items.map(\.activity)
    let spares = items.map {
      order == .minimums && ($0.isSlack || !$0.isBreak) ? $0.activity.spare : 0
    }
    let could = activities.indices.filter { activities[$0].priority == .could }
    // What leaving out gives beyond shortening.
    let gains = could.map { activities[$0].minutes - spares[$0] }
    let chosen = Self.fewest(of: gains, reaching: excess - spares.reduce(0, +))
    for index in chosen?.map({ could[$0] }) ?? could where activities[index].minutes > 0 {
      minutes[index] = nil
    }
    var rest = excess - activities.reduce(0) { $0 + $1.minutes } + total
    let share = fromFew ? Self.fewShares : Self.shares
    take(&rest, share) { $0.isSlack }
    take(&rest, share) { !$0.isBreak }
    take(&rest, share) { $0.isBreak }
    // What may be left out and has no minute left is left out.
    for index in could where minutes[index] == 0 && activities[index].minutes > 0 {
      minutes[index] = nil
    }
  }

  /// Gives so many minutes to those that can take them, slack aside, in proportion to what each can.
  mutating func lengthen(_ spare: Int) {
    let room = items.map { $0.isSlack ? 0 : $0.activity.appetite }
    for (index, share) in Self.shares(spare, among: room).enumerated() {
      minutes[index] = minutes[index].map { $0 + share }
    }
  }

  /// Takes what is still too much from some of the items.
  private mutating func take(
    _ rest: inout Int, _ shares: (Int, [Int]) -> [Int], from isMeant: (Agenda.Item) -> Bool
  ) {
    let room = items.indices.map { index in
      let activity = items[index].activity
      guard let now = minutes[index], isMeant(items[index]) else { return 0 }
      return max(0, activity.spare - activity.minutes + now)
    }
    for (index, share) in shares(rest, room).enumerated() {
      minutes[index] = minutes[index].map { $0 - share }
      rest -= share
    }
  }

  /// Whole minutes in proportion to the room of each, by largest remainder; all there is when that is
  /// less.
  static func shares(_ minutes: Int, among room: [Int]) -> [Int] {
    let total = room.reduce(0, +)
    guard minutes > 0 else { return room.map { _ in 0 } }
    guard minutes < total else { return room }
    var shares = room.map { minutes * $0 / total }
    let remainders = room.map { minutes * $0 % total }
    let order = room.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for index in order.prefix(minutes - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  /// Whole minutes from the fewest that have them; all there is when that is less.
  static func fewShares(_ minutes: Int, among room: [Int]) -> [Int] {
    guard minutes > 0 else { return room.map { _ in 0 } }
    guard let chosen = fewest(of: room, reaching: minutes) else { return room }
    var shares = room.map { _ in 0 }
    var rest = minutes
    for index in chosen {
      shares[index] = min(room[index], rest)
      rest -= shares[index]
    }
    return shares
  }

  /// The fewest numbers that reach a sum, and of those the ones that pass it least, later ones first;
  /// nil when all together do not, or when that is more than
  /// a day.
  static func fewest(of numbers: [Int], reaching sum: Int) -> [Int]? {
    guard sum > 0 else { return [] }
    guard numbers.reduce(0, +) >= sum else { return nil }
    // Nobody plans a day of more than a day; a file may.
    guard sum <= 1440 else { return nil }
    // By sum, the fewest numbers that make it up; no best choice passes the sum by a whole number.
    var best = [[Int]?](repeating: nil, count: sum + (numbers.max() ?? 0))
    best[0] = []
    for (index, number) in numbers.enumerated().reversed() where number > 0 {
      for made in stride(from: best.count - 1, through: number, by: -1) {
        guard let before = best[made - number] else { continue }
        if before.count + 1 < best[made]?.count ?? .max { best[made] = before + [index] }
      }
    }
    return best[sum...].compactMap(\.self).min { $0.count < $1.count }
  }
}
