import WorkshopCore
package import Journaling
package import Languages
package import Terminal

/// One line to type.
package struct Prompt: Overlay {
  package var title: Phrase
  /// What to type, shown while the line is empty.
  package var help: Phrase
  package var line = Line()
  /// Whether the help stays beneath a line that is there from the start.
  package var keepsHelp = false
  /// Whether an empty line may be given.
  package var takesEmpty = false
  /// What it submits to opens in its place.
  package var leadsOn = false
  /// What the line is taken for, said beneath it while it is typed.
  package var preview: (@Sendable (String, Scene) -> String)?
  /// It will be a card: it may have several lines, and `#theme`, `@name` and `&persona` are completed.
  package var marks = false
  /// Whether it parks what is given.
  package var isParking = false
  /// What the line began with: nothing that somebody typed here.
  package var before = ""
  /// What was typed before anybody meant to: with no more than this it is left for good.
  package var slip = ""
  package private(set) var place: TypedPlace?
  /// What else it was made from.
  private var details: [String: String] = [:]
  var submit: @Sendable (String, Scene) -> Outcome

  package init(
    title: Phrase, help: Phrase, line: Line = Line(), keepsHelp: Bool = false,
    takesEmpty: Bool = false, leadsOn: Bool = false,
    preview: (@Sendable (String, Scene) -> String)? = nil, marks: Bool = false,
    isParking: Bool = false, submit: @escaping @Sendable (String, Scene) -> Outcome
  ) {
    self.title = title
    self.help = help
    self.line = line
    self.keepsHelp = keepsHelp
    self.takesEmpty = takesEmpty
    self.leadsOn = leadsOn
    self.preview = preview
    self.marks = marks
    self.isParking = isParking
    self.submit = submit
    before = line.text
  }

  package var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  package func placed(at place: TypedPlace, with details: [String: String]) -> any Overlay {
    var prompt = self
    (prompt.place, prompt.details) = (place, details)
    return prompt
  }

  package var unfinished: TypedText? {
    guard let place, line.text != before, !line.text.trimmed.isEmpty else { return nil }
    return TypedText(line.text, at: place, with: details)
  }

  package var worthKeeping: TypedText? { line.text == slip ? nil : unfinished }

  package func bindings(_ scene: Scene) -> [Binding] {
    let card = [
      Binding(.tab, do: Self.complete, hint: "complete"), Binding(.alt("e"), do: .compose),
    ]
    return [
      Binding(.enter, do: Self.give, hint: "done"),
      Binding(.escape, do: .leave, hint: "close"),
    ] + (marks ? card : [])
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> Prompt? {
    var prompt = self
    if marks, key == .altEnter {
      prompt.line.insert("\n")
      return prompt
    }
    return prompt.line.take(key) ? prompt : nil
  }

  private static let complete = Action("complete", "Complete the word") { scene in
    guard var prompt = scene.focus.overlay as? Prompt,
      let word = CardLine.completions(prompt.line.head, scene).first
    else { return .nothing }
    prompt.line.replaceWord(with: word + " ")
    return .replace(prompt, scene)
  }

  private static let give = Action("give", "Finish") { scene in
    guard let prompt = scene.focus.overlay as? Prompt else { return .nothing }
    let text = Text.sanitised(prompt.line.text, newlines: prompt.marks).trimmed
    guard prompt.takesEmpty || !text.isEmpty else { return .close(scene) }
    guard prompt.leadsOn else {
      let outcome = prompt.submit(text, scene)
      // What is refused stays, to be mended.
      return outcome.isWarning && outcome.events.isEmpty ? outcome : outcome.closing(scene)
    }
    var beneath = scene
    _ = beneath.focus.overlays.popLast()
    return prompt.submit(text, beneath)
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let rows = Panel.line(
      line, into: &frame, x: inner.x, y: inner.y, width: inner.width,
      rows: max(1, inner.height - 2), placeholder: scene.say(help))
    let words = marks ? CardLine.completions(line.head, scene).prefix(4) : []
    if words.isEmpty, let preview {
      let text = preview(Text.sanitised(line.text), scene)
      frame.put(
        text, x: inner.x + 2, y: inner.y + rows, style: .accent, width: inner.width - 2)
      return
    }
    if keepsHelp, !line.isEmpty {
      frame.put(
        scene.say(help), x: inner.x + 2, y: inner.y + rows + 1, style: .quiet,
        width: inner.width - 2)
    }
    frame.put(
      words.joined(separator: "   "), x: inner.x + 2, y: inner.y + rows, style: .accent,
      width: inner.width - 2)
  }
}
