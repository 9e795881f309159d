package import Journaling
import Languages
package import Terminal
package import WorkshopCore

/// The one editor of fields: personas, actions, projects, decisions, the plan's items alike.
///
/// Typing changes the chosen field; leaving the field writes it. Leaving the form keeps what was typed.
/// In a field of choices, people, cards or days what is typed narrows them, and the field takes the one
/// that is meant.
package struct Form: Overlay {
  let subject: any FormSubject
  package let sheet: Sheet
  var selected = 0
  package var line: Line
  /// The entry whose value the line began from: what the edit replaces.
  private var over: EntryID?
  private(set) var before: String
  /// The line is the id of something chosen, or a day that was read, and not what somebody types.
  private(set) var isChosen = false
  /// What may be one thing or another stays as it was typed.
  private(set) var isKept = false

  /// Nil when what it would edit is gone.
  package init?(_ subject: any FormSubject, field: Int = 0, _ scene: Scene) {
    guard let sheet = subject.sheet(scene) else { return nil }
    self.subject = subject
    self.sheet = sheet
    selected = max(0, min(field, sheet.fields.count - 1))
    before = subject.value(of: sheet.fields[selected].id, scene) ?? ""
    line = Line(before)
    over = subject.written(sheet.fields[selected].id, scene)?.entry
    isChosen =
      scene.choices(for: sheet.fields[selected], keeping: before).contains { $0.id == before }
      || sheet.fields[selected].chosen(in: before) != nil
      || sheet.fields[selected].type == .date && Day(before) != nil
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

  /// Names in what a draft keeps of a form: of the chosen field, the entry that an edit replaces, that the
  /// text is the id of something chosen, that it is for few eyes.
  package static let field = "field"
  static let over = "over"
  private static let chosen = "chosen"
  package static let isPrivate = "private"

  package var place: TypedPlace? { subject.place }

  /// Goes on with an edit that was left behind, at its field.
  package func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)? {
    guard let index = sheet.fields.firstIndex(where: { $0.id == typed.with[Self.field] }),
      var form = Form(subject, field: index, scene)
    else { return nil }
    // It was written in the last moment.
    if form.line.text == typed.text { return form }
    form.line = Line(typed.text)
    form.isChosen = typed.with[Self.chosen] != nil
    let over = typed.with[Self.over].flatMap { EntryID($0) }
    if form.over != over { form.before = "" }
    form.over = over
    return form
  }

  var field: Field { sheet.fields[selected] }

  /// What was typed and not yet written; nil where nothing was.
  package var unfinished: TypedText? {
    guard line.text != before else { return nil }
    return TypedText(
      line.text, at: subject.place,
      with: [
        Self.field: field.id, Self.over: over?.description, Self.chosen: isChosen ? "yes" : nil,
        Self.isPrivate: subject.isPrivate(field.id) ? "yes" : nil,
      ])
  }

  package var typed: String? {
    get { line.text }
    set {
      line = Line(newValue ?? "")
      (isChosen, isKept) = (false, false)
    }
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
    let step: Phrase? = scene.choices(for: field).isEmpty ? "This field is typed" : nil
    return [
      Binding(
        .enter, .down, .tab, do: Self.move("next-field", "Next field", by: 1),
        hint: "next##in a list"),
      Binding(
        .up, .backTab, do: Self.move("previous-field", "Previous field", by: -1), hint: "previous"),
      Binding(.function(2), do: Self.list, hint: "list", unless: step),
      Binding(.alt("e"), do: .compose),
      Binding(.alt("d"), do: .settle),
      Binding(.escape, do: Self.finish, hint: "done"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    .replace(taking(key, scene), scene)
  }

  private func taking(_ key: Key, _ scene: Scene) -> Form? {
    var form = self
    form.isKept = false
    let options = scene.choices(for: field, keeping: line.text)
    if field.takesSeveral == true, case .character(let digit) = key, digit.isASCII,
      let number = digit.wholeNumberValue, options.indices.contains(number - 1)
    {
      form.choose(field.toggling(options[number - 1].id, in: line.text))
      return form
    }
    if !options.isEmpty, key == .left || key == .right {
      let index = options.firstIndex { $0.id == line.text }
      if isChosen || index != nil || line.isEmpty {
        let next = key == .right ? (index ?? -1) + 1 : (index ?? options.count) - 1
        form.choose(options[(next + options.count) % options.count].id)
        return form
      }
    }
    if key == .altEnter, takesBreaks {
      form.line.insert("\n")
      return form
    }
    // What is typed over something chosen begins anew; what takes a part of it away takes all.
    let rest = isChosen && !Self.moves.contains(key) ? Line() : line
    form.line = rest
    guard form.line.take(key) else { return nil }
    if !Self.moves.contains(key) { form.isChosen = false }
    return form
  }

  /// Keys that change nothing of a line.
  private static let moves: Set<Key> = [
    .left, .right, .home, .end, .control("a"), .control("e"), .controlLeft, .controlRight, .altLeft,
    .altRight,
  ]

  private mutating func choose(_ id: String) {
    line = Line(id)
    (isChosen, isKept) = (true, false)
  }

  /// What a stored value reads as: a choice's label, a person's name, or itself.
  package static func display(_ value: String, of field: Field, _ scene: Scene) -> String {
    switch field.type {
    case .person, .card: scene.workshop.card(value)?.text ?? value
    case .choice: labels(value, of: field, scene) ?? value
    case .date: scene.day(value)
    case .scale: signed(value, in: field)
    case .line, .text, .number: value
    }
  }

  /// The labels of the choices that a value names; nil where it names none.
  private static func labels(_ value: String, of field: Field, _ scene: Scene) -> String? {
    let choices = field.choices ?? []
    if let choice = choices.first(where: { $0.id == value }) { return scene.say(choice.label) }
    guard let known = field.chosen(in: value) else { return nil }
    return known.map { scene.say($0.label) }.joined(separator: " · ")
  }

  /// A value of a scale with its sign, where the scale goes below 0.
  static func signed(_ value: String, in field: Field) -> String {
    guard field.minimum ?? 0 < 0, let number = Int(value), number != 0 else { return value }
    return number > 0 ? "+\(number)" : "−\(-number)"
  }

  /// What was typed.
  var text: String { Text.sanitised(line.text, newlines: takesBreaks).trimmed }

  /// What the line is in the chosen field.
  func answer(_ scene: Scene) -> Answer {
    isKept ? .value(text) : scene.answer(text, in: field, subject.sense(of: field.id))
  }

  /// What the field holds once it is left.
  private func value(_ scene: Scene) -> String {
    if case .value(let value) = answer(scene) { return value }
    return text
  }

  /// What the line may be, where nobody can tell.
  private func question(_ scene: Scene) -> [Choice]? {
    guard text != before, case .several(let choices) = answer(scene) else { return nil }
    return choices
  }

  /// What writes the line, if it was changed.
  private func write(_ outcome: inout Outcome, _ scene: Scene) {
    guard text != before, case let value = value(scene), value != before else { return }
    outcome.events = subject.events(value, in: field.id, over: over, scene)
    outcome.effect = subject.effect(value, in: field.id, scene)
  }

  /// Why the line cannot be written, nil when it can.
  private func refusal(_ scene: Scene) -> Phrase? {
    guard text != before, !subject.takes(value(scene), in: field.id, scene) else { return nil }
    return "“\(text)” does not belong here. \(field.prompt ?? field.label)"
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { leave($0, by: step) }
  }

  /// Writes the field and goes on to another one; asks first what is meant where it may be several things.
  private static func leave(_ scene: Scene, by step: Int) -> Outcome {
    guard let form = scene.focus.overlay as? Form else { return .nothing }
    if let choices = form.question(scene) {
      return .open(form.asking(choices, by: step, scene), scene)
    }
    if let refusal = form.refusal(scene) { return .refused(refusal) }
    let count = form.sheet.fields.count
    let next = (form.selected + step + count) % count
    guard let moved = Form(form.subject, field: next, scene) else { return .close(scene) }
    var outcome = Outcome.replace(moved, scene)
    form.write(&outcome, scene)
    return outcome
  }

  /// Which of several is meant; the text itself is the last of them, where the field can have it.
  private func asking(_ choices: [Choice], by step: Int, _ scene: Scene) -> Menu {
    @Sendable func going(_ scene: Scene, _ change: (inout Form) -> Void) -> Outcome {
      guard var form = scene.focus.overlay as? Form else { return .nothing }
      change(&form)
      var changed = scene
      changed.focus.overlays[changed.focus.overlays.count - 1] = form
      return Self.leave(changed, by: step)
    }
    var items = choices.map { choice in
      Menu.Item(label: scene.say(choice.label)) { going($0) { $0.choose(choice.id) } }
    }
    if subject.takes(text, in: field.id, scene) {
      items.append(
        Menu.Item(label: scene.say("Keep as typed: \(text)"), isQuiet: true) {
          going($0) { $0.isKept = true }
        })
    }
    return Menu(title: "Which one is meant? “\(text)”", items: items)
  }

  private static let finish = Action("finish", "Finish") { scene in
    guard let form = scene.focus.overlay as? Form else { return .nothing }
    if let choices = form.question(scene) {
      let names = choices.prefix(3).map { scene.say($0.label) }.joined(separator: ", ")
      return Action.twice(
        "finish", "Several match: \(names). Enter: choose · Esc again: keep the text", scene
      ) { form.finished(scene) }
    }
    if let refusal = form.refusal(scene) {
      var outcome = Action.twice("finish", "\(refusal) · Esc again leaves it as it was", scene) {
        .leave(scene)
      }
      outcome.isWarning = outcome.focus?.armed != nil
      return outcome
    }
    return form.finished(scene)
  }

  /// Closes the form with what was typed.
  private func finished(_ scene: Scene) -> Outcome {
    var outcome = Outcome.close(scene)
    write(&outcome, scene)
    subject.finish(&outcome, scene)
    return outcome
  }

  private static let list = Action("list-values", "Choose from a list") { scene in
    guard let form = scene.focus.overlay as? Form else { return .nothing }
    let takesSeveral = form.field.takesSeveral == true
    let items = scene.choices(for: form.field, keeping: form.line.text).map { choice in
      Menu.Item(label: scene.say(choice.label)) { scene in
        guard var form = scene.focus.overlay as? Form else { return .nothing }
        form.choose(
          takesSeveral ? form.field.toggling(choice.id, in: form.line.text) : choice.id)
        return .replace(form, scene)
      }
    }
    return .open(
      Menu(title: "Choose: \(form.field.label)", items: items, hasNumbers: takesSeveral), scene)
  }
}
