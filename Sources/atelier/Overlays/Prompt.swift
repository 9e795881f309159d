import Terminal

/// One line to type.
struct Prompt: Overlay {
  var title: Phrase
  /// What to type, shown while the line is empty.
  var help: Phrase
  var line = Line()
  /// Whether the help stays beneath a line that is there from the start.
  var keepsHelp = false
  /// Whether an empty line may be given.
  var takesEmpty = false
  /// What it submits to opens in its place.
  var leadsOn = false
  /// What the line is taken for, said beneath it while it is typed.
  var preview: (@Sendable (String, Scene) -> String)?
  /// It will be a card: it may have several lines, and `#theme`, `@name` and `&persona` are completed.
  var marks = false
  /// Whether it parks what is given.
  var isParking = false
  var submit: @Sendable (String, Scene) -> Outcome

  var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let card = [
      Binding(.tab, do: Self.complete, hint: "complete"), Binding(.alt("e"), do: .compose),
    ]
    return [
      Binding(.enter, do: Self.give, hint: "done"),
      Binding(.escape, do: .leave, hint: "close"),
    ] + (marks ? card : [])
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

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

  private static let give = Action("give", "Done") { scene in
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

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
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

extension String {
  /// Without the spaces at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
