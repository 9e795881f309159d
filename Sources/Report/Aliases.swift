import Workshop

// `StateDocument` calls its parts as the domain calls them. Inside it these names mean the
// domain's, which the module's name cannot say: it is also the name of a type.

typealias PlanTheme = Theme
typealias PlanSession = Session
typealias LiveBoard = Board
typealias LiveCard = Card
typealias LivePoll = Poll
typealias LiveCountdown = Countdown
