import Languages
import WorkshopCore

/// How a vote is spoken of: its methods, rules and reasons, in the reader's language.
extension Poll.Method {
  /// What it is for, in one line.
  var purpose: Phrase {
    switch self {
    case .dots: "many ideas: the few that the room wants"
    case .scale: "one mark each"
    case .single: "two or three options, one for each person"
    case .approval: "which ones people can live with"
    case .ranking: "a handful to put in order"
    case .topFive: "a long list: the five best in order"
    case .points: "how much of a budget each one gets"
    case .quadratic: "how strongly people want it"
    case .criteria: "five to eight services, by the same questions"
    case .judgment: "five to eight services, a grade for each"
    case .consent: "the last one or two: who objects, and why?"
    case .impact: "what to do now, to plan or to drop"
    }
  }
}

extension Poll.Defaults.Reason {
  /// Why a voter has so many, of so many options.
  func phrase(_ options: Int) -> Phrase {
    switch self {
    case .one: "one each"
    case .few: "two, for a few options"
    case .least: "three: a quarter of \(options) would be less"
    case .quarter: "a quarter of \(options)"
    case .most: "eight: nobody places more with care"
    case .every: "one for every option"
    case .five: "the five best"
    case .hundred: "what people share out in their heads"
    case .sixteen: "four votes on one option, or one on each of sixteen"
    }
  }
}

extension Poll {
  /// The rule in one sentence, as the room reads it.
  var rule: Phrase {
    switch method {
    case .dots:
      dots == 1
        ? "One dot each"
        : cap == 1
          ? "\(dots) dots each · one at most on each option"
          : "\(dots) dots each · up to \(cap) on one"
    case .scale: "One mark each"
    case .single: "One choice each"
    case .approval:
      (settings.fewest ?? 1) > 1
        ? picks
        : dots >= options.count
          ? "Tick as many as you like" : dots == 1 ? "One tick each" : "Up to \(dots) ticks each"
    case .ranking: "Put them in order: 1 is the best"
    case .topFive: "Your five best in order: 1 is the best"
    case .points:
      dots == 1
        ? "One point each"
        : settings.spendsAll == true
          ? "\(dots) points each: share out all of them" : "\(dots) points each to share out"
    case .quadratic:
      dots == 1
        ? "One credit each, for one vote"
        : "\(dots) credits each: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16"
    case .criteria:
      settings.grid.count == 1
        ? "A score from \(settings.scores.lowerBound) to \(settings.highest)"
        : "A score from \(settings.scores.lowerBound) to \(settings.highest) for each of \(settings.grid.count) criteria"
    case .judgment: "A grade for each; none counts as the lowest"
    case .consent: "Whoever objects says why"
    case .impact:
      "Impact and effort, each from \(settings.scores.lowerBound) to \(settings.highest)"
    }
  }

  /// How many ticks a ballot has, where there is a least number.
  var picks: Phrase {
    let (fewest, most) = (settings.fewest ?? 1, min(dots, options.count))
    return fewest == most ? "Exactly \(most) ticks each" : "From \(fewest) to \(most) ticks each"
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
    case .negative, .outOfRange: "a mark out of range"
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
    case .nothingToSpend: "This method gives nothing to spend"
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
    case .moreVoters: "What more people marked"
    case .decider: "Somebody decides, and says why"
    case .lot: "Draw lots"
    }
  }
}

extension Remedy.RemedyError {
  var phrase: Phrase {
    switch self {
    case .notTied: "Nothing is tied at the cut"
    case .tooMany(let extra): "\(extra) more than planned; at most \(Remedy.mostExtra)"
    case .needsBallots: "needs ballots: stickers and hands tell nobody apart"
    case .votersTied: "as many people marked each of them"
    case .noReason: "The reason is missing"
    case .noSeed, .wrongChoice: "That does not settle the tie"
    }
  }
}

extension Impact.Quadrant {
  var name: Phrase {
    switch self {
    case .doNow: "Do now"
    case .plan: "Plan"
    case .fillIn: "Fill in"
    case .drop: "Drop"
    }
  }
}
