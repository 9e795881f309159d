import Journaling
import Languages
package import Terminal
package import WorkshopCore

/// The one editor of fields: personas, actions, projects, decisions, the plan's items alike.
///
/// Typing changes the chosen field; leaving the field writes it. Leaving the form keeps what was typed.
package struct Form: Overlay {
  let subject: any FormSubject
  package let sheet: Sheet
  var selected = 0
  package var line: Line
  /// The entry whose value the line began from: what the edit replaces.
  private var over: EntryID?
  private var before: String

  /// Nil when what it would edit is gone.
  package init?(_ subject: any FormSubject, field: Int = 0, _ scene: Scene) {
    guard let sheet = subject.sheet(scene) else { return nil }
    self.subject = subject
    self.sheet = sheet
    selected = max(0, min(field, sheet.fields.count - 1))
    before = subject.value(of: sheet.fields[selected].id, scene) ?? ""
    line = Line(before)
    over = subject.written(sheet.fields[selected].id, scene)?.entry
  }

  package init?(_ card: CardID, field: Int = 0, _ scene: Scene) {
    self.init(scene.subject(card), field: field, scene)
  }

  /// The form of a card that was just added: at the first field that is still empty.
  init?(added card: CardID, _ scene: Scene) {
    guard let sheet = scene.subject(card).sheet(scene) else { return nil }
    let empty = sheet.fields.firstIndex { scene.workshop.card(card)?[$0.id] == nil }
    self.init(card, field: empty ?? 0, scene)
  }

  /// Goes on with an edit that was left behind.
  init?(_ card: CardID, resuming edit: Draft.Edit, with text: String, _ scene: Scene) {
    guard let sheet = scene.subject(card).sheet(scene),
      let index = sheet.fields.firstIndex(where: { $0.id == edit.field })
    else { return nil }
    self.init(card, field: index, scene)
    line = Line(text)
    if over != edit.over { before = "" }
    over = edit.over
  }

  var field: Field { sheet.fields[selected] }

  /// What was typed and not yet written; nil where nothing was.
  package var unfinished: Unfinished? {
    guard let card, line.text != before else { return nil }
    return Unfinished(text: line.text, edit: Draft.Edit(card: card, field: field.id, over: over))
  }

  package var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  /// The same field as it stands now, where nothing was typed since it was reached.
  package func renewed(_ scene: Scene) -> (any Overlay)? {
    line.text == before ? Form(subject, field: selected, scene) : nil
  }

  /// The card it edits, where it is one.
  var card: CardID? { subject.card }

  /// Whether the chosen field may have several lines.
  private var takesBreaks: Bool { field.type == .text || field.id == Card.text }

  package func bindings(_ scene: Scene) -> [Binding] {
    let step: Phrase? = values(scene).isEmpty ? "This field is typed" : nil
    return [
      Binding(.enter, .down, .tab, do: Self.move("next-field", "Next field", by: 1), hint: "next"),
      Binding(
        .up, .backTab, do: Self.move("previous-field", "Previous field", by: -1), hint: "previous"),
      Binding(.function(2), do: Self.list, hint: "list", unless: step),
      Binding(.alt("e"), do: .compose),
      Binding(
        .alt("d"), do: .settle,
        unless: rivals(scene) == nil ? "This field was not edited at the same time" : nil),
      Binding(.escape, do: Self.finish, hint: "done"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    .replace(taking(key, scene), scene)
  }

  private func taking(_ key: Key, _ scene: Scene) -> Form? {
    var form = self
    let options = values(scene)
    if field.takesSeveral == true, case .character(let digit) = key, digit.isASCII,
      let number = digit.wholeNumberValue, options.indices.contains(number - 1)
    {
      form.line = Line(field.toggling(options[number - 1].id, in: line.text))
      return form
    }
    if !options.isEmpty, key == .left || key == .right {
      let index = options.firstIndex { $0.id == line.text }
      let next = key == .right ? (index ?? -1) + 1 : (index ?? options.count) - 1
      form.line = Line(options[(next + options.count) % options.count].id)
      return form
    }
    if key == .altEnter, takesBreaks {
      form.line.insert("\n")
      return form
    }
    return form.line.take(key) ? form : nil
  }

  /// What may be chosen in the current field.
  func values(_ scene: Scene) -> [Choice] { Self.values(of: field, keeping: line.text, scene) }

  private static func values(
    of field: Field, keeping kept: String, _ scene: Scene
  ) -> [Choice] {
    switch field.type {
    case .choice: return field.choices ?? []
    case .scale:
      guard let low = field.minimum, let high = field.maximum, low <= high else { return [] }
      return (low...high).map { Choice(id: String($0), label: Localized(String($0))) }
    case .person:
      let here = scene.workshop.attending(scene.session)
      let away = scene.workshop.people.filter { person in !here.contains { $0.id == person.id } }
      return (here + away).map { Choice(id: $0.id, label: Localized($0.text)) }
    case .card:
      let cards = field.board.map { scene.workshop.cards(on: $0) } ?? []
      // Nothing is begun for a project that ended.
      return cards.filter {
        $0.id == kept || ![.dropped, .merged].contains(scene.workshop.status(of: $0.id))
      }.map { Choice(id: $0.id, label: Localized($0.text)) }
    case .line, .text, .number, .date: return []
    }
  }

  /// What a stored value reads as: a choice's label, a person's name, or itself.
  package static func display(_ value: String, of field: Field, _ scene: Scene) -> String {
    switch field.type {
    case .person, .card: scene.workshop.card(value)?.text ?? value
    case .choice: labels(value, of: field, scene) ?? value
    case .date: scene.day(value)
    case .line, .text, .number, .scale: value
    }
  }

  /// The labels of the choices that a value names; nil where it names none.
  private static func labels(_ value: String, of field: Field, _ scene: Scene) -> String? {
    let choices = field.choices ?? []
    if let choice = choices.first(where: { $0.id == value }) { return scene.say(choice.label) }
    guard field.takesSeveral == true else { return nil }
    let parts = Field.parts(of: value)
    let known = parts.compactMap { part in choices.first { $0.id == part } }
    guard !known.isEmpty, known.count == parts.count else { return nil }
    return known.map { scene.say($0.label) }.joined(separator: " · ")
  }

  /// What was typed.
  var text: String { Text.sanitised(line.text, newlines: takesBreaks).trimmed }

  /// The event that writes the line, if it was changed; a day is written as one.
  private func events(_ scene: Scene) -> [Event] {
    guard text != before else { return [] }
    let value =
      field.type == .date ? DueText.written(text, scene, DueText.sense(of: field.id)) : text
    return value == before ? [] : [subject.event(value, in: field.id, over: over, scene)]
  }

  /// Why the line cannot be written, nil when it can.
  private func refusal(_ scene: Scene) -> Phrase? {
    guard text != before, !subject.takes(text, in: field.id, scene) else { return nil }
    return "“\(text)” cannot stand here. \(field.prompt ?? field.label)"
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let form = scene.focus.overlay as? Form else { return .nothing }
      if let refusal = form.refusal(scene) { return .refused(refusal) }
      let count = form.sheet.fields.count
      let next = (form.selected + step + count) % count
      guard let moved = Form(form.subject, field: next, scene) else { return .close(scene) }
      var outcome = Outcome.replace(moved, scene)
      outcome.events = form.events(scene)
      return outcome
    }
  }

  private static let finish = Action("finish", "Done") { scene in
    guard let form = scene.focus.overlay as? Form else { return .nothing }
    if let refusal = form.refusal(scene) {
      // What was typed is not thrown away by one key.
      var outcome = Action.twice("finish", "\(refusal) · Esc again leaves it as it was", scene) {
        .close(scene)
      }
      outcome.isWarning = outcome.notice != nil
      return outcome
    }
    var outcome = Outcome.close(scene)
    outcome.events = form.events(scene)
    form.subject.finish(&outcome, scene)
    return outcome
  }

  private static let list = Action("list-values", "Choose from a list") { scene in
    guard let form = scene.focus.overlay as? Form else { return .nothing }
    let items = form.values(scene).map { choice in
      Menu.Item(label: scene.say(choice.label)) { scene in
        guard var form = scene.focus.overlay as? Form else { return .nothing }
        let isMore = form.field.takesSeveral == true
        form.line = Line(isMore ? form.field.toggling(choice.id, in: form.line.text) : choice.id)
        return .replace(form, scene)
      }
    }
    return .open(
      Menu(
        title: "Choose: \(form.field.label)", items: items,
        hasNumbers: form.field.takesSeveral == true), scene)
  }
}

/// A form on screen: its fields, the chosen one as it is typed, what helps beneath.
extension Form {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(sheet.title), into: &frame, in: rect)
    let (helpRow, rest) = inner.bottom(2)
    let above = links(scene, into: &frame, in: rest)
    let list = FeelingsPreview.draw(line.text, of: field, into: &frame, in: above)
    let first = max(0, min(selected - list.height / 2, sheet.fields.count - list.height))
    let labels = sheet.fields.map { Text.width(scene.say($0.label)) }
    let labelWidth = min(inner.width / 3, (labels.max() ?? 0) + 2)
    var y = list.y
    for index in sheet.fields.indices.dropFirst(first) where y < list.maxY {
      let field = sheet.fields[index]
      let place = Rect(x: list.x, y: y, width: list.width, height: list.maxY - y)
      let (label, value) = place.left(labelWidth)
      frame.put(
        scene.say(field.label), x: label.x, y: y,
        style: index == selected ? Style(.accent, bold: true) : Style(.quiet), width: labelWidth - 1
      )
      y +=
        index == selected
        ? drawLine(scene, into: &frame, in: value) : draw(field, scene, into: &frame, in: value)
    }
    drawMerged(scene, into: &frame, in: list.top(y + 1 - list.y).rest)
    let echo =
      field.type == .date ? DueText.echo(text, scene, DueText.sense(of: field.id)) : ""
    let help =
      rivals(scene).map { scene.say("Edited at the same time, M-d settles it: \($0)") }
      ?? (echo.isEmpty ? scene.say(field.prompt) : echo)
    frame.put(help, x: helpRow.x, y: helpRow.y + 1, style: Style(.quiet), width: helpRow.width)
  }

  /// The chosen field, as it is being typed; returns its rows.
  private func drawLine(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Int {
    let isChoice = values(scene).contains { $0.id == line.text }
    guard isChoice || Self.labels(line.text, of: field, scene) != nil else {
      return Panel.line(
        line, into: &frame, x: rect.x - 2, y: rect.y, width: rect.width + 2,
        rows: min(6, rect.height), placeholder: scene.say(field.prompt))
    }
    let text = "◂ " + Self.display(line.text, of: field, scene) + " ▸"
    let place = Rect(x: rect.x, y: rect.y, width: rect.width, height: min(4, rect.height))
    let rows = frame.paragraph(text, in: place, style: Style(.strong, bold: true))
    frame.cursor = Point(x: rect.x, y: rect.y)
    return max(1, rows)
  }

  /// Another field, on one row.
  private func draw(_ field: Field, _ scene: Scene, into frame: inout Frame, in rect: Rect) -> Int {
    let value = subject.value(of: field.id, scene).map { Self.display($0, of: field, scene) }
    frame.put(
      value ?? scene.say(field.prompt), x: rect.x, y: rect.y,
      style: value == nil ? Style(.quiet, dim: true) : .plain, width: rect.width)
    return 1
  }

  /// The texts that lie beneath the card.
  private func drawMerged(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let card, case let below = scene.workshop.merged(into: card),
      !below.isEmpty
    else { return }
    let texts = below.map(\.text).joined(separator: " · ")
    frame.paragraph(
      scene.language.labelled(scene.say("Said as well"), texts), in: rect, style: .quiet)
  }

  /// What the card comes from, beneath its fields; gives back the room above.
  private func links(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Rect {
    let links = scene.workshop.card(card)?.links ?? []
    guard !links.isEmpty, rect.height > sheet.fields.count + links.count else { return rect }
    let (strip, rest) = rect.bottom(links.count)
    for (row, link) in links.enumerated() {
      frame.put(
        "↳ " + scene.source(link), x: strip.x, y: strip.y + row, style: .accent,
        width: strip.width)
    }
    return rest
  }

  func rivals(_ scene: Scene) -> String? {
    let rivals = subject.written(field.id, scene)?.rivals ?? []
    return rivals.isEmpty ? nil : rivals.map { "\($0.text) (\($0.by))" }.joined(separator: " · ")
  }
}
