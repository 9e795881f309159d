public import WorkshopCore

// `StateDocument` calls its parts as the domain calls them. Inside it these names mean the
// domain's, which the module's name cannot say: it is also the name of a type.

typealias PlanTheme = Theme
typealias PlanSession = Session
typealias LiveBoard = Board
typealias LiveCard = Card
/// A vote of the domain; `StateDocument.Poll` is the document's.
public typealias LivePoll = Poll
typealias LiveMove = Move
typealias LiveBallot = Ballot
typealias LiveRemedy = Remedy
typealias LiveCountdown = Countdown
