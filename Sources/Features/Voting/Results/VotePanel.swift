import Languages
import Shell
import Terminal
import WorkshopCore

/// What a vote will be, before it is opened; and what can still be changed while it is open.
///
/// Enter opens it as it stands: whoever is content with the defaults presses one key.
struct VotePanel: Overlay {
  var plan: PollPlan
  /// The open vote whose rules are changed; nil: a vote to be opened.
  var live: PollID?
  var selected = 0
  /// The next digit begins its number anew.
  private var isFresh = true
  private var hasClusters = false
  private var hasCosts = false

  /// One line that can be changed.
  enum Row: Equatable, Sendable {
    case method, list, dots, cap, fewest, winners, all, grades, lowest, steps
    /// How much a criterion weighs, by its place.
    case weight(Int)
    case quorum, proxies, fund, own, names

    var isWeight: Bool { if case .weight = self { true } else { false } }
  }

  /// - Parameters:
  ///   - hasClusters: whether there is a choice between cards and clusters.
  ///   - hasCosts: whether a fund could pay for what is chosen.
  init(_ plan: PollPlan, hasClusters: Bool = false, hasCosts: Bool = false) {
    self.plan = plan
    self.hasCosts = hasCosts
    self.hasClusters = hasClusters
  }

  /// The rules of an open vote.
  init(_ poll: Poll) {
    plan = PollPlan(method: poll.method, dots: poll.dots, cap: poll.cap, winners: poll.winners)
    plan.spendsAll = poll.settings.spendsAll
    plan.fewest = poll.settings.fewest
    plan.own = poll.settings.own
    live = poll.id
  }

  var rows: [Row] {
    let spending: [Row] = plan.method.asks(.dots) ? [.dots] : []
    let capped: [Row] = plan.method.asks(.cap) ? [.cap] : []
    guard live == nil else { return spending + capped + [.winners] }
    let picks: [Row] = plan.method.asks(.fewest) ? [.fewest] : []
    var rows: [Row] =
      [.method] + (hasClusters ? [.list] : []) + spending + capped + [.winners] + picks
    if plan.method.asks(.all) { rows.append(.all) }
    if plan.method.asks(.grades) { rows.append(.grades) }
    if plan.method.asks(.scores) {
      let weights = plan.method.asks(.weights) ? grid.indices.map(Row.weight) : []
      rows += [.steps] + weights + [.lowest]
    }
    if plan.method.asks(.fund), hasCosts || plan.fund != nil { rows.append(.fund) }
    return rows + [.own, .names, .quorum, .proxies]
  }

  var grid: [Criterion] { plan.settings.grid }

  func bindings(_ scene: Scene) -> [Binding] {
    let twins: Phrase? =
      live != nil
      ? "The list is frozen" : Twins.pairs(scene).isEmpty ? "No two say the same" : nil
    return [
      live == nil
        ? Binding(.enter, do: Self.begin, hint: "open the vote")
        : Binding(.enter, do: Self.change, hint: "change"),
      Binding(
        .right, .character("+"), .character("="),
        do: Self.turn("raise", "More, or the next", by: 1),
        hint: "more"),
      Binding(
        .left, .character("-"), do: Self.turn("lower", "Less, or the one before", by: -1),
        hint: "less"),
      Binding(
        .down, .tab, .character("j"), do: Self.move("next-rule", "Down", by: 1), hint: "down"),
      Binding(.up, .backTab, .character("k"), do: Self.move("previous-rule", "Up", by: -1)),
      Binding(.character("m"), do: Self.merge, hint: "merge", unless: twins),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  /// A number is typed as it is; the arrows change it by a step.
  func typing(_ key: Key, _ scene: Scene) -> Outcome {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue
    else { return .nothing }
    var panel = self
    guard panel.take(digit, options: options(scene).count) else { return .nothing }
    return .replace(panel, scene)
  }

  private static func panel(_ scene: Scene) -> VotePanel? {
    if let panel = scene.focus.overlay as? VotePanel { panel } else { nil }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = panel(scene) else { return .nothing }
      let count = panel.rows.count
      panel.selected = (panel.selected + step + count) % count
      panel.isFresh = true
      return .replace(panel, scene)
    }
  }

  private static func turn(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = panel(scene) else { return .nothing }
      panel.isFresh = true
      panel.turn(
        by: step, options: panel.options(scene).count, methods: scene.voteMethods.map(\.method))
      return .replace(panel, scene)
    }
  }

  /// What is, or will be, voted on.
  func options(_ scene: Scene) -> [String] {
    if let poll = scene.workshop.poll(live) { return poll.options }
    return scene.current.map { scene.voteOptions($0, clusters: plan.clusters == true) } ?? []
  }

  /// Changes the chosen line by a step.
  mutating func turn(by step: Int, options: Int, methods: [Poll.Method]) {
    guard rows.indices.contains(selected) else { return }
    let row = rows[selected]
    if let number = number(row, options: options) {
      let by = row == .fund ? 1000 : row == .dots && plan.method.unit == .points ? 10 : 1
      set(row, to: number + by * step, options: options)
      return
    }
    switch row {
    case .method:
      let index = (methods.firstIndex(of: plan.method) ?? 0) + step
      plan.method = methods[(index + methods.count) % methods.count]
      // What one method gives is nothing to another.
      (plan.dots, plan.cap, plan.fewest) = (nil, nil, nil)
      if plan.own == .ignored, ranks { plan.own = .refused }
    case .list: plan.clusters = plan.clusters == true ? nil : true
    case .all: plan.spendsAll = plan.spendsAll == true ? nil : true
    case .own:
      let all: [Poll.OwnIdeas?] = ranks ? [nil, .refused] : [nil, .refused, .ignored]
      let index = all.firstIndex { $0 == plan.own } ?? 0
      plan.own = all[(index + step + all.count) % all.count]
    case .names: plan.namesVoters = plan.namesVoters == true ? nil : true
    case .dots, .cap, .fewest, .winners, .grades, .lowest, .steps, .weight, .quorum, .proxies,
      .fund:
      break
    }
  }

  /// What stands in a row that is a number; nil in the others.
  func number(_ row: Row, options: Int) -> Int? {
    switch row {
    case .dots: plan.allowance(options: options).dots
    case .cap: plan.allowance(options: options).cap
    case .fewest: plan.fewest ?? 1
    case .winners: winners
    case .grades: plan.settings.gradeCount
    case .lowest: plan.settings.scores.lowerBound
    case .steps: plan.settings.highest
    case .weight(let index): grid[index].weight
    case .quorum: plan.quorum ?? 0
    case .proxies: plan.proxies ?? 0
    case .fund: plan.fund ?? 0
    case .method, .list, .all, .own, .names: nil
    }
  }

  /// Sets a row that is a number, as near as can be to what is asked.
  private mutating func set(_ row: Row, to number: Int, options: Int) {
    func within(_ range: ClosedRange<Int>) -> Int {
      max(range.lowerBound, min(number, range.upperBound))
    }
    switch row {
    case .dots:
      let dots = within(1...1000)
      plan.dots = dots
      plan.cap = plan.cap.map { min($0, dots) }
    case .cap: plan.cap = within(1...max(1, plan.allowance(options: options).dots))
    case .fewest: plan.fewest = within(1...max(1, options)) == 1 ? nil : within(1...options)
    case .winners: plan.winners = within(0...options)
    case .grades: plan.grades = within(2...10)
    case .lowest: plan.lowest = within(0...1) == 0 ? 0 : nil
    case .steps: plan.steps = within(2...10)
    case .weight(let index):
      plan.criteria = grid.enumerated().map { place, criterion in
        place == index
          ? Criterion(id: criterion.id, name: criterion.name, weight: within(0...100)) : criterion
      }
    case .quorum: plan.quorum = within(0...1000) == 0 ? nil : within(0...1000)
    case .proxies: plan.proxies = within(0...9) == 0 ? nil : within(0...9)
    case .fund: plan.fund = within(0...1_000_000_000) == 0 ? nil : within(0...1_000_000_000)
    case .method, .list, .all, .own, .names: break
    }
  }

  /// Takes a digit of the number in the chosen row; false where there is none.
  private mutating func take(_ digit: Int, options: Int) -> Bool {
    let row = rows[selected]
    guard let number = number(row, options: options) else { return false }
    let typed = isFresh || number > (row == .fund ? 99_999_999 : 999) ? digit : number * 10 + digit
    set(row, to: typed, options: options)
    // A number that had to give way is not gone on with.
    isFresh = self.number(row, options: options) != typed
    return true
  }

  private var ranks: Bool { plan.method.form == .places }
  var winners: Int { plan.winners ?? 5 }

  private static let begin = Action("begin-vote", "Freeze the list and open the vote") { scene in
    guard let panel = panel(scene) else { return .nothing }
    let opened = Action.open(panel.plan, scene)
    return opened.isWarning ? opened : opened.closing(scene)
  }

  private static let change = Action("change-rules", "Change the rules of the open vote") { scene in
    guard let panel = panel(scene), let poll = scene.workshop.poll(panel.live) else {
      return .nothing
    }
    let (dots, cap) = panel.plan.allowance(options: poll.options.count)
    let new = (
      dots: dots == poll.dots ? nil : dots, cap: cap == poll.cap ? nil : cap,
      winners: panel.winners == poll.winners ? nil : panel.winners
    )
    if new.dots == nil, new.cap == nil, new.winners == nil { return .close(scene) }
    if let fault = panel.plan.fault(options: poll.options.count) { return .refused(fault.phrase) }
    if let refusal = poll.refusal(changing: new.dots, cap: new.cap, winners: new.winners) {
      return .refused(refusal.phrase)
    }
    return Outcome.event(
      .pollChanged(poll: poll.id, dots: new.dots, cap: new.cap, winners: new.winners),
      notice: "The rules are changed; say so aloud"
    ).closing(scene)
  }

  /// Two that say the same would split the vote: one goes into the other, nothing is lost.
  private static let merge = Action("merge-twins", "Merge two that say the same") { scene in
    let items = Twins.pairs(scene).map { pair in
      Menu.Item(
        label: "\(pair.second.text) → \(pair.first.text)"
      ) { _ in
        .event(
          .fieldsSet(field: Card.into, values: [pair.second.id: pair.first.id]),
          notice: "Merged; u takes it back")
      }
    }
    return .open(
      Menu(title: "Merge which two? The second goes into the first", items: items), scene)
  }
}
