import Languages
import Shell
import WorkshopCore

/// How much of a vote the stage shows: which page of a long list, or how many of the last places.
enum VoteShown {
  /// What `viewShown` calls them.
  static let pages = "vote-page"
  static let places = "vote-places"

  static func page(_ scene: Scene, _ poll: Poll) -> Int {
    scene.workshop.views[poll.activity].flatMap { $0.name == pages ? $0.step : nil } ?? 0
  }

  /// Whether the pages of a list that is voted on go by by themselves: until somebody turns one.
  static func turnsByItself(_ scene: Scene, _ poll: Poll) -> Bool {
    !poll.isRevealed && scene.workshop.views[poll.activity]?.name != pages
  }

  /// How many of the last places are open, while they are revealed one by one; nil: all.
  static func openPlaces(_ scene: Scene, _ poll: Poll) -> Int? {
    guard poll.isRevealed else { return nil }
    return scene.workshop.views[poll.activity].flatMap { $0.name == places ? $0.step : nil }
  }

  /// The ranks that are still covered on the stage, best first.
  static func covered(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> Set<Int> {
    guard let open = openPlaces(scene, poll) else { return [] }
    let ranks = ranks(tally)
    return Set(ranks.dropLast(min(open, ranks.count)))
  }

  static func ranks(_ tally: Tally) -> [Int] { Set(tally.rows.map(\.rank)).sorted() }

  /// Whether a result has an order that can be told from its end.
  static func hasOrder(_ poll: Poll) -> Bool {
    !poll.method.isScale && poll.method.form != .objections && !poll.hasAxes
  }
}

extension Action {
  /// Opens the last place, then the one above it: ties come at once.
  static let revealPlace = Action(
    "reveal-place", "Reveal the result from the last place on", onStage: true
  ) { scene in
    guard let activity = scene.current, let poll = scene.workshop.latestPoll(of: activity.id),
      !poll.isOpen
    else { return .refused("Close the vote first") }
    guard VoteShown.hasOrder(poll) else {
      return .refused("This kind of vote has no last place: v")
    }
    let step = Event.viewShown(activity: activity.id, view: VoteShown.places, step: 1)
    // The cover lies there before the result does.
    guard let tally = Counted.tally(poll) else {
      return Outcome(events: [step, .pollRevealed(poll: poll.id)] + scene.leavingBoard)
    }
    guard let open = VoteShown.openPlaces(scene, poll) else {
      return .refused("The result is on the projector")
    }
    let isLast = open + 1 >= VoteShown.ranks(tally).count
    return .event(
      .viewShown(
        activity: activity.id, view: isLast ? "" : VoteShown.places,
        step: isLast ? 0 : open + 1))
  }

  static let nextPage = page("next-page", "The next page of a long list on the projector", by: 1)
  static let previousPage = page("previous-page", "The previous page on the projector", by: -1)

  private static func page(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current, let poll = scene.workshop.latestPoll(of: activity.id),
        VoteShown.openPlaces(scene, poll) == nil
      else { return .refused("There is no list on the projector") }
      // The stage knows how many pages there are at its size, and begins anew after the last.
      let next = max(0, VoteShown.page(scene, poll) + step)
      return .event(.viewShown(activity: activity.id, view: VoteShown.pages, step: next))
    }
  }
}
