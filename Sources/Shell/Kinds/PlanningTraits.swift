import Assets
package import Languages
package import WorkshopCore

/// What a new activity of a kind begins with in a plan, and how people are at it.
package struct PlanningTraits: Sendable {
  /// What it is for, in one line.
  package var purpose: Phrase
  /// Whole minutes, as the templates that come along give such an activity.
  package var minutes: Int
  package var phase: Phase?
  /// The board that it works on; nil: none.
  package var board: BoardWanted?
  package var gathering: Gathering
  /// 0 at rest, 1 calm, 2 brisk, 3 lively.
  package var energy: Int

  package init(
    _ purpose: Phrase = "", minutes: Int = 15, phase: Phase? = nil, board: BoardWanted? = nil,
    gathering: Gathering = .all, energy: Int = 1
  ) {
    self.purpose = purpose
    self.minutes = minutes
    self.phase = phase
    self.board = board
    self.gathering = gathering
    self.energy = energy
  }

  /// The board that a new activity works on.
  package struct BoardWanted: Sendable {
    /// The sheet of its cards, which tells it from others.
    package var sheet: String
    /// What it is called where there is none yet; nil: as the activity.
    package var title: Phrase?
    /// Each activity has one of its own; else the last one of such a sheet is taken again.
    package var isOwn: Bool

    package init(of sheet: String, called title: Phrase? = nil, isOwn: Bool = false) {
      self.sheet = sheet
      self.title = title
      self.isOwn = isOwn
    }
  }
}

extension Gathering {
  /// In a word.
  package var name: Phrase {
    switch self {
    case .alone: "alone"
    case .pairs: "in pairs"
    case .tables: "at tables"
    case .all: "all together"
    }
  }
}

extension Scene {
  /// How people are while an activity goes on: by its way of working, else by its kind.
  package func gathering(of activity: Activity) -> Gathering {
    content.methods.first { $0.id == activity.method }?.form
      ?? kind(of: activity).planning.gathering
  }

  /// How lively an activity is, from 0, at rest, to 3: by its game, else by its kind.
  package func energy(of activity: Activity) -> Int {
    content.warmUp(activity.warmUp)?.energy ?? kind(of: activity).planning.energy
  }
}

extension Scene {
  /// The decks of persona cards, those first that are for what this workshop is about, each with how much of
  /// that it is for.
  package var decks: [(deck: Deck, matches: Int)] {
    let plan = workshop.plan
    let themes = workshop.cards(on: Workshop.themes)
    let asked = themes.flatMap { [$0.text, $0[Theme.challengeField] ?? ""] }
    let texts = asked + [say(plan.title), say(plan.goal)]
    let all = content.decks.values.map { (deck: $0, matches: $0.matches(texts)) }
    return all.enumerated().sorted {
      ($1.element.matches, $0.offset) < ($0.element.matches, $1.offset)
    }.map(\.element)
  }
}
