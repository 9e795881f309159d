import Languages
import Shell
import Terminal
import WorkshopCore

extension VotePanel {
  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let title: Phrase = live == nil ? "Set up the vote" : "The rules of the open vote"
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let options = options(scene)
    let first = first(options.count, scene, in: inner)
    var y = inner.y
    for (index, row) in rows.enumerated().dropFirst(first) where y < inner.maxY {
      let strip = Rect(x: inner.x, y: y, width: inner.width, height: inner.maxY - y)
      y += line(
        row, columns(like: row, options.count, inner.width, scene), index == selected,
        options.count, scene, into: &frame, in: strip)
    }
    notes(
      scene, options, into: &frame,
      in: Rect(
        x: inner.x, y: y + 1, width: inner.width, height: inner.maxY - y - 1))
  }

  /// How wide labels and values are, for the rules or, by themselves, for the criteria: their names are
  /// long, their weights short.
  private func columns(
    like row: Row, _ options: Int, _ width: Int, _ scene: Scene
  ) -> (label: Int, value: Int) {
    let alike = rows.filter { $0.isWeight == row.isWeight }
    let label = alike.map { Text.width(self.label($0, scene)) }.max() ?? 0
    let value = alike.map { Text.width(self.value($0, options, scene)) }.max() ?? 0
    guard !row.isWeight else { return (max(10, min(width - value - 6, label + 2)), value + 5) }
    return (min(width / 3, label + 2), min(width / 3, value + 6))
  }

  /// Draws a rule: its name, its value, what it is for; returns the rows it took.
  private func line(
    _ row: Row, _ columns: (label: Int, value: Int), _ isSelected: Bool, _ options: Int,
    _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Int {
    let (name, rest) = rect.left(columns.label)
    let style = isSelected ? Style(.accent, bold: true) : .quiet
    // A name is wrapped, never cut.
    let used = frame.paragraph(
      label(row, scene), in: name.left(columns.label - 1).strip, style: style)
    let value = value(row, options, scene)
    frame.put(
      isSelected ? "◂ \(value) ▸" : "  \(value)", x: rest.x, y: rest.y,
      style: isSelected ? Style(.strong, bold: true) : .plain, width: columns.value)
    if isSelected { frame.cursor = Point(x: rest.x, y: rest.y) }
    let text = self.note(row, options, scene)
    guard !text.isEmpty else { return max(1, used) }
    let note = rest.left(columns.value + 1).rest
    // What has no room beside its rule stands beneath it.
    guard note.width >= min(20, Text.width(text)) else {
      let room = rect.top(max(1, used)).rest.left(2).rest
      return max(1, used) + frame.paragraph(text, in: room, style: .quiet)
    }
    return max(1, used, frame.paragraph(text, in: note, style: .quiet))
  }

  /// The first rule on screen: as few as there have to be lie above, so that the chosen one is seen.
  private func first(_ options: Int, _ scene: Scene, in rect: Rect) -> Int {
    var scratch = Frame(size: Size(columns: rect.width, rows: 9))
    let heights = rows.map { row in
      line(
        row, columns(like: row, options, rect.width, scene), false, options, scene, into: &scratch,
        in: scratch.bounds)
    }
    var first = 0
    while first < selected, heights[first...selected].reduce(0, +) > rect.height { first += 1 }
    return first
  }

  private func label(_ row: Row, _ scene: Scene) -> String {
    switch row {
    case .method: scene.say("Kind of vote")
    case .list: scene.say("Options")
    case .dots: scene.words(of: plan.method).spending.map { scene.say($0.each) } ?? ""
    case .cap: scene.say("At most on one option")
    case .fewest: scene.say("At least")
    case .winners: scene.say("Chosen##by a vote")
    case .all: scene.say("To be spent")
    case .grades: scene.say("Grades")
    case .lowest: scene.say("Lowest score")
    case .steps: scene.say("Highest score")
    case .weight(let index): scene.say(grid[index].name)
    case .quorum: scene.say("Quorum")
    case .proxies: scene.say("Proxies")
    case .fund: scene.say("Fund")
    case .own: scene.say("Own ideas")
    case .names: scene.say("Who voted")
    }
  }

  private func value(_ row: Row, _ options: Int, _ scene: Scene) -> String {
    if row == .quorum, plan.quorum == nil { return scene.say("no quorum") }
    if row == .proxies, plan.proxies == nil { return scene.say("none##of proxies") }
    if row == .fund, plan.fund == nil { return scene.say("none") }
    if let number = number(row, options: options) { return String(number) }
    switch row {
    case .method: return scene.say(scene.words(of: plan.method).name)
    case .list: return plan.clusters == true ? scene.say("clusters") : scene.say("every card")
    case .all: return plan.spendsAll == true ? scene.say("all of it") : scene.say("at most so much")
    case .own:
      return switch plan.own {
      case .refused: scene.say("no vote allowed")
      case .ignored: scene.say("not counted")
      default: scene.say("counted")
      }
    case .names: return plan.namesVoters == true ? scene.say("by name") : scene.say("a number")
    case .dots, .cap, .fewest, .winners, .grades, .lowest, .steps, .weight, .quorum, .proxies,
      .fund:
      return ""
    }
  }

  /// What it is for, or why it is so.
  private func note(_ row: Row, _ options: Int, _ scene: Scene) -> String {
    switch row {
    case .method: return scene.say(scene.words(of: plan.method).purpose)
    case .list where plan.clusters == true:
      return scene.say("each cluster is one option, and so is a card in none")
    case .list: return ""
    case .dots:
      let usual = Poll.defaults(plan.method, options: options)
      let reason = usual.reason.phrase(options)
      return plan.allowance(options: options).dots == usual.dots
        ? scene.say(reason) : scene.say("usually \(usual.dots): \(reason)")
    case .cap, .all:
      return plan.fault(options: options).map { scene.say($0.phrase) }
        ?? (row == .cap ? scene.say("so that nobody puts all on one") : "")
    case .fewest:
      return plan.fault(options: options).map { scene.say($0.phrase) }
        ?? scene.say("a blank ballot abstains all the same")
    case .winners where plan.fund != nil && plan.method.asks(.fund):
      return scene.say("the fund decides")
    case .winners: return scene.say("of \(options)")
    case .weight(let index):
      return index == 0
        ? scene.say("of \(plan.settings.weights) together; digits set a weight") : ""
    case .quorum where plan.quorum != nil: return scene.say("so many must vote")
    case .fund: return fundNote(scene)
    case .proxies where plan.proxies != nil:
      return scene.say("ballots that one may submit for absent people")
    case .own where plan.own != nil:
      return scene.say("where the voter and the author are known; the file then names the voter")
    case .names where plan.namesVoters == true: return scene.say("names, never their choices")
    case .grades:
      return Judgment.names(plan.settings.gradeCount).map { names in
        names.reversed().map { scene.say($0) }.joined(separator: ", ")
      } ?? ""
    case .lowest, .steps, .quorum, .proxies, .own, .names: return ""
    }
  }

  /// What the options cost together, in the fund's currency.
  private func fundNote(_ scene: Scene) -> String {
    let options = options(scene)
    let costs = scene.costs(of: options)
    let fund = Poll.Fund(
      amount: 0, costs: costs.amounts, currency: costs.currency)
    let missing = options.count - costs.amounts.count
    return missing > 0
      ? scene.say("without a cost: \(missing)")
      : scene.say("all together cost \(scene.money(costs.amounts.values.reduce(0, +), fund))")
  }

  /// What happens to the list, whom to ask last, and which two would split the vote.
  private func notes(
    _ scene: Scene, _ options: [String], into frame: inout Frame, in rect: Rect
  ) {
    guard live == nil else {
      frame.paragraph(
        scene.say("Dots and points already given stay. The list stays frozen."), in: rect,
        style: .quiet)
      return
    }
    var room = rect
    func say(_ text: String, _ style: Style) {
      room = room.top(frame.paragraph(text, in: room, style: style)).rest
    }
    for pair in Twins.pairs(scene).prefix(2) {
      say(
        scene.say(
          "These may split the vote: \(scene.names([pair.first.id])) / \(scene.names([pair.second.id])). m: merge"
        ), .warning)
    }
    say(
      scene.say(
        "\(options.count) options will be frozen; each ballot has them in an order of its own."),
      .quiet)
    say(scene.say("Silence first, leaders vote last: early dots pull others along."), .quiet)
  }
}
