import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The ways in which a vote is taken.
enum WaysIn {
  /// The open vote of the current activity.
  static func poll(_ scene: Scene) -> Poll? {
    scene.current.flatMap { scene.workshop.latestPoll(of: $0.id) }.flatMap { $0.isOpen ? $0 : nil }
  }
}

extension Action {
  /// Every way to take a ballot, in one list.
  static let waysIn = Action("ways-in", "Other ways of voting: keyboard, tables, hands, posters") {
    scene in
    guard let poll = WaysIn.poll(scene) else { return .refused("No vote is open") }
    let noTotals: Phrase? =
      poll.method.totals == .never ? "This kind of vote counts single ballots only" : nil
    let items: [Menu.Item] = [
      Menu.Item(
        label: scene.say("Pass the keyboard from hand to hand"),
        detail: scene.say("sealed, one by one")
      ) { .open(Passing(poll), $0) },
      Menu.Item(
        label: scene.say("A ballot for each table"), detail: scene.say("one ballot a table")
      ) { tables(poll, $0) },
      Menu.Item(
        label: scene.say("A show of hands"), detail: scene.say("option by option"),
        disabled: noTotals
      ) { scene in HandsPanel(poll, scene)?.opened(scene) ?? .nothing },
      Menu.Item(
        label: scene.say("Type the totals of stickers or hands"),
        detail: scene.say("one number each"), disabled: noTotals
      ) { countStickers.decide($0) },
      Menu.Item(
        label: scene.say("Stickers on another poster"), detail: scene.say("posters add up"),
        disabled: noTotals
      ) { walls(poll, $0) },
      Menu.Item(
        label: scene.say("Type paper ballots one after another"), detail: scene.say("by numbers")
      ) { paperBallots.decide($0) },
      Menu.Item(
        label: scene.say("Own terminals: slips with codes"), detail: "atelier ballots DIR --print N"
      ) { .notice(slips($0)) },
    ]
    return .open(Menu(title: "How do they vote?", items: items), scene)
  }

  private static func slips(_ scene: Scene) -> Phrase {
    let count = scene.workshop.slips
    return count > 0
      ? "Slips printed: \(count); people type: atelier ballot DIR"
      : "No slips yet: every terminal with atelier ballot DIR is one voter"
  }

  /// One ballot a table; a table's later one replaces the earlier.
  private static func tables(_ poll: Poll, _ scene: Scene) -> Outcome {
    let items = (1...max(1, scene.workshop.plan.tables)).map { table in
      let voter = "table-\(table)"
      let isIn = poll.standing(of: voter) != .none
      return Menu.Item(
        label: scene.say("Table \(String(table))"),
        detail: isIn ? scene.say("is in; a new one replaces it") : "", isQuiet: isIn
      ) { scene in
        .open(BallotSheet(poll, voter: voter, way: .table), scene)
      }
    }
    return .open(Menu(title: "Which table?", items: items), scene)
  }

  /// Walls that were counted, and a new one.
  private static func walls(_ poll: Poll, _ scene: Scene) -> Outcome {
    let known = poll.countedTotals.map(\.place).filter { $0.way == .stickers && !$0.wall.isEmpty }
    let items = known.map { place in
      Menu.Item(label: place.wall, detail: scene.say("count it again")) { scene in
        count(poll, wall: place.wall, scene)
      }
    }
    guard !items.isEmpty else { return newWall(poll, scene) }
    let new = Menu.Item(label: scene.say("Another poster")) { newWall(poll, $0) }
    return .open(Menu(title: "Which poster?", items: items + [new]), scene)
  }

  private static func newWall(_ poll: Poll, _ scene: Scene) -> Outcome {
    Reopening.newWall.opened(of: ["poll": poll.id], scene)
  }

  static let countStickers = Action("count-stickers", "Type the totals of stickers or hands") {
    scene in
    guard let poll = WaysIn.poll(scene) else { return .refused("No vote is open: d opens one") }
    guard poll.method.totals != .never else {
      return .refused("This kind of vote counts single ballots only")
    }
    return count(poll, wall: "", scene)
  }

  fileprivate static func count(_ poll: Poll, wall: String, _ scene: Scene) -> Outcome {
    Reopening.totals.opened(of: ["poll": poll.id, "wall": wall], scene)
  }

  /// The list walked down, with a number each; of grades, with a number for each grade of each.
  fileprivate static func counter(_ poll: Poll, wall: String, _ scene: Scene) -> Counter {
    let voters = "voters"
    let rows: [Counter.Row] =
      poll.method.totals == .grades
      ? poll.options.flatMap { option in
        (0..<poll.settings.gradeCount).reversed().map { grade in
          Counter.Row(
            id: Poll.key(String(grade), option),
            label: scene.grade(grade, poll) + " · "
              + scene.workshop.label(ofOption: option))
        }
      } : poll.options.map { Counter.Row(id: $0, label: scene.workshop.label(ofOption: $0)) }
    let title: Phrase =
      wall.isEmpty ? "Totals: \(poll.question)" : "Totals on \(wall): \(poll.question)"
    let counted = poll.counter(wall: wall).flatMap { $0 == scene.me ? nil : $0 }
    let help: Phrase =
      counted.map { "\($0) has counted this already; a new count replaces it" }
      ?? "Digits, Enter for the next; the last line is how many voted"
    var counter = Counter(
      title: title, help: help,
      rows: rows + [
        Counter.Row(id: voters, label: scene.say("How many people voted"), isApart: true)
      ]
    ) { numbers, _ in
      var totals = numbers
      let people = totals.removeValue(forKey: voters)
      return .event(
        .totalsCounted(
          poll: poll.id, totals: totals, voters: people, way: wall.isEmpty ? nil : .stickers,
          wall: wall.isEmpty ? nil : wall),
        notice: "Counted; c closes the vote")
    }
    let typed = poll.typedCount(wall: wall, by: scene.me)
    counter.typed = (typed?.totals ?? [:]).mapValues(String.init)
    counter.typed[voters] = typed?.voters.map(String.init)
    return counter
  }

  static let paperBallots = Action("paper-ballots", "Type paper ballots one after another") {
    scene in
    guard let poll = WaysIn.poll(scene) else { return .refused("No vote is open") }
    let pile = (scene.focus.pile as? BallotPad).flatMap { $0.poll == poll.id ? $0 : nil }
    return .open(pile ?? BallotPad(poll, scene), scene)
  }
}

extension Reopening {
  /// The totals of a vote, or of one wall of it.
  static let totals = stack("count-stickers") { details, scene in
    scene.workshop.poll(details["poll"]).map {
      [Action.counter($0, wall: details["wall"] ?? "", scene)]
    } ?? []
  }

  /// The name of a wall whose stickers are counted.
  static let newWall = Reopening("new-wall") { details, scene in
    scene.workshop.poll(details["poll"]).map { poll in
      Prompt(
        title: "Which poster?", help: "A name for it: left, corridor, table 3", leadsOn: true
      ) { text, scene in Action.count(poll, wall: String(text.prefix(40)), scene) }
    }
  }
}
