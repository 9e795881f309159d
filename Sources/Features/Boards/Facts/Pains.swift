import Assets
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// Something that hurts a user: a pain point of a journey, or an irritant among the facts.
struct Pain: Equatable {
  let card: CardID
  let text: String
  /// Where it was found: whose journey and at which stage, or which theme.
  let place: String
}

extension Scene {
  /// Every pain point and irritant, those of the lowest stages first: there ideas begin.
  var pains: [Pain] {
    let ways = workshop.boards.filter { journey(of: $0) != nil }.flatMap { board in
      map(of: board).stages.flatMap { stage -> [(pain: Pain, emotion: Int)] in
        let title = title(ofZone: stage.id, on: board)
        let place = [name(ofJourney: board), title].compactMap { $0 }.joined(separator: " · ")
        return stage.lines(in: .pain).map {
          (Pain(card: $0.card, text: $0.text, place: place), stage.emotion ?? 0)
        }
      }
    }
    let sorted = ways.enumerated().sorted {
      ($0.element.emotion, $0.offset) < ($1.element.emotion, $1.offset)
    }
    let irritants = workshop.boards.flatMap { board in
      workshop.cards(on: board.id).filter { $0.zone == Self.irritant }.map { card in
        Pain(
          card: card.id, text: card.text,
          place: title(ofTheme: card.theme) ?? say(board.title))
      }
    }
    return sorted.map(\.element.pain) + irritants
  }

  /// Whether there are any: asked at every key, so it looks no further than the first.
  fileprivate var hasPains: Bool {
    workshop.once("pains") {
      workshop.cards.values.contains { card in
        !card.isGone && !card.text.isEmpty
          && (card.zone == Self.irritant || JourneyMap.row(of: card) == .pain
            || card[JourneyMap.Row.pain.rawValue] != nil)
      }
    }
  }
}

/// The keys that bring a pain point to the board where challenges and ideas are written.
enum PainKeys {
  static func atDesk(_ scene: Scene) -> Binding {
    Binding(.character("L"), do: .pullPain, hint: "pain points", unless: disabled(scene))
  }

  static func atNotes(_ scene: Scene) -> Binding {
    Binding(.function(5), do: .pullPain, hint: "pain points", unless: disabled(scene))
  }

  private static func disabled(_ scene: Scene) -> Phrase? {
    scene.hasPains ? nil : "No pain point yet: journeys and facts hold them"
  }
}

extension Action {
  /// Chosen, a pain is put into other words: a challenge, or an idea that answers it.
  static let pullPain = Action("pull-pain", "Begin from a pain point") { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    let items = scene.pains.map { pain in
      let answers = scene.answers(to: pain.card).count
      return Menu.Item(
        label: "! " + pain.text, detail: answers > 0 ? "✓\(answers) \(pain.place)" : pain.place,
        isQuiet: answers > 0
      ) { scene in reword("! \(pain.text)", pain.card, on: board.id, scene) }
    }
    return .open(Menu(title: "Which pain point do we begin from?", items: items), scene)
  }

  /// Asks for what a source is put into other words as.
  fileprivate static func reword(
    _ title: String, _ source: CardID, on board: BoardID, _ scene: Scene
  ) -> Outcome {
    Reopening.rewording.opened(
      of: ["board": board, "source": source], with: ["title": title], scene)
  }
}

extension Reopening {
  /// Begins as the room's challenges do, where the board holds those.
  static let rewording = Reopening("pull-pain") { details, scene in
    guard let target = scene.workshop.board(details["board"]),
      let source = scene.workshop.card(details["source"])
    else { return nil }
    let opening = target.sheet == "challenge" ? scene.opening : ""
    return Prompt(
      title: "\(details["title"] ?? source.text)",
      help: "An idea that answers it; #theme and @name are understood", line: Line(opening),
      marks: true
    ) { text, scene in
      guard let board = scene.workshop.board(target.id) else { return .nothing }
      if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
      guard text.trimmed != opening.trimmed else {
        return .refused("Type what was said first")
      }
      guard case .cardAdded(let id, let text, var fields) = scene.card(text, on: board) else {
        return .nothing
      }
      fields = (fields ?? [:]).merging([Card.links: source.id]) { $1 }
      return .event(.cardAdded(board: id, text: text, fields: fields))
    }
  }
}

extension Outcome {
  /// A new card of the board at hand that comes from a source, in the room's own words.
  static func begin(from source: Source, _ scene: Scene) -> Outcome {
    guard let board = scene.board else { return .refused("This activity has no board") }
    return Action.reword(source.text, source.card, on: board.id, scene)
  }
}

extension Scene {
  /// `How might we `, in the workshop's language: the beginning of every challenge.
  fileprivate var opening: String {
    let label = content.sheets["challenge"]?.fields.first?.label
    let text = label?.text(in: workshop.plan.language) ?? ""
    return text.prefix { $0 != "…" }.description.trimmed + " "
  }
}
