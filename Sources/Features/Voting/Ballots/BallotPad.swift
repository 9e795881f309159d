import Journaling
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Paper ballots typed one after another, by the options' numbers: `3 3 7` and Enter.
///
/// The marks are shown by name as they are typed, so that whoever types can compare with the paper.
/// Each ballot has a number to be written on its paper; a pile can be typed a second time, by whoever has
/// the papers, and where the two differ the paper decides.
struct BallotPad: Overlay {
  let poll: PollID
  /// The pile that is typed here, unique to this terminal and moment, so that two people can type at once.
  let own: String
  /// The first number of it: papers that the same person typed before keep theirs.
  private let base: Int
  var line = Line()
  /// The number of the ballot that is being typed.
  private(set) var number: Int
  /// The pile that is typed for the second time; nil: the first entry of one's own.
  private(set) var checked: String?
  /// The second reading of this ballot, where it differs from the first.
  private(set) var clash: BallotLine?
  /// Which page of a long list is shown; the first one follows the last.
  private var page = 0
  /// How many papers and confirmations there were: fewer after an undo.
  private var seen = 0

  init(_ poll: Poll, _ scene: Scene) {
    self.poll = poll.id
    let mine = "\(Poll.paperPrefix)\(scene.me)-"
    own = "\(mine)\(scene.now.milliseconds)"
    let typed = poll.piles.filter { $0.id.hasPrefix(mine) }.flatMap(\.papers.keys)
    base = (typed.max() ?? 0) + 1
    number = base
  }

  var place: TypedPlace? { TypedPlace("paper-ballots", of: ["poll": poll]) }

  var unfinished: TypedText? {
    guard let place, !line.text.trimmed.isEmpty else { return nil }
    return TypedText(line.text, at: place, with: ["number": String(number), "checked": checked])
  }

  /// A ballot that was half typed, of the same entry of the pile.
  func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)? {
    guard let poll = scene.workshop.poll(poll) else { return nil }
    var pad = self
    if let pile = typed.with["checked"] {
      guard poll.piles.contains(where: { $0.id == pile }) else { return nil }
      pad.check(pile, poll)
      pad.number = typed.with["number"].flatMap { Int($0) } ?? pad.number
    }
    pad.line = Line(typed.text)
    return pad
  }

  var isSecond: Bool { checked != nil }

  /// The pile at hand; nil while nothing of it was typed.
  func pile(_ poll: Poll) -> PaperPile? { poll.piles.first { $0.id == checked ?? own } }

  func bindings(_ scene: Scene) -> [Binding] {
    let isEmpty = scene.workshop.poll(poll)?.piles.isEmpty ?? true
    let nothing: Phrase? = isEmpty && !isSecond ? "Type the pile a first time before" : nil
    return [
      Binding(.enter, do: Self.cast, hint: isSecond ? "compare" : "submit"),
      Binding(
        .up, do: Self.move("earlier-ballot", "An earlier ballot, to type it again", by: -1),
        hint: "earlier##a ballot"),
      Binding(.down, do: Self.move("later-ballot", "A later ballot", by: 1)),
      Binding(.pageDown, do: Self.leaf("next-options", "The next page of the options", by: 1)),
      Binding(.pageUp, do: Self.leaf("previous-options", "The page before", by: -1)),
      Binding(
        .function(2), do: Self.turn, hint: isSecond ? "first entry" : "second entry",
        unless: nothing),
      Binding(.escape, do: Self.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> BallotPad? {
    var pad = self
    return pad.line.take(key) ? pad : nil
  }

  private static func change(_ scene: Scene, _ change: (inout BallotPad, Poll) -> Outcome?)
    -> Outcome
  {
    guard var pad = scene.focus.overlay as? BallotPad, let poll = scene.workshop.poll(pad.poll)
    else { return .close(scene) }
    let answer = change(&pad, poll)
    if let answer, answer.isWarning { return answer }
    var outcome = Outcome.replace(pad, scene)
    outcome.events = answer?.events ?? []
    outcome.notice = answer?.notice
    return outcome
  }

  private static let cast = Action("cast-ballot", "Submit the ballot") { scene in
    change(scene) { pad, poll in
      guard poll.isOpen else { return .refused("The vote is closed: this ballot would not count") }
      if pad.line.text.trimmed.isEmpty {
        return .refused(
          "Type a ballot, such as \(BallotLine.example(poll)); - is a blank one")
      }
      let line = BallotLine(pad.line.text, poll)
      if let fault = line.fault { return refused(fault) }
      if let objection = poll.objection(to: line.marks, reasons: line.reasons) {
        return refused(BallotWords.reason(objection, poll))
      }
      return pad.isSecond ? pad.compare(line, poll) : pad.enter(line, poll)
    }
  }

  /// A line that is refused stays, to be mended; whoever would rather begin anew is told how.
  private static func refused(_ reason: Phrase) -> Outcome {
    .refused("\(reason). Correct it, or clear the line with \(Key.control("u").label)")
  }

  /// A ballot of the first entry; typed again under its number it replaces the earlier.
  private mutating func enter(_ line: BallotLine, _ poll: Poll) -> Outcome {
    let typed = Set(pile(poll)?.papers.keys ?? [:].keys)
    let (event, done) = (event(line), number)
    next(after: typed.union([done]))
    return .event(event, notice: typed.contains(done) ? "Ballot \(done) replaced" : nil)
  }

  /// A ballot of the second entry: the same as the first, or the paper decides, by saying the same as one
  /// of the two readings before it.
  ///
  /// What is cast twice with the same marks is confirmed, see `PaperPile`.
  private mutating func compare(_ line: BallotLine, _ poll: Poll) -> Outcome? {
    let papers = pile(poll)?.papers ?? [:]
    let before = papers[number]
    let isSame = before?.agrees(with: line.marks, line.reasons) ?? false
    guard isSame || before == nil || clash == line else {
      let isThird = clash != nil
      clash = line
      self.line = Line()
      return isThird
        ? .notice("That is neither of the two: look at the paper, and type it once more") : nil
    }
    let events = Array(repeating: event(line), count: isSame ? 1 : 2)
    let corrected = papers.filter { $0.value.isCorrected || ($0.key == number && !isSame) }.count
    let confirmed = Set(papers.filter { $0.value.isConfirmed }.keys).union([number])
    let all = confirmed.union(papers.keys)
    clash = nil
    next(after: confirmed)
    guard confirmed == all else {
      // Only the second reading saw it.
      let missed: Phrase = "It was missing in the first entry, and is submitted now"
      return Outcome(events: events, notice: before == nil ? missed : nil)
    }
    let done: Phrase =
      all.count == 1
      ? "The ballot was typed twice and matches; corrected: \(corrected)"
      : "All \(all.count) ballots were typed twice and match; corrected: \(corrected)"
    return Outcome(events: events, notice: done)
  }

  /// After an undo the screen is where it was: at the paper that was taken back.
  func renewed(_ scene: Scene) -> (any Overlay)? {
    guard let poll = scene.workshop.poll(poll) else { return nil }
    var pad = self
    let papers = pile(poll)?.papers ?? [:]
    pad.seen = papers.count + papers.values.count { $0.isConfirmed }
    if pad.seen < seen, line.isEmpty {
      pad.clash = nil
      pad.number = isSecond ? papers.keys.min() ?? base : base
      pad.next(after: Set(papers.filter { !isSecond || $0.value.isConfirmed }.keys))
    }
    return pad
  }

  /// On to the first number that was not typed yet.
  private mutating func next(after typed: Set<Int>) {
    line = Line()
    let first = isSecond ? typed.union([number]).min() ?? 1 : base
    number = (first...).first { !typed.contains($0) } ?? number + 1
  }

  private func event(_ line: BallotLine) -> Event {
    .ballotCast(
      poll: poll, voter: "\(checked ?? own)-\(number)", marks: line.marks, way: .paper, person: nil,
      reasons: line.reasons.isEmpty ? nil : line.reasons)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { pad, poll in
        guard pad.line.isEmpty else {
          return .refused("First Enter, or \(Key.control("u").label) empties the line")
        }
        let typed = pad.pile(poll)?.papers.keys.sorted() ?? []
        let last = typed.last ?? pad.number - 1
        pad.number = max(typed.first ?? pad.number, min(pad.number + step, last + 1))
        pad.clash = nil
        return nil
      }
    }
  }

  private static func leaf(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { pad, _ in
        pad.page = max(0, pad.page + step)
        return nil
      }
    }
  }

  private static let turn = Action("second-entry", "Type the pile a second time, or the first") {
    scene in
    guard var pad = scene.focus.overlay as? BallotPad, let poll = scene.workshop.poll(pad.poll)
    else { return .close(scene) }
    if pad.isSecond {
      pad.check(nil, poll)
      return .replace(pad, scene)
    }
    let piles = poll.piles
    guard piles.count > 1 else {
      pad.check(piles.first?.id, poll)
      return .replace(pad, scene)
    }
    let items = piles.map { pile in
      Menu.Item(
        label: name(pile.id, scene), detail: scene.say(state(pile)), isQuiet: pile.isConfirmed
      ) { scene in
        guard var pad = scene.focus.overlay as? BallotPad else { return .close(scene) }
        pad.check(pile.id, poll)
        return .replace(pad, scene)
      }
    }
    return .open(Menu(title: "Which pile is typed again?", items: items), scene)
  }

  /// Begins the second entry of a pile, or goes on with it; nil: back to the first entry.
  private mutating func check(_ pile: String?, _ poll: Poll) {
    checked = pile
    clash = nil
    let papers = self.pile(poll)?.papers ?? [:]
    seen = papers.count + papers.values.count { $0.isConfirmed }
    number = papers.keys.min() ?? base
    next(after: Set(papers.filter { !isSecond || $0.value.isConfirmed }.keys))
  }

  /// Who typed a pile, and since when.
  static func name(_ pile: String, _ scene: Scene) -> String {
    let parts = pile.dropFirst(Poll.paperPrefix.count).split(separator: "-")
    let who = parts.dropLast().joined(separator: "-")
    guard let last = parts.last, let milliseconds = Int64(last) else { return pile }
    return "\(who) · \(scene.now.at(milliseconds).clock)"
  }

  /// How far the second entry of a pile is.
  static func state(_ pile: PaperPile) -> Phrase {
    "typed twice: \(pile.confirmed) of \(pile.papers.count) · corrected: \(pile.corrected)"
  }

  /// The pile is kept, so that it can be gone on with under its numbers.
  private static let leave = Action("leave", "Close") { scene in
    guard let pad = scene.focus.overlay as? BallotPad else { return .close(scene) }
    var outcome = Outcome.close(scene)
    outcome.focus?.pile = pad
    return outcome
  }
}

extension BallotPad {
  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let poll = scene.workshop.poll(poll) else { return }
    let title: Phrase =
      isSecond ? "Second entry: \(poll.question)" : "Paper ballots: \(poll.question)"
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let name = scene.say("Ballot \(number)")
    frame.put(
      name, x: inner.maxX - Text.width(name), y: inner.y, style: Style(.strong, bold: true))
    let rule = Rect(
      x: inner.x, y: inner.y, width: inner.width - Text.width(name) - 2, height: 2)
    frame.paragraph(
      scene.say(scene.words(of: poll.method).ballot(poll, scene)), in: rule, style: .quiet)
    Panel.line(
      line, into: &frame, x: inner.x, y: inner.y + 2, width: inner.width,
      placeholder: scene.say("For instance \(BallotLine.example(poll)); - is a blank one"))
    let caret = frame.cursor
    let (total, room) = inner.top(4).rest.bottom(2)
    var list = room
    let pile = pile(poll)
    if clash != nil {
      let said = frame.paragraph(
        scene.say("Ballot \(number) differs: look at the paper, and type what it says"),
        in: list.top(2).strip, style: Style(.warning, bold: true))
      list = list.top(list.height > 6 ? said + 1 : said).rest
    }
    let page = options(scene, poll, into: &frame, in: list)
    let count =
      isSecond
      ? [checked.map { Self.name($0, scene) }, pile.map { scene.say(Self.state($0)) }]
        .compactMap { $0 }.joined(separator: " · ")
      : scene.say(
        "\(pile?.papers.count ?? 0) entered here, \(poll.countedBallots.count) in all")
    let right = page.map { Text.width($0) + 2 } ?? 0
    frame.put(count, x: total.x, y: total.y + 1, style: .quiet, width: total.width - right)
    if let page { frame.put(page, x: total.maxX - right + 2, y: total.y + 1, style: .accent) }
    frame.cursor = caret
  }

  /// The list, with the marks of the line by name; where a long list is, nil when all of it is there.
  private func options(
    _ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect
  ) -> String? {
    let read = BallotLine(line.text, poll)
    let form = poll.method.form
    let isTold = scene.words(of: poll.method).spending?.mark != nil
    let isWide = poll.method.isGrid || form == .grades || isTold
    let marksWidth = isWide ? 17 : form == .places ? 11 : 8
    let labels = poll.options.map { scene.workshop.label(ofOption: $0) }
    let pages = VoteList.pages(labels, in: rect, edge: marksWidth)
    guard !pages.isEmpty else { return nil }
    let page = page % pages.count
    let margin = VoteList.margin(labels.count)
    for place in pages[page] {
      let mark = BallotWords.mark(poll.options[place.index], read.marks, poll, scene)
      frame.put(
        "\(place.index + 1)", x: place.rect.x, y: place.rect.y, style: .quiet, width: margin - 2,
        alignment: .right)
      let (_, text) = place.rect.left(margin)
      frame.paragraph(
        labels[place.index], in: text.right(marksWidth).rest,
        style: mark.isEmpty ? .plain : Style(.strong, bold: true))
      frame.put(
        mark, x: place.rect.maxX - marksWidth, y: place.rect.y, style: .accent,
        width: marksWidth - 1, alignment: .right)
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }
}

extension Reopening {
  /// Paper ballots that are typed.
  static let paperBallots = stack("paper-ballots") { details, scene in
    scene.workshop.poll(details["poll"]).map { [BallotPad($0, scene)] } ?? []
  }
}
