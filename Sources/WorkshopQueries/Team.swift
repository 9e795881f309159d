public import WorkshopCore

/// Who works on a project, and whether that is enough.
public struct Team: Equatable, Sendable {
  public let project: Card
  /// Those whose one project it is, in the roster's order.
  public let members: [Card]
  /// Those who lend a hand from another project.
  public let supporters: [Card]
  /// Those who would come if their first choice does not start.
  public let seconds: [Card]
  /// Members who came on a later day than the first ones, and when.
  public let late: [CardID: Day]
  /// Those who were members until a later day, and until when.
  public let gone: [Departure]

  /// Somebody who left.
  public struct Departure: Equatable, Sendable {
    public let person: CardID
    public let day: Day
  }

  /// Fewer do not start; fewer or more than is comfortable are warned of.
  ///
  /// Three of the programme's services stalled for want of people; the figures are this program's own
  /// reading of that.
  public static let minimum = 3
  public static let comfortable = 4...8

  /// What a team lacks.
  public enum Warning: Equatable, Sendable {
    /// Too few to start, by so many.
    case cannotStart(missing: Int)
    case small
    case large
    /// Everybody comes from one place.
    case oneOrganisation(String)
    case noLead
    case noScribe
    case noCoach
    /// Enough people, but so many of them only who have time for it between the sessions.
    case littleTime(free: Int)
  }

  /// The members who have time between the sessions, as far as anybody knows.
  public var free: [Card] {
    members.filter { !Self.scarce.contains($0[Card.availability] ?? "") }
  }

  /// What people say who have next to no time between the sessions: choices of the person's sheet.
  static let scarce: Set = ["hours", "sessions"]

  /// Warnings, the gravest first.
  public var warnings: [Warning] {
    var warnings: [Warning] = []
    let count = members.count
    if count < Self.minimum {
      warnings.append(.cannotStart(missing: Self.minimum - count))
    } else if count < Self.comfortable.lowerBound {
      warnings.append(.small)
    } else if count > Self.comfortable.upperBound {
      warnings.append(.large)
    }
    if count >= Self.minimum, free.count < Self.minimum {
      warnings.append(.littleTime(free: free.count))
    }
    let organisations = Set(members.compactMap { $0[Card.organisation] })
    if count > 1, organisations.count == 1, let only = organisations.first {
      warnings.append(.oneOrganisation(only))
    }
    guard count > 0 else { return warnings }
    if project[Self.lead] == nil { warnings.append(.noLead) }
    if project[Self.scribe] == nil { warnings.append(.noScribe) }
    if project[Self.coach] == nil { warnings.append(.noCoach) }
    return warnings
  }

  /// Fields of a project that name who does what.
  public static let lead = "lead"
  public static let scribe = "scribe"
  public static let coach = "coach"
  /// Fields of a person.
  public static let primary = Card.project
  public static let second = "second-choice"
  /// The set of a project's card with those who lend a hand.
  public static let supporters = "supporters"
}

extension Workshop {
  /// Everybody on a project.
  ///
  /// - Parameter offset: seconds east of Greenwich, for the days on which people came and left.
  public func team(of project: Card, offset: Int = 0) -> Team {
    let members = people.filter { $0[Team.primary] == project.id }
    func day(_ stamp: Stamp) -> Day {
      Moment(milliseconds: stamp.milliseconds, offset: offset).day
    }
    let first = people.compactMap { person -> Day? in
      moves[person.id]?.first { $0.project == project.id }.map { day($0.stamp) }
    }.min()
    let since = members.compactMap { person -> (CardID, Day)? in
      guard let last = moves[person.id]?.last(where: { $0.project == project.id }) else {
        return nil
      }
      return (person.id, day(last.stamp))
    }
    let gone = people.compactMap { person -> Team.Departure? in
      guard person[Team.primary] != project.id, let all = moves[person.id],
        let at = all.lastIndex(where: { $0.project == project.id }), at + 1 < all.count,
        day(all[at + 1].stamp) > day(all[at].stamp)
      else { return nil }
      return Team.Departure(person: person.id, day: day(all[at + 1].stamp))
    }
    return Team(
      project: project, members: members,
      supporters: project.members(of: Team.supporters).compactMap { cards[$0] },
      seconds: people.filter { $0[Team.second] == project.id },
      late: Dictionary(
        since.filter { person in first.map { person.1 > $0 } ?? false },
        uniquingKeysWith: { a, _ in a }), gone: gone)
  }
}
