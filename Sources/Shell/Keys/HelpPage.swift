import Terminal

/// The `?` page: every key that works here, with what it does, and why it does not work now.
enum HelpPage {
  static func rows(_ scene: Scene) -> [Page.Row] {
    let bindings = Keymap.bindings(scene)
    return [Page.Row(text: scene.say(scene.role.name), isHeading: true)]
      + bindings.map { binding in
        let phrase = scene.say(binding.action.phrase)
        let reason = binding.disabled.map { " (\(scene.say($0)))" } ?? ""
        return Page.Row(
          term: Keymap.names(binding, scene.language),
          text: phrase + reason)
      }
  }
}
