import Cards
import Languages
package import Shell
import Spreadsheets
package import WorkshopCore

/// What a person reads of a file of ideas: how it was understood, and what became of it.
package struct CardImportText {
  let scene: Scene
  let board: Board

  package init(scene: Scene, board: Board) {
    self.scene = scene
    self.board = board
  }

  /// How the file was read, before anything is written.
  package func understood(_ file: CardFile) -> [String] {
    var lines: [String] = []
    let count = file.rows.count
    switch file.kind {
    case .table: lines.append(scene.say("Read as a table. Ideas: \(count)"))
    case .markdown: lines.append(scene.say("Read as a Markdown list. Ideas: \(count)"))
    case .lines: lines.append(scene.say("Read as a text with one idea a line. Ideas: \(count)"))
    case .board: lines.append(scene.say("Read as the export of a board. Ideas: \(count)"))
    }
    if let encoding = file.encoding {
      lines.append(scene.say("Letters read as \(encoding.rawValue); --encoding says otherwise"))
    }
    if let columns = file.columns {
      for (part, label) in Self.labels {
        guard let place = columns.places[part], columns.headings.indices.contains(place) else {
          continue
        }
        lines.append(
          "  " + scene.language.labelled(scene.say(label), columns.headings[place].oneLine))
      }
      for place in columns.moreTexts {
        lines.append(
          "  " + scene.language.labelled(scene.say("Text"), columns.headings[place].oneLine))
      }
      for field in columns.fields {
        let label = scene.sheet(of: board)?.fields.first { $0.id == field.id }?.label
        lines.append(
          "  "
            + scene.language.labelled(
              label.map { scene.say($0) } ?? field.id,
              columns.headings[field.place].oneLine))
      }
      if columns.headings.isEmpty {
        lines.append(scene.say("No heading is known: the longest column is read as the text"))
      }
      if !columns.unread.isEmpty {
        lines.append(
          scene.say("Columns not read: \(columns.unread.map(\.oneLine).joined(separator: ", "))"))
      }
    }
    if !file.left.isEmpty {
      let numbers = file.left.prefix(9).map(String.init).joined(separator: ", ")
      let more = file.left.count > 9 ? "…" : ""
      lines.append(scene.say("Lines without an idea: \(numbers + more)"))
    }
    return lines
  }

  private static let labels: [(CardColumns.Part, Phrase)] = [
    (.text, "Text"), (.detail, "Detail"), (.theme, "Theme"), (.author, "Author"),
    (.cluster, "Cluster"), (.table, "Table"), (.votes, "Votes"), (.board, "Board"), (.id, "Id"),
  ]

  /// What is new, what is known, what could not be placed.
  package func result(_ intake: CardIntake, isTrial: Bool) -> [String] {
    var lines: [String] = []
    if isTrial {
      lines += intake.cards.prefix(20).map { "+ " + preview($0) }
      if intake.cards.count > 20 { lines.append("+ … \(intake.cards.count - 20)") }
    }
    let unknown = intake.unknown.mapValues { all in
      all.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(9)
        .map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    }
    if let names = unknown["theme"] {
      lines.append(scene.say("Unknown themes, left out: \(names)"))
    }
    if let names = unknown["cluster"] {
      lines.append(scene.say("Unknown columns, left out: \(names)"))
    }
    if let names = unknown["table"] {
      lines.append(scene.say("Unknown tables, left out: \(names)"))
    }
    if !intake.clusters.isEmpty {
      lines.append(scene.say("New clusters: \(intake.clusters.joined(separator: ", "))"))
    }
    if intake.elsewhere > 0 {
      lines.append(scene.say("Ideas of other boards, left out: \(intake.elsewhere)"))
    }
    let name = scene.title(of: board)
    lines.append(
      scene.say(
        "\(name): new \(intake.cards.count), changed \(intake.changed.count), already there \(intake.known)"
      ))
    return lines
  }

  private func preview(_ card: CardIntake.NewCard) -> String {
    let theme = card.fields[Card.theme].map { "  #" + $0 } ?? ""
    let author = card.fields[Card.author].map { "  @" + $0 } ?? ""
    let voices = card.voices > 1 ? "  ×\(card.voices)" : ""
    return String(card.text.oneLine.prefix(100)) + theme + author + voices
  }
}
