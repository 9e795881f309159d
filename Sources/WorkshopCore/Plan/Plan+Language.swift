extension Plan {
  /// The same plan with every text in one language only, as people edit it by hand.
  public func resolved(in language: String) -> Plan {
    var plan = self
    plan.language = language
    plan.title = title.resolved(in: language)
    plan.summary = nil
    plan.goal = goal?.resolved(in: language)
    for index in plan.themes.indices {
      plan.themes[index].name = themes[index].name.resolved(in: language)
      plan.themes[index].challenge = themes[index].challenge?.resolved(in: language)
    }
    for index in plan.boards.indices {
      plan.boards[index].title = boards[index].title.resolved(in: language)
      plan.boards[index].question = boards[index].question?.resolved(in: language)
      for zone in boards[index].zones.indices {
        plan.boards[index].zones[zone].title = boards[index].zones[zone].title.resolved(
          in: language)
      }
    }
    for index in plan.sessions.indices {
      plan.sessions[index].title = sessions[index].title.resolved(in: language)
      plan.sessions[index].before = sessions[index].before.map { $0.resolved(in: language) }
      plan.sessions[index].activities = sessions[index].activities.map { $0.resolved(in: language) }
    }
    return plan
  }
}

extension Activity {
  fileprivate func resolved(in language: String) -> Activity {
    var activity = self
    activity.title = title.resolved(in: language)
    activity.question = question?.resolved(in: language)
    activity.points = points.map { $0.resolved(in: language) }
    activity.script = script?.resolved(in: language)
    activity.material = material?.resolved(in: language)
    activity.output = output?.resolved(in: language)
    activity.rounds = rounds.map { $0.resolved(in: language) }
    activity.keeps = keeps?.resolved(in: language)
    activity.matrix = matrix?.resolved(in: language)
    return activity
  }
}

extension Round {
  func resolved(in language: String) -> Round {
    var round = self
    round.title = title.resolved(in: language)
    for segment in segments.indices {
      round.segments[segment].title = segments[segment].title.resolved(in: language)
    }
    return round
  }
}
