import Languages
package import Shell
import Terminal
import WorkshopCore

/// How the stage goes through the personas: the draw card by card, each table's hand, the gallery.
///
/// Every view has a place in a row of places, so that two keys, there and back, are all it takes.
enum PersonaSteps {
  /// One picture on the stage.
  struct Place: Equatable, Sendable {
    let view: String
    let step: Int
  }

  /// The game's places, or the gallery's while it is shown.
  static func places(_ scene: Scene, _ activity: Activity) -> [Place] {
    let all = Place(view: "", step: 0)
    func series(_ view: String, _ count: Int) -> [Place] {
      (0..<count).map { Place(view: view, step: $0) }
    }
    let gallery =
      series(PersonaView.gallery, scene.personas(activity).count)
      + [Place(view: PersonaView.side, step: 0)]
    guard activity.kind == ActivityKind.persona.id else { return [all] + gallery.dropLast() }
    if isGallery(scene, activity) { return gallery }
    let dealt = scene.dealt(activity).count
    let rounds = scene.dealRounds(activity).count
    return series(PersonaView.deal, dealt == 0 ? 0 : rounds + 1) + [all]
      + series(PersonaView.hand, dealt)
  }

  static func isGallery(_ scene: Scene, _ activity: Activity) -> Bool {
    [PersonaView.gallery, PersonaView.side].contains(scene.view(of: activity).name)
  }

  /// Where the stage is; the usual view where that is no place of the row.
  static func index(_ scene: Scene, _ activity: Activity, in places: [Place]) -> Int {
    let view = scene.view(of: activity)
    let exact = places.firstIndex(of: Place(view: view.name, step: view.step))
    let last = places.lastIndex { $0.view == view.name }
    return exact ?? last ?? places.firstIndex { $0.view.isEmpty } ?? 0
  }

  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let nobody: Phrase? = scene.personas(activity).isEmpty ? "There is no persona yet" : nil
    let isDealing = scene.view(of: activity).name == PersonaView.deal
    let isGallery = isGallery(scene, activity)
    return [
      Binding(
        .character("."), do: forward,
        hint: isDealing ? "flip" : isGallery ? "next persona" : nil, unless: nobody),
      Binding(.character(","), do: back, unless: nobody),
      Binding(
        .character("g"), do: toggleGallery, hint: isGallery ? "end gallery" : "gallery",
        unless: nobody),
      Binding(.character("G"), do: toggleSide, unless: nobody),
    ]
  }

  private static let forward = step("turn-next", "Flip the next card, or show the next persona", 1)
  private static let back = step("turn-back", "Flip it back, or show the previous persona", -1)

  private static func step(_ id: String, _ phrase: Phrase, _ step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current else { return .refused("Nothing has started") }
      let places = places(scene, activity)
      let isTwist = scene.view(of: activity).name == PersonaView.twist
      let next = index(scene, activity, in: places) + (isTwist ? 0 : step)
      guard places.indices.contains(next) else {
        return .refused(step > 0 ? "That was the last one" : "This is the first one")
      }
      let place = places[next]
      return .event(.viewShown(activity: activity.id, view: place.view, step: place.step))
    }
  }

  private static let toggleGallery = toggle(
    "gallery", "The gallery: every persona in turn, or back", PersonaView.gallery)
  private static let toggleSide = toggle(
    "side-by-side", "All personas side by side, or back", PersonaView.side)

  private static func toggle(_ id: String, _ phrase: Phrase, _ view: String) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current else { return .refused("Nothing has started") }
      let now = scene.view(of: activity).name
      // The gallery ends with all of them side by side: one key leaves both.
      let isOn = now == view || (view == PersonaView.gallery && now == PersonaView.side)
      return .event(.viewShown(activity: activity.id, view: isOn ? "" : view, step: 0))
    }
  }
}

extension ActivityKind {
  /// The kind with the personas' gallery: any activity whose board has persona sheets can show it.
  package var withGallery: ActivityKind {
    guard id != Self.persona.id else { return self }
    let plain = self
    var kind = self
    kind.stage = { scene, activity, frame, rect in
      let isWall = plain.traits.contains(.plain) && !scene.personas(activity).isEmpty
      if isWall || PersonaSteps.isGallery(scene, activity) {
        GalleryView.draw(scene, activity, into: &frame, in: rect)
      } else {
        plain.stage(scene, activity, &frame, rect)
      }
    }
    kind.desk = { scene, activity in
      PersonaDesk.stage(scene, activity)
        + (plain.traits.contains(.plain) && !scene.personas(activity).isEmpty
          ? PersonaDesk.tables(scene, activity) : plain.desk(scene, activity))
    }
    kind.bindings = { scene, activity in
      let own = plain.bindings(scene, activity)
      let keys = Set(own.flatMap(\.keys))
      return own
        + PersonaSteps.bindings(scene, activity).filter { keys.isDisjoint(with: $0.keys) }
    }
    if kind.traits.contains(.plain) { kind.notesBindings = Self.persona.notesBindings }
    return kind
  }
}
