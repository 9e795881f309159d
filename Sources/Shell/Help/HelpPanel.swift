import Languages
package import Terminal
import WorkshopCore

/// The `?` page: the keys of this moment, what the signs on the screen mean, then every key by topic;
/// narrowed by typing.
package struct HelpPanel: Overlay {
  /// A heading with its rows.
  struct Part {
    let heading: String
    let rows: [Page.Row]
    /// Its rows stand once more below: a search leaves them out.
    var isRepeated = false
  }

  let parts: [Part]
  private var line = Line()
  private var scroll = 0

  /// How many keys a moment has.
  static let most = 10

  /// The help for what is on the screen.
  init(_ scene: Scene) {
    let bindings = Keymap.bindings(scene)
    let moment = Keymap.ofTheMoment(bindings, most: Self.most).map { Self.row($0, scene) }
    var parts = [
      Part(heading: scene.say("Now"), rows: moment, isRepeated: true),
      Part(heading: scene.say("Signs on this screen"), rows: Legend.rows(scene)),
      Part(
        heading: Self.here(scene),
        rows: bindings.filter { $0.topic == nil }.map { Self.row($0, scene) }),
    ]
    parts += Topic.allCases.map { topic in
      Part(
        heading: scene.say(topic.title),
        rows: bindings.filter { $0.topic == topic }.map { Self.row($0, scene) })
    }
    self.parts = parts.filter { !$0.rows.isEmpty }
  }

  private static func row(_ binding: Binding, _ scene: Scene) -> Page.Row {
    let reason = binding.disabled.map { " (\(scene.say($0)))" } ?? ""
    return Page.Row(
      term: Keymap.names(binding, scene.language),
      text: scene.say(binding.action.phrase) + reason, isQuiet: binding.disabled != nil)
  }

  /// What the keys without a topic belong to: what lies over the screen, or the activity.
  private static func here(_ scene: Scene) -> String {
    if scene.focus.overlay == nil, scene.role != .ballot, let current = scene.current {
      return scene.say(current.title)
    }
    return scene.say("At hand")
  }

  /// What is left of the rows when they are narrowed.
  private var rows: [Page.Row] {
    let wanted = Fold.plain(line.text).trimmed
    let found = parts.compactMap { part -> [Page.Row]? in
      if wanted.isEmpty { return Self.rows(part) }
      let rows = part.rows.filter { Fold.plain($0.term + " " + $0.text).contains(wanted) }
      return part.isRepeated || rows.isEmpty
        ? nil : Self.rows(Part(heading: part.heading, rows: rows))
    }
    return Array(found.joined(separator: [Page.Row(text: "", isHeading: true)]))
  }

  private static func rows(_ part: Part) -> [Page.Row] {
    [Page.Row(text: part.heading, isHeading: true)] + part.rows
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.escape, .enter, do: .leave, hint: "close"),
      Binding(.down, do: Self.scroll("scroll-down", "Down", by: 1), hint: "down"),
      Binding(.up, do: Self.scroll("scroll-up", "Up", by: -1), hint: "up"),
      Binding(.pageDown, do: Self.scroll("page-down", "A page down", by: 15), hint: "page"),
      Binding(.pageUp, do: Self.scroll("page-up", "A page up", by: -15)),
    ]
  }

  /// What is typed narrows the list; `?` once more closes it.
  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    if line.isEmpty, key == .character("?") { return .leave(scene) }
    var panel = self
    guard panel.line.take(key) else { return .nothing }
    panel.scroll = 0
    return .replace(panel, scene)
  }

  private static func scroll(_ id: String, _ phrase: Phrase, by rows: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? HelpPanel else { return .nothing }
      panel.scroll = max(0, min(panel.scroll + rows, panel.rows.count - 1))
      return .replace(panel, scene)
    }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let rows = rows
    let found = rows.isEmpty ? [Page.Row(text: scene.say("Nothing here"))] : rows
    Page(title: "Keys", lines: found, scroll: scroll).draw(scene, into: &frame, in: rect)
    Panel.line(
      line, into: &frame, x: rect.x + 2, y: rect.y + 2, width: rect.width - 4,
      placeholder: scene.say("Type a word to find a key"))
  }
}
