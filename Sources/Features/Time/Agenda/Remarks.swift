import Assets
package import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A plan's review in words: what an experienced facilitator would ask before the day.
package enum Remarks {
  package static let heading: Phrase = "What an experienced facilitator would ask"
  package static let none: Phrase = "The plan raises no question."

  /// What would be asked about the plan as the room will follow it; empty when there is nothing.
  package static func lines(_ scene: Scene) -> [String] {
    lines(scene.workshop.plan, scene.language, scene.content, boards: scene.workshop.boards)
  }

  /// The programme's or a session's title, then a sentence for each remark, indented.
  ///
  /// - Parameter boards: those that were made in the room and may be named as well.
  static func lines(
    _ plan: Plan, _ language: Language, _ content: Content, boards: [Board] = []
  ) -> [String] {
    let review = Review(of: plan, knowing: content.known(with: boards))
    let remarks = Dictionary(grouping: review.remarks, by: \.session)
    let programme = block(
      language("The whole programme"), remarks[nil] ?? [], Wording(plan, nil, language))
    return programme
      + plan.sessions.flatMap { session in
        block(
          language(session.title), remarks[session.id] ?? [], Wording(plan, session, language))
      }
  }

  private static func block(
    _ title: String, _ remarks: [Remark], _ wording: Wording
  ) -> [String] {
    guard !remarks.isEmpty else { return [] }
    return [Text.sanitised(title)]
      + remarks.map { "  " + Text.sanitised(wording.sentence($0)) }
  }
}

extension Content {
  /// The ids that a plan may name because they are content, or boards of the room.
  fileprivate func known(with boards: [Board]) -> Review.Known {
    Review.Known(
      sheets: Set(sheets.keys), canvases: Set(canvases.keys).union(journeys.keys),
      decks: Set(decks.keys),
      warmUps: Set(warmUps.map(\.id)), methods: Set(methods.map(\.id)),
      boards: Set(boards.map(\.id)))
  }
}
