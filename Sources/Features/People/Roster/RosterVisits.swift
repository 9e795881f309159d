import Assets
import Languages
package import Shell
package import WorkshopCore

extension RosterFile {
  /// Whether it is the report of a meeting: who was there, when they came and went.
  package var isReport: Bool { columns.isReport }

  /// The session that a report is of: the only one, or the one of the day on which people came.
  package func session(_ sessions: [Session]) -> String? {
    let isOfPresence = isReport || rows.contains { $0.status == .here }
    guard isOfPresence else { return nil }
    let days = Set(rows.compactMap(\.visit).flatMap(Self.days))
    let held = sessions.filter { $0.date.map(days.contains) ?? false }
    if held.count == 1 { return held[0].id }
    return sessions.count == 1 ? sessions[0].id : nil
  }

  /// The days that a moment may be of: Europe writes the day first, America the month.
  private static func days(_ text: String) -> [String] {
    let groups = text.split { !$0.isNumber }.prefix(3).map(String.init)
    guard groups.count == 3 else { return [] }
    let orders = groups[0].count == 4 ? [groups] : [groups, [groups[1], groups[0], groups[2]]]
    return orders.compactMap { SheetDate.iso($0.joined(separator: "/")) }
  }
}

extension RosterFile.Setting {
  /// What the workshop of a scene knows: its themes, projects and sessions by their titles.
  package init(_ scene: Scene) {
    self.init(
      language: scene.workshop.plan.language, words: RosterWords(scene.content),
      sheet: scene.content.sheets["person"], themes: scene.workshop.themes)
    for project in scene.workshop.cards(ofSheet: "project") where !project.isGone {
      projects[RosterWords.plain(project.text)] = project.id
    }
    for session in scene.workshop.plan.sessions {
      for title in session.title.texts.values { sessions[RosterWords.plain(title)] = session.id }
    }
  }
}

extension RosterMerge {
  /// What is to be written of who was there, once everybody has a card.
  ///
  /// - Parameter cards: ids of what was written, those of new people first, in their order.
  package func presence(_ cards: [CardID]) -> [Event] {
    visits.compactMap { visit -> Event? in
      let card: CardID
      switch visit.who {
      case .known(let id): card = id
      case .new(let index):
        guard cards.indices.contains(index) else { return nil }
        card = cards[index]
      }
      return visit.wasThere
        ? .memberAdded(card: card, set: Workshop.present, member: visit.session)
        : .memberRemoved(
          card: card, set: Workshop.present, member: visit.session, over: visit.over)
    }
  }
}

extension RosterText {
  /// How many were at which session, as the list says.
  package func visits(_ merge: RosterMerge) -> [String] {
    scene.workshop.plan.sessions.compactMap { session in
      let count = merge.visits.count { $0.session == session.id && $0.wasThere }
      guard count > 0 else { return nil }
      return scene.language.labelled(
        scene.say(session.title), scene.say("\(count) noted as there"))
    }
  }
}
