import Terminal

/// One line to type.
struct Prompt: Sendable {
  var title: Phrase
  /// What to type, shown while the line is empty.
  var help: Phrase
  var line = Line()
  /// Whether an empty line may be given.
  var takesEmpty = false
  /// What the line is taken for, said beneath it while it is typed.
  var preview: (@Sendable (String, Scene) -> String)?
  var submit: @Sendable (String, Scene) -> Outcome

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.give, hint: "done"),
      Binding(.escape, do: Overlay.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key) -> Prompt? {
    var prompt = self
    return prompt.line.take(key) ? prompt : nil
  }

  private static let give = Action("give", "Done") { scene in
    guard case .prompt(let prompt) = scene.focus.overlay else { return .nothing }
    let text = Text.sanitised(prompt.line.text).trimmed
    guard prompt.takesEmpty || !text.isEmpty else { return .close(scene) }
    return prompt.submit(text, scene).closing(scene)
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    Panel.line(
      line, into: &frame, x: inner.x, y: inner.y, width: inner.width, placeholder: scene.say(help))
    guard let preview else { return }
    let text = preview(Text.sanitised(line.text), scene)
    frame.put(text, x: inner.x + 2, y: inner.y + 2, style: .accent, width: inner.width - 2)
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
