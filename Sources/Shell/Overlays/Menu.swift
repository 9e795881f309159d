package import Languages
package import Terminal
import WorkshopCore

/// Things to choose from, narrowed by typing.
package struct Menu: Overlay {
  package var title: Phrase
  package var items: [Item]
  var line = Line()
  package var selected = 0
  /// Said when nothing matches.
  package var empty: Phrase = "Nothing here"
  /// Whether each item has its number, which chooses it.
  var hasNumbers = false
  /// Whether the letters that only one label begins with choose it.
  var hasLetters = false
  /// What a line leads to that is in none of the labels; nil: to nothing.
  package var typed: (@Sendable (String) -> Item?)?

  package init(
    title: Phrase, items: [Item], line: Line = Line(), selected: Int = 0,
    empty: Phrase = "Nothing here", hasNumbers: Bool = false, hasLetters: Bool = false
  ) {
    self.title = title
    self.items = items
    self.line = line
    self.selected = selected
    self.empty = empty
    self.hasNumbers = hasNumbers
    self.hasLetters = hasLetters
  }

  /// The same with a number before each item, for whoever hears it read.
  package var withNumbers: Menu {
    var menu = self
    menu.hasNumbers = true
    return menu
  }

  /// Nothing is called what was typed.
  package var isInVain: Bool { matches.isEmpty }

  /// One thing that can be chosen.
  package struct Item: Sendable {
    package var label: String
    package var detail = ""
    /// What choosing it leads to, beneath the label: wrapped, never cut.
    package var note = ""
    /// Why it cannot be chosen now.
    package var disabled: Phrase?
    /// It can be chosen, but others are meant to be looked at first.
    package var isQuiet = false
    /// What it is found by beside its label.
    package var words = ""
    /// The list stays beneath what choosing it opens.
    package var staysOpen = false
    /// What choosing it would lead to, said at the bottom while it is the highlighted one.
    package var footer: (@Sendable (Scene) -> String)?
    var choose: @Sendable (Scene) -> Outcome

    package init(
      label: String, detail: String = "", note: String = "", disabled: Phrase? = nil,
      isQuiet: Bool = false, words: String = "", staysOpen: Bool = false,
      footer: (@Sendable (Scene) -> String)? = nil, choose: @escaping @Sendable (Scene) -> Outcome
    ) {
      self.label = label
      self.detail = detail
      self.note = note
      self.disabled = disabled
      self.isQuiet = isQuiet
      self.words = words
      self.staysOpen = staysOpen
      self.footer = footer
      self.choose = choose
    }

    /// Whether a search, without accents and capitals, finds it: by a part of the label, or by a part of
    /// its words, or by the beginnings of several of them.
    func isFound(by wanted: String) -> Bool {
      let label = Fold.plain(label)
      if label.contains(wanted) { return true }
      guard !words.isEmpty else { return false }
      let text = label + " " + Fold.plain(words)
      if text.contains(wanted.trimmed) { return true }
      let known = text.split { !$0.isLetter && !$0.isNumber }
      return wanted.split(separator: " ").allSatisfy { word in
        known.contains { $0.hasPrefix(word) }
      }
    }
  }

  /// The items that hold what was typed, accents and case aside; where they have numbers, those whose
  /// numbers begin so.
  var matches: [Item] {
    let found = places.map { items[$0] }
    guard found.isEmpty, let item = typed?(line.text.trimmed) else { return found }
    return [item]
  }

  /// Where those stand in the whole list.
  private var places: [Int] {
    let wanted = Fold.plain(line.text)
    guard !wanted.isEmpty else { return Array(items.indices) }
    if hasNumbers, Self.isNumber(wanted) {
      return items.indices.filter { String($0 + 1).hasPrefix(wanted) }
    }
    return items.indices.filter { items[$0].isFound(by: wanted) }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.choose, hint: "choose"),
      Binding(.down, .tab, do: Self.move("next-item", "Down", by: 1), hint: "down"),
      Binding(.up, .backTab, do: Self.move("previous-item", "Up", by: -1), hint: "up"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    guard var menu = taking(key) else { return .nothing }
    guard case .character = key else { return .replace(menu, scene) }
    if menu.hasNumbers, Self.isNumber(menu.line.text), menu.places.isEmpty {
      return .refused("There is no number \(menu.line.text)")
    }
    guard let clear = menu.clear else { return .replace(menu, scene) }
    menu.selected = clear
    var next = scene
    next.focus.overlays[next.focus.overlays.count - 1] = menu
    return Self.choose.decide(next)
  }

  private func taking(_ key: Key) -> Menu? {
    var menu = self
    guard menu.line.take(key) else { return nil }
    menu.selected = 0
    return menu
  }

  /// Which of the matches what was typed chooses at once: the number that begins no other, or the one
  /// whose label alone begins so; nil: none yet.
  private var clear: Int? {
    let places = places
    if hasNumbers, Self.isNumber(line.text) { return places.count == 1 ? 0 : nil }
    guard hasLetters else { return nil }
    let wanted = Fold.plain(line.text)
    let begun = items.indices.filter { Fold.plain(items[$0].label).hasPrefix(wanted) }
    guard begun.count == 1, items[begun[0]].disabled == nil else { return nil }
    return places.firstIndex(of: begun[0])
  }

  private static let choose = Action("choose", "Choose") { scene in
    guard let menu = scene.focus.overlay as? Menu, menu.matches.indices.contains(menu.selected)
    else { return .nothing }
    let item = menu.matches[menu.selected]
    if let reason = item.disabled { return .refused(reason) }
    if item.staysOpen { return item.choose(scene) }
    var beneath = scene
    _ = beneath.focus.overlays.popLast()
    var outcome = item.choose(beneath)
    if outcome.focus == nil { outcome.focus = beneath.focus }
    return outcome
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var menu = scene.focus.overlay as? Menu, !menu.matches.isEmpty else {
        return .nothing
      }
      menu.selected = (menu.selected + step + menu.matches.count) % menu.matches.count
      return .replace(menu, scene)
    }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    Panel.line(line, into: &frame, x: inner.x, y: inner.y, width: inner.width)
    let caret = frame.cursor
    var (_, list) = inner.top(2)
    let places = places
    let matches = matches
    let margin = hasNumbers ? String(items.count).count + 1 : 0
    if items.contains(where: { $0.footer != nil }) {
      list = foot(matches, scene, into: &frame, in: list)
    }
    guard !matches.isEmpty else {
      frame.put(scene.say(empty), x: list.x, y: list.y, style: Style(.quiet), width: list.width)
      return
    }
    let notes = matches.map { $0.note.isEmpty ? [] : Text.wrap($0.note, to: list.width - 4) }
    let heights = notes.map { $0.count + 1 }
    var y = list.y
    for index in Self.shown(heights, selected, room: list.height) {
      let item = matches[index]
      let isSelected = index == selected
      let style =
        isSelected
        ? Style(.selection, bold: true)
        : Style(item.disabled == nil && !item.isQuiet ? .plain : .quiet)
      if isSelected {
        frame.fill(Rect(x: list.x, y: y, width: list.width, height: 1), style: style)
      }
      frame.put(isSelected ? "▶" : " ", x: list.x, y: y, style: style)
      let detailWidth = min(Text.width(item.detail), list.width / 2)
      if hasNumbers {
        frame.put(
          "\(places[index] + 1)", x: list.x + 2, y: y,
          style: isSelected ? style : Style(.accent), width: margin - 1, alignment: .right)
      }
      frame.put(
        item.label, x: list.x + 2 + margin, y: y, style: style,
        width: list.width - detailWidth - 4 - margin)
      frame.put(
        item.detail, x: list.x + list.width - detailWidth, y: y,
        style: isSelected ? style : Style(.quiet), width: detailWidth)
      for (line, text) in notes[index].enumerated() where y + 1 + line < list.maxY {
        frame.put(
          text, x: list.x + 4, y: y + 1 + line, style: isSelected ? .accent : .quiet)
      }
      y += heights[index]
    }
    frame.cursor = caret
  }

  /// The items that are on screen: as many before the highlighted one as fill half of the room.
  private static func shown(_ heights: [Int], _ selected: Int, room: Int) -> Range<Int> {
    let selected = max(0, min(selected, heights.count - 1))
    func fits(_ range: Range<Int>) -> Bool { heights[range].reduce(0, +) <= room }
    var first = selected
    while first > 0, heights[first - 1..<selected].reduce(0, +) <= room / 2 { first -= 1 }
    // What is left beneath is filled from above.
    while first > 0, fits(first - 1..<heights.count) { first -= 1 }
    var end = selected + 1
    while end < heights.count, fits(first..<end + 1) { end += 1 }
    return first..<end
  }

  /// Says what the highlighted item leads to; gives back the room above.
  private func foot(
    _ matches: [Item], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let (foot, list) = rect.bottom(rect.height > 10 ? 3 : 2)
    guard matches.indices.contains(selected), let footer = matches[selected].footer else {
      return list
    }
    let (strip, _) = foot.bottom(2)
    frame.paragraph(footer(scene), in: strip, style: .accent)
    return list
  }
}
