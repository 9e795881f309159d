public import WorkshopCore

/// One thing that an experienced facilitator would ask about a plan: where, what, and its numbers.
///
/// It says no words: each language finds its own for the point.
public struct PlanDiagnostic: Hashable, Sendable {
  /// The session it is about; nil: the programme as a whole.
  public let session: String?
  /// The activity it is about; nil: the session as a whole.
  public let activity: ActivityID?
  public let point: Point

  public init(session: String? = nil, activity: ActivityID? = nil, _ point: Point) {
    self.session = session
    self.activity = activity
    self.point = point
  }

  /// What is asked. Durations are minutes, times minutes since midnight of the session's day.
  public enum Point: Hashable, Sendable {
    /// People sit for too long before this break.
    case longStretch(minutes: Int, before: Int)
    /// People sit for too long up to the end of this activity.
    case longStretchThrough(minutes: Int, end: Int)
    /// Shortening all that can be shortened gives too little when time runs out.
    case littleBuffer(gives: Int, of: Int, wanted: Int)
    /// A day over noon in which no break begins around noon.
    case noLunch(wanted: Int)
    /// The longest break around noon is this one; without an activity, it is time left free.
    case shortLunch(minutes: Int, wanted: Int)
    /// No activity of the programme has the phase.
    case noPhase(Phase)
    /// A talk of which nobody knows who holds it: so many of its rounds, 0 of 0 when it has none.
    case noSpeaker(rounds: Int, of: Int)
    /// The minimum is longer than what is planned.
    case minimumAbove(minimum: Int, planned: Int)
    /// The maximum is shorter than what is planned.
    case maximumBelow(maximum: Int, planned: Int)
    /// The rounds together take more, or less, than what is planned.
    case roundsDiffer(rounds: Int, planned: Int)
    /// What comes before this fixed item ends so many minutes after its start.
    case startsTooEarly(by: Int)
    /// This fixed item and another one share so many minutes.
    case overlaps(ActivityID, minutes: Int)
    /// Something of this id is named, by the activity or else by a board, and is not there.
    case unknown(Reference, id: String, board: BoardID?)
    /// A vote without a board has nothing to choose from.
    case voteWithoutBoard
    /// More dots may go on one option than anybody has.
    case capAboveDots(cap: Int, dots: Int)
    /// Not a day of the calendar written `YYYY-MM-DD`.
    case unreadableDate(String)
    /// The session comes after another one that is dated later.
    case datedBefore(session: String, date: String)
    /// The programme's card says nothing of these.
    case programmeLacks([Programme.Field])
    /// The fund's amount is no sum that can be read.
    case unreadableAmount(String)
    /// The call closes on a day before the one on which it opens.
    case closesBeforeOpening
    /// The call closes after the first session's day.
    case closesAfterSession(date: String)
    /// The game that opens the session takes long.
    case longWarmUp(minutes: Int, most: Int)
  }

  /// What a plan names by its id.
  public enum Reference: Hashable, Sendable {
    case board, theme, sheet, canvas, deck, warmUp, method
  }
}
