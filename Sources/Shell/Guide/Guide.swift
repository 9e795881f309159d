package import Languages
package import Terminal
import WorkshopCore

/// A lesson in a room that is really there: a line that says what to try, and an answer once the learner's
/// own key has done it.
///
/// It watches keys and takes none, but the one that goes on without a step: whatever else the learner
/// does is done as on any other day.
package struct Guide: Sendable {
  private let steps: [Step]
  private var index = 0
  /// How often the step at hand was done.
  private var times = 0
  /// What is said of the step before.
  private var answer: Phrase?

  /// One thing to try.
  package struct Step: Sendable {
    let text: @Sendable (Sight) -> Phrase
    let answer: Phrase
    let times: Int
    let isDone: @Sendable (Deed) -> Bool

    /// - Parameters:
    ///   - text: what to press, and what for.
    ///   - answer: what was done by it.
    ///   - times: how often it is pressed.
    package init(
      _ text: @escaping @Sendable (Sight) -> Phrase, answer: Phrase, times: Int = 1,
      isDone: @escaping @Sendable (Deed) -> Bool
    ) {
      self.text = text
      self.answer = answer
      self.times = times
      self.isDone = isDone
    }
  }

  /// What a step's text is made from.
  package struct Sight {
    package let scene: Scene

    /// The name of the key that asks for an action where the learner is.
    package func key(_ action: String) -> String {
      var scene = scene
      scene.focus.overlays = []
      let key = Keymap.bindings(scene).first { $0.action.id == action }?.keys.first
      return key.map(name) ?? "?"
    }

    package func name(_ key: Key) -> String { Keymap.name(key, scene.language) }
  }

  /// What one key of the learner's led to.
  package struct Deed {
    /// The action that it asked for and got; nil where it was typed, or refused.
    package let action: String?
    package let before: Scene
    package let after: Scene
  }

  package init(_ steps: [Step]) { self.steps = steps }

  package var isOver: Bool { index >= steps.count }

  /// Goes on without the step at hand.
  static let skip = Key.function(12)

  /// Sees what a key has led to.
  mutating func follow(_ key: Key, from before: Scene, to after: Scene) {
    guard !isOver else { return }
    if key == Self.skip {
      (index, times, answer) = (index + 1, 0, nil)
      return
    }
    let binding = Keymap.bindings(before).first { $0.keys.contains(key) }
    let isRefused = binding?.disabled != nil || after.focus.notice?.isWarning == true
    let deed = Deed(action: isRefused ? nil : binding?.action.id, before: before, after: after)
    guard steps[index].isDone(deed) else { return }
    times += 1
    guard times >= steps[index].times else { return }
    (answer, index, times) = (steps[index].answer, index + 1, 0)
  }

  /// Rows that it takes of a window, which keeps the least it is drawn in.
  static func rows(in size: Size) -> Int { max(0, min(3, size.rows - View.smallest.rows)) }

  /// The answer to the last step, how far the lesson is, and what to try now.
  func draw(_ scene: Scene, into frame: inout Frame) {
    let width = frame.size.columns - 2
    let head = Rect(x: 0, y: 0, width: frame.size.columns, height: 3)
    frame.fill(head, style: .banner)
    let step = isOver ? steps.count : index + 1
    let skip = scene.say("\(Keymap.name(Self.skip, scene.language)): skip")
    let place = scene.say("\(step) of \(steps.count)")
    let state = isOver ? place : skip + " · " + place
    let room = width - Text.width(state) - 2
    if let answer {
      frame.put(
        "✓ " + scene.say(answer), x: 1, y: 0, style: Style(.banner, bold: true), width: room)
    }
    frame.put(state, x: 1, y: 0, style: .banner, width: width, alignment: .right)
    frame.paragraph(
      text(scene), in: Rect(x: 1, y: 1, width: width, height: 2), style: Style(.banner))
  }

  private func text(_ scene: Scene) -> String {
    guard !isOver else { return scene.say("That was all. Look around as long as you like") }
    return scene.say(steps[index].text(Sight(scene: scene)))
  }
}

extension Scene {
  /// Lets the lesson, if there is one, see what a key has led to.
  package mutating func follow(_ key: Key, from before: Scene) {
    let after = self
    guide?.follow(key, from: before, to: after)
  }
}
