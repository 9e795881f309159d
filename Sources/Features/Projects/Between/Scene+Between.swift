import Shell
package import WorkshopCore
import WorkshopQueries

extension Scene {
  /// The interval between two sessions that goes on now, or the one after the last session.
  var interval: Interval? { workshop.interval(at: now) }

  /// Whether the desk opens on what happened since: people were apart for a while, and the next
  /// session has not begun.
  package var opensBetween: Bool {
    guard let interval, interval.next != nil else { return false }
    return interval.daysSince(at: now) >= Interval.least
  }

  /// What everybody did since they were last together; nil before the first session.
  var sinceLastMet: (from: Holding, changes: Changes)? {
    workshop.lastHeld(before: now).map { ($0, Changes(since: $0.end, in: workshop)) }
  }

  /// The project that the desk between sessions has chosen, or the one of the card that was just noted;
  /// the first one while none is.
  package var chosenProject: Card? {
    let projects = workshop.cards(ofSheet: "project")
    let chosen = workshop.card(focus.card)
    let wanted = chosen?[Card.project] ?? chosen?.id
    return projects.first { $0.id == wanted } ?? projects.first
  }
}
