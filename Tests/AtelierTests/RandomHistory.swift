import Foundation
import WorkshopCore

@testable import Shell

/// A programme of several days that never was: some activities of the demo's, what random people wrote and
/// undid at them and between them, and when each text was written.
struct RandomHistory {
  private(set) var plan: Plan
  private(set) var entries: [Entry] = []
  /// When each text came up, in milliseconds since 1970; every text is a word of its own.
  private(set) var texts: [String: Int64] = [:]

  private var random: SplitMix64
  private var now: Int64 = 0
  private var sequences: [String: Int] = [:]
  private var cards: [(id: CardID, board: BoardID)] = []
  private var waiting: [PollID] = []

  init(seed: Int) throws {
    random = SplitMix64(seed: UInt64(seed))
    plan = try Stage.plan("en")
    for index in plan.sessions.indices {
      plan.sessions[index].activities = plan.sessions[index].activities.filter { _ in
        Int.random(in: 0..<10, using: &random) < 7
      }
    }
    for session in plan.sessions {
      guard let day = session.date, let start = Moment.milliseconds(of: day + "T09:00:00Z") else {
        continue
      }
      between(until: start)
      now = start
      for activity in session.activities { hold(activity, of: session) }
    }
    between(until: now + 40 * 86_400_000)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func one<Element>(of all: [Element]) -> Element? {
    all.randomElement(using: &random)
  }

  /// A new word.
  private mutating func word() -> String {
    let word = "zq\(texts.count)q"
    texts[word] = now
    return word
  }

  @discardableResult
  private mutating func write(_ event: Event) -> EntryID {
    now += Int64.random(in: 1...240_000, using: &random)
    let writer = one(of: ["ana", "ben", "cleo"]) ?? "ana"
    sequences[writer, default: 0] += 1
    let id = EntryID(writer: writer, sequence: sequences[writer] ?? 1)
    entries.append(
      Entry(id: id, stamp: Stamp(milliseconds: now), at: "", by: writer, event: event))
    return id
  }

  private mutating func hold(_ activity: Activity, of session: Session) {
    write(.activityOpened(activity: activity.id, seconds: activity.minutes * 60))
    let own = activity.board.map { [$0, $0, $0] } ?? []
    for _ in 0..<Int.random(in: 2...9, using: &random) {
      work(on: own + plan.boards.map(\.id), at: session)
    }
    if let poll = activity.poll { vote(poll, at: activity) }
  }

  /// What people do in the days before the next session, and what somebody looks at again.
  private mutating func between(until end: Int64) {
    guard now > 0 else { return }
    let step = max(2, (end - now) / 16)
    while now + step < end - 43_200_000 {
      now += Int64.random(in: 1..<step, using: &random)
      work(on: plan.boards.map(\.id), at: nil)
      if chance(10), let old = one(of: plan.activities.filter { isHeld($0.id) }) {
        write(.activityOpened(activity: old.id, seconds: nil))
      }
      if chance(40), let poll = waiting.popLast() { write(.pollRevealed(poll: poll)) }
    }
  }

  private func isHeld(_ activity: ActivityID) -> Bool {
    entries.contains {
      if case .activityOpened(activity, _, _, _) = $0.event { true } else { false }
    }
  }

  private mutating func vote(_ plan: PollPlan, at activity: Activity) {
    let options = cards.filter { $0.board == activity.board }.map(\.id)
    guard options.count > 2 else { return }
    let poll = write(
      .pollOpened(
        activity: activity.id, question: word(), method: .dots, options: options, dots: 3, cap: 2,
        winners: 2)
    ).description
    for voter in ["u", "v", "w"] {
      let order = options.shuffled(using: &random)
      write(.ballotCast(poll: poll, voter: voter, marks: [order[0]: 2, order[1]: 1]))
    }
    write(.pollClosed(poll: poll, cut: sequences))
    if chance(60) { write(.pollRevealed(poll: poll)) } else { waiting.append(poll) }
  }

  private mutating func work(on boards: [BoardID], at session: Session?) {
    let card = one(of: cards.suffix(60))
    switch Int.random(in: 0..<20, using: &random) {
    case 0...8: add(on: one(of: boards) ?? "ideas")
    case 9...12: if let card { fill(card.id, on: card.board) }
    case 13: if let card { write(.cardBinned(card: card.id)) }
    case 14: if let card { write(.cardRestored(card: card.id)) }
    case 15: if let card { write(.voiceAdded(card: card.id)) }
    case 16:
      let projects = cards.filter { $0.board == "projects" }.map(\.id)
      if let person = one(of: plan.people), let project = one(of: projects) {
        write(.fieldSet(card: person.id, field: "project", value: project, over: nil))
      }
    case 17:
      let day = session ?? one(of: plan.sessions)
      if let person = one(of: plan.people), let day {
        write(.memberAdded(card: person.id, set: Workshop.present, member: day.id))
      }
    case 18:
      let other = one(of: cards.filter { $0.board == card?.board }.suffix(20))
      if let card, let other, other.id != card.id {
        write(.fieldSet(card: card.id, field: Card.into, value: other.id, over: nil))
      }
    default: if let target = one(of: entries.suffix(80)) { write(.reverted(entry: target.id)) }
    }
  }

  private mutating func add(on board: BoardID) {
    var fields: [String: String] = [:]
    if let theme = one(of: plan.themes), chance(60) { fields["theme"] = theme.id }
    if let zone = one(of: plan.boards.first { $0.id == board }?.zones ?? []) {
      fields["zone"] = zone.id
    }
    if let project = one(of: cards.filter { $0.board == "projects" }), board != "projects" {
      fields["project"] = project.id
    }
    if board == "decisions" {
      fields["status"] = one(of: ["potential", "defined", "go", "on-hold", "dropped"])
      fields["date"] = Moment(milliseconds: now).date
      fields["reason"] = word()
    }
    let id = write(.cardAdded(board: board, text: word(), fields: fields))
    cards.append((id.description, board))
  }

  /// Something is typed into a field of a card, or over what stood there.
  private mutating func fill(_ card: CardID, on board: BoardID) {
    let sheet = plan.boards.first { $0.id == board }?.sheet
    let fields = (Catalogue.all.sheets[sheet ?? ""]?.fields ?? []).filter {
      [.line, .text].contains($0.type) && !Card.isPrivate($0.id)
    }
    write(
      .fieldSet(
        card: card, field: one(of: fields)?.id ?? Card.text, value: word(),
        over: entries.last { $0.id.description == card }?.id))
  }
}
