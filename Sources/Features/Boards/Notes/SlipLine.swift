import Assets
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A line typed in a closing round, for one person's slip: `4 y + lunch - start later`.
///
/// A grade from 0 to 5, whether they met someone new (the first letter of yes or no), what to keep after
/// `+` and what to change after `-`; each may be missing. Words alone are no slip but a card, as on any
/// board.
struct SlipLine: Equatable {
  var roti: Int?
  /// `yes` or `no`.
  var met: String?
  var keep: [String] = []
  var change: [String] = []

  /// What a line is taken for.
  enum Reading: Equatable {
    case words
    case slip(SlipLine)
    case refused(Phrase)
  }

  /// - Parameter answers: words for yes and no, folded, with the choice each stands for.
  static func read(_ typed: String, answers: [String: String]) -> Reading {
    let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    let parts = words[(words.firstIndex(where: isMark) ?? words.count)...]
    var head = words[..<parts.startIndex]
    let grade = head.first.flatMap { $0.allSatisfy(isOfNumber) ? $0 : nil }
    if grade != nil { head.removeFirst() }
    // Without a grade before it, “no” begins many a sentence.
    let answer = head.first.flatMap { answers[Fold.plain($0)] }
    let met = grade != nil || head.count == 1 ? answer : nil
    if met != nil { head.removeFirst() }
    if let odd = head.first {
      guard grade != nil else { return .words }
      if met != nil { return .refused("Words go after + or -") }
      // A single letter can only be meant as an answer; more is what somebody said: “5 minutes more”.
      let isAnswer = head.count == 1 && (odd.count == 1 || !parts.isEmpty)
      return isAnswer ? .refused("“\(odd)” is neither yes nor no") : .words
    }
    guard grade != nil || met != nil || !parts.isEmpty else { return .words }
    var slip = SlipLine(met: met)
    if let grade {
      slip.roti = Int(grade.hasSuffix("/5") ? String(grade.dropLast(2)) : grade)
      guard let roti = slip.roti, Evaluation.scale.contains(roti) else {
        return .refused("A grade goes from 0 to 5")
      }
    }
    return slip.taking(parts).map(Reading.slip) ?? .refused("Nothing after + or -")
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "./,".contains(character)
  }

  /// A word that begins a part: `+` or `-`, alone or before a word; never `-5`.
  private static func isMark(_ word: String) -> Bool {
    guard let first = word.first, "+-−".contains(first) else { return false }
    return word.dropFirst().first.map { $0.isLetter || "“„«\"'(".contains($0) } ?? true
  }

  /// The parts after the marks; nil where one has no words.
  private func taking(_ words: ArraySlice<String>) -> SlipLine? {
    var slip = self
    var rest = words
    while let mark = rest.popFirst() {
      let own = rest.prefix { !Self.isMark($0) }
      rest = rest.dropFirst(own.count)
      let text = ([String(mark.dropFirst())] + own).filter { !$0.isEmpty }.joined(separator: " ")
      guard !text.isEmpty else { return nil }
      if mark.first == "+" { slip.keep.append(text) } else { slip.change.append(text) }
    }
    return slip
  }
}

extension Scene {
  /// Whether a board takes slips.
  func takesSlips(_ board: Board) -> Bool { board.sheet == Evaluation.sheet }

  /// What a line for a board is taken for.
  func slip(_ typed: String, on board: Board) -> SlipLine.Reading {
    takesSlips(board) ? SlipLine.read(typed, answers: answers) : .words
  }

  /// Yes and no as they may be typed: the words of the slip's own choices in every language, and the
  /// beginnings of those in English and in the language here.
  private var answers: [String: String] {
    var answers: [String: String] = [:]
    for choice in metChoices {
      for word in choice.label.texts.values.map(Fold.plain) { answers[word] = choice.id }
      for word in [choice.id, say(choice.label)].map(Fold.plain) {
        for count in stride(from: 1, through: word.count, by: 1) {
          answers[String(word.prefix(count))] = choice.id
        }
      }
    }
    return answers
  }

  /// The cards of a slip: one for each thing to keep or to change, the first with the grade and the
  /// answer; one without words where nothing was said.
  func cards(_ slip: SlipLine, on board: Board) -> [Event] {
    let parts =
      slip.keep.map { ($0, Evaluation.keep) } + slip.change.map { ($0, Evaluation.change) }
    var first: [String: String] = [:]
    first[Evaluation.roti] = slip.roti.map(String.init)
    first[Evaluation.met] = slip.met
    let lines: [(text: String, zone: ZoneID?)] = parts.isEmpty ? [("", nil)] : parts
    return lines.enumerated().compactMap { index, line in
      guard case .cardAdded(let board, let text, let fields) = card(line.text, on: board) else {
        return nil
      }
      var all = fields ?? [:]
      all[Card.zone] = line.zone
      if index == 0 { all.merge(first) { $1 } }
      return .cardAdded(board: board, text: text, fields: all.isEmpty ? nil : all)
    }
  }

  /// What the line is taken for while it is typed; how a slip is typed while it is empty.
  var slipEcho: String {
    guard focus.editing == nil, let board = lineBoard, takesSlips(board) else { return "" }
    let text = focus.line.text.trimmed
    if text.isEmpty { return focus.zone == nil ? say(slipPattern) : "" }
    return slipEcho(of: text, on: board)
  }

  /// What a line for a board is taken for; empty for words.
  func slipEcho(of text: String, on board: Board) -> String {
    switch slip(text, on: board) {
    case .words: return ""
    case .refused(let reason): return say(reason)
    case .slip(let slip):
      let keep = title(ofZone: Evaluation.keep, on: board) ?? say("Keep")
      let change = title(ofZone: Evaluation.change, on: board) ?? say("Change")
      let parts = [
        slip.roti.map { language.labelled(say("worth the time"), "\($0)") },
        slip.met.map { language.labelled(say("someone new"), answer($0)) },
        slip.keep.isEmpty ? nil : language.labelled(keep, slip.keep.joined(separator: ", ")),
        slip.change.isEmpty ? nil : language.labelled(change, slip.change.joined(separator: ", ")),
      ]
      return parts.compactMap { $0 }.joined(separator: " · ")
    }
  }

  /// The cards that a typed line makes: those of a slip, else one, or several of a long text.
  func events(_ text: String, on board: Board) -> [Event] {
    guard case .slip(let slip) = slip(text, on: board) else {
      return Action.chunks(of: text).map { card($0, on: board) }
    }
    return cards(slip, on: board)
  }
}
