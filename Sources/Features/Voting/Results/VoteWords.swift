import Languages
import WorkshopCore

// How what happens in a vote is spoken of, in the reader's language.

extension Poll.Defaults.Reason {
  /// Why a voter has so many, of so many options.
  func phrase(_ options: Int) -> Phrase {
    switch self {
    case .one: "one each"
    case .few: "two, for a few options"
    case .least: "three: a quarter of \(options) would be less"
    case .quarter: "a quarter of \(options)"
    case .most: "eight at most: more is too many to order with care"
    case .every: "one for every option"
    case .five: "the five best"
    case .hundred: "what people share out in their heads"
    case .sixteen: "four votes on one option, or one on each of sixteen"
    }
  }
}

extension PollPlan.Fault {
  /// Why a vote cannot be opened.
  var phrase: Phrase {
    switch self {
    case .points(let points, let room, let cap):
      "Nobody could spend \(points) points: at most \(cap) on one option leaves room for \(room)"
    case .picks(let fewest, let most):
      "Nobody could pick \(fewest) options: at most \(most) can be picked"
    case .grid: "At least one weight must be above 0"
    }
  }
}

extension Ballot.Way {
  /// The short word that counts stand beside.
  var noun: Phrase {
    switch self {
    case .paper: "On paper"
    case .table: "By tables"
    case .keyboard: "At the keyboard"
    case .terminal: "On screens"
    case .stickers: "Stickers"
    case .hands: "Hands"
    }
  }
}

extension Poll.MarkError {
  /// Why a ballot was refused, without a word of what it said.
  var kind: Phrase {
    switch self {
    case .unknownOption, .unknownCriterion: "something that is not in this vote"
    case .negative, .outOfRange: "a choice out of range"
    case .overCap: "too much on one option"
    case .overBudget, .overCredits: "more than there is to spend"
    case .underBudget: "not all was spent"
    case .tooFew: "too few picks"
    case .placeTwice, .placeLeftOut: "places that do not fit"
    case .incomplete: "scored in part only"
    case .noReason: "no reason given"
    case .ownIdea: "on one's own idea"
    case .tooManyProxies: "for more absent people than allowed"
    }
  }
}

extension Poll.ChangeRefusal {
  /// Why the rules stay; never how much somebody spent.
  var phrase: Phrase {
    switch self {
    case .closed: "The vote is closed"
    case .nothingToSpend: "This kind of vote gives nothing to spend"
    case .outOfRange(let most): "From 1 to \(most)"
    case .spent: "Somebody has already spent more than that"
    case .placed: "Somebody has already put more on one option"
    }
  }
}

extension Remedy {
  var name: Phrase {
    switch self {
    case .keepAll: "Keep them all"
    case .runoff: "A run-off among the tied alone"
    case .moreVoters: "What more people chose"
    case .decider: "Somebody decides, and says why"
    case .lot: "Draw lots"
    }
  }
}

extension Remedy.RemedyError {
  var phrase: Phrase {
    switch self {
    case .notTied: "No tie for the last chosen place"
    case .tooMany(let extra): "\(extra) more than planned; at most \(Remedy.mostExtra)"
    case .needsBallots: "needs ballots: stickers and hands tell nobody apart"
    case .votersTied: "as many people chose each of them"
    case .noReason: "The reason is missing"
    case .noSeed, .wrongChoice: "That does not settle the tie"
    }
  }
}

extension Impact.Quadrant {
  var name: Phrase {
    switch self {
    case .doNow: "Do now"
    case .plan: "Plan for later"
    case .fillIn: "If time allows"
    case .drop: "Let it be"
    }
  }
}
