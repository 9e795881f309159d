import Languages
import Shell
import Terminal
import WorkshopCore

/// Which of the plan's own texts do not fit on the stage, read from its frame.
enum Overflow {
  /// A text that the room should read in full.
  private struct Expected {
    let text: String
    let phrase: Phrase
  }

  /// What is cut in a frame of a scene's stage. Cards' texts and the library's games are not the
  /// plan's, and may be cut.
  static func phrases(in frame: Frame, of scene: Scene) -> [Phrase] {
    guard let activity = scene.current else { return [] }
    let expected = expected(activity, scene)
    let rows = frame.text.split(separator: "\n").map(String.init)
    let cut = rows.flatMap(fragments)
    var phrases = expected.filter { text in cut.contains { isPart($0, of: text.text) } }
      .map(\.phrase)
    phrases += hidden(activity, scene, rows)
    return phrases.enumerated().filter { phrases[..<$0.offset].contains($0.element) == false }
      .map(\.element)
  }

  private static func expected(_ activity: Activity, _ scene: Scene) -> [Expected] {
    let title = scene.say(activity.title)
    var expected = [
      Expected(text: title, phrase: "Title too long for the projector: “\(short(title))”")
    ]
    let questions = [activity.question, scene.board(of: activity)?.question].map { scene.say($0) }
    expected += questions.map {
      Expected(text: $0, phrase: "Question too long for the projector: “\(short($0))”")
    }
    expected += activity.points.map { scene.say($0) }.map {
      Expected(text: $0, phrase: point($0))
    }
    for round in scene.workshop.rounds(of: activity) {
      let parts = [
        scene.say(round.title), round.who ?? "", scene.title(ofTheme: round.theme) ?? "",
      ]
      expected += (parts + round.segments.map { scene.say($0.title) }).map {
        Expected(text: $0, phrase: "Turn too long for the projector: “\(short($0))”")
      }
    }
    return expected.filter { !$0.text.isEmpty }
  }

  private static func point(_ text: String) -> Phrase {
    "Too long for the projector: “\(short(text))”"
  }

  /// Points for which there was no row left at all, where the kind shows points.
  private static func hidden(_ activity: Activity, _ scene: Scene, _ rows: [String]) -> [Phrase] {
    let points = activity.points.map { scene.say($0) }
    let isShown = points.map { point in
      let opening = opening(of: point)
      return rows.contains { $0.contains("· " + opening) }
    }
    guard isShown.contains(true) else { return [] }
    return zip(points, isShown).filter { !$0.1 }.map { point($0.0) }
  }

  /// The first words of a text, as many as surely stand on its first row.
  private static func opening(of text: String) -> String {
    let words = Text.sanitised(text).split(separator: " ")
    var opening = words.first.map { Text.clip(String($0), to: 40) } ?? ""
    for word in words.dropFirst() {
      guard Text.width(opening) + 1 + Text.width(String(word)) <= 40 else { break }
      opening += " " + word
    }
    return opening
  }

  /// What stands before each "…" of a row, back to the column it begins in.
  private static func fragments(_ row: String) -> [String] {
    row.indices.filter { row[$0] == "…" }.map { end in
      var start = end
      while start > row.startIndex {
        let before = row.index(before: start)
        if row[before] == " ", start < end, row[start] == " " { break }
        start = before
      }
      let fragment = String(row[start..<end]).trimmed
      return fragment.hasPrefix("· ") ? String(fragment.dropFirst(2)) : fragment
    }
  }

  /// Whether a cut row is a part of a text and not all of it; of several parts with a dot between,
  /// the last one is cut. A "…" of the text's own cuts nothing.
  private static func isPart(_ fragment: String, of text: String) -> Bool {
    let clean = Text.sanitised(text)
    let last = fragment.split(separator: "·").last.map { String($0).trimmed } ?? fragment
    return [fragment, last].contains {
      $0.count >= 3 && clean.contains($0) && !clean.contains($0 + "…") && !clean.hasSuffix($0)
    }
  }

  /// A text's beginning, for a line of findings.
  static func short(_ text: String) -> String { Text.clip(Text.sanitised(text), to: 40) }
}
