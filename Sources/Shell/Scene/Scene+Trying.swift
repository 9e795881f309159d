package import WorkshopCore

extension Scene {
  /// The scene as it would be if something had just happened: what a choice leads to is looked at
  /// before it is made.
  package func trying(_ events: Event...) -> Scene { trying(events) }

  package func trying(_ events: [Event]) -> Scene {
    var scene = self
    for (index, event) in events.enumerated() {
      scene.workshop.apply(
        Entry(
          id: EntryID(writer: "trying", sequence: index + 1),
          stamp: Stamp(milliseconds: now.milliseconds), at: "", by: me, event: event))
    }
    return scene
  }
}
