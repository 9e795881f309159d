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

  /// What the file is, with the number of its ideas.
  func kind(_ file: CardFile) -> String {
    let count = file.rows.count
    return switch file.kind {
    case .table: scene.say("Read as a table. Ideas: \(count)")
    case .markdown: scene.say("Read as a Markdown list. Ideas: \(count)")
    case .lines: scene.say("Read as a text with one idea a line. Ideas: \(count)")
    case .board: scene.say("Read as the export of a board. Ideas: \(count)")
    }
  }

  /// How the file was read, before anything is written.
  package func understood(_ file: CardFile) -> [String] {
    var lines = [kind(file)]
    if let encoding = file.encoding {
      lines.append(
        scene.say("Read with the encoding \(encoding.rawValue); change it with --encoding"))
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
    return lines + left(file)
  }

  /// Which lines hold no idea.
  func left(_ file: CardFile) -> [String] {
    guard !file.left.isEmpty else { return [] }
    let numbers = file.left.prefix(9).map(String.init).joined(separator: ", ")
    let more = file.left.count > 9 ? "…" : ""
    return [scene.say("Lines without an idea: \(numbers + more)")]
  }

  /// What a column is read as, by a part or a field's id.
  func label(_ id: String) -> String {
    if let label = Self.labels.first(where: { $0.0.rawValue == id })?.1 { return scene.say(label) }
    let field = scene.sheet(of: board)?.fields.first { $0.id == id }
    return field.map { scene.say($0.label) } ?? id
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
    return lines + doubts(intake) + [sum(intake)]
  }

  /// What could not be placed, and what is made for it.
  func doubts(_ intake: CardIntake) -> [String] {
    var lines: [String] = []
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
    return lines
  }

  /// How many are new, changed and there already.
  func sum(_ intake: CardIntake) -> String {
    let name = scene.title(of: board)
    return scene.say(
      "\(name): new \(intake.cards.count), changed \(intake.changed.count), already there \(intake.known)"
    )
  }

  func preview(_ card: CardIntake.NewCard) -> String {
    let theme = card.fields[Card.theme].map { "  #" + $0 } ?? ""
    let author = card.fields[Card.author].map { "  @" + $0 } ?? ""
    let voices = card.voices > 1 ? "  ×\(card.voices)" : ""
    return String(card.text.oneLine.prefix(100)) + theme + author + voices
  }
}
