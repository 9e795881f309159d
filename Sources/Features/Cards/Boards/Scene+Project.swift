import Languages
package import Shell
import Terminal
package import WorkshopCore

/// The project that a next step or a feedback card names, said wherever the card is.
extension Scene {
  /// The name of a card's project, short enough to stand beside a text; nil where it has none, or is one.
  package func projectName(of card: Card) -> String? {
    guard let project = workshop.card(card[Card.project]), !project.text.isEmpty,
      hasProjects(on: workshop.board(card.board))
        || workshop.board(card.board)?.sheet
          == Workshop.feedbackSheet
    else { return nil }
    let name = project.text.oneLine
    return Text.width(name) > 24 ? Text.cut(name, to: 24) : name
  }

  /// What project the line's card will have; how to name one where it has none yet. Empty for boards whose
  /// cards have no project, and for feedback, which says elsewhere what it is about.
  package var projectEcho: String {
    guard focus.editing == nil, !focus.line.isEmpty, let board = lineBoard, hasProjects(on: board)
    else { return "" }
    let line = CardLine(focus.line.text, on: board, self)
    let project = workshop.card(line.fields[Card.project])
    if subject(on: board)?.card.id == project?.id, project != nil { return "" }
    guard let project else { return say("&name: its project") }
    return language.labelled(say("Project"), project.text.oneLine)
  }
}
