import Journaling
package import Languages
import Terminal
import WorkshopCore

/// What every role can ask for.
extension Action {
  package static let help = Action("help", "Help", onStage: true, hinted: .last) { scene in
    .open(HelpPanel(scene), scene)
  }

  /// Everything that can be done here, narrowed by typing.
  package static let palette = Action("palette", "All that can be done here") { scene in
    let items = Keymap.bindings(scene).filter { $0.action.id != "palette" }.map { binding in
      Menu.Item(
        label: scene.say(binding.action.phrase), detail: Keymap.names(binding, scene.language),
        disabled: binding.disabled, words: binding.action.words.map { scene.say($0) } ?? "",
        choose: binding.action.decide)
    }
    return .open(Menu(title: "What would you like to do?", items: items), scene)
  }

  package static let quit = Action("quit", "Quit", onStage: true) { scene in
    let question: Phrase
    if case .notSaved(let count, _) = scene.saving {
      question = "Not saved: \(count). Press again to leave; they go to a file elsewhere"
    } else {
      question = "Press again to leave; nothing is lost"
    }
    return twice("quit", question, scene) { .effect(.quit) }
  }

  package static let undo = Action(
    "undo", "Undo the last thing done here", onStage: true
  ) { _ in .effect(.undo) }
  package static let redo = Action("redo", "Redo", onStage: true) { _ in .effect(.redo) }
  package static let repaint = Action(
    "repaint", "Redraw the screen", onStage: true
  ) { _ in .effect(.repaint) }
  package static let nextTheme = Action(
    "next-theme", "Other colours: dark, light, high contrast, none", onStage: true
  ) { _ in
    .effect(.nextTheme)
  }
  package static let suspend = Action(
    "suspend", "Suspend; fg brings it back", onStage: true
  ) { $0.isRestricted ? .refused(restricted) : .effect(.suspend) }

  /// Asks for a second press within three seconds.
  ///
  /// Parabol asks the same of a facilitator who moves on while people are not ready
  /// (https://github.com/ParabolInc/parabol/pull/3823).
  package static func twice(
    _ id: String, _ question: Phrase, _ scene: Scene, then: () -> Outcome
  ) -> Outcome {
    if let armed = scene.focus.armed, armed.action == id, armed.until > scene.now.milliseconds {
      var outcome = then()
      var focus = outcome.focus ?? scene.focus
      focus.armed = nil
      outcome.focus = focus
      return outcome
    }
    var outcome = Outcome.focus(of: scene) {
      $0.armed = (id, scene.now.milliseconds + 3000)
    }
    outcome.notice = question
    return outcome
  }
}

extension Action {
  /// In every role, wherever a text is typed.
  package static let compose = Action("compose", "Write in your own editor") {
    $0.isRestricted ? .refused(restricted) : .effect(.compose)
  }

  /// Why what leads out of the program is off.
  package static let restricted: Phrase =
    "Not allowed at this terminal (restricted)"
}
