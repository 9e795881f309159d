package import WorkshopCore

/// Which activity's part of a report writes down a board, a canvas, what a jury said: what several activities
/// fill stands in the part of one of them, and so once.
package struct ReportWriters: Equatable, Sendable {
  /// An activity of the plan that fills boards or canvases.
  package struct Writer: Equatable, Sendable {
    package let activity: Activity
    /// The moment that its part tells of, in milliseconds since 1970; nil where that is now.
    package let moment: Int64?
    fileprivate let session: String
    /// It was opened at least once.
    fileprivate let isHeld: Bool
    fileprivate let canvas: String?
    fileprivate let fillsCanvas: Bool
    fileprivate let writesBoard: Bool
    fileprivate let traits: KindTraits
  }

  fileprivate let all: [Writer]

  /// - Parameter scene: of the workshop as it is now.
  init(of scene: Scene) {
    all = scene.workshop.plan.sessions.flatMap { session in
      session.activities.compactMap { activity in
        let kind = scene.kind(of: activity)
        guard kind.fillsCanvas || kind.writesBoard || kind.traits.contains(.jury) else {
          return nil
        }
        return Writer(
          activity: activity,
          moment: scene.moment(of: activity).flatMap { scene.isPast($0) ? $0 : nil },
          session: session.id, isHeld: scene.workshop.openings[activity.id] != nil,
          canvas: scene.canvas(of: activity), fillsCanvas: kind.fillsCanvas,
          writesBoard: kind.writesBoard, traits: kind.traits)
      }
    }
  }

  fileprivate static func last(of writers: [Writer]) -> Writer? {
    writers.last { $0.isHeld } ?? writers.last
  }
}

extension Scene {
  /// The last activity held that fills canvases, or journeys, of a kind.
  package func writer(ofCanvas canvas: String) -> ReportWriters.Writer? {
    ReportWriters.last(of: writers.all.filter { $0.fillsCanvas && $0.canvas == canvas })
  }

  /// The last activity held that fills a board, where a kind made for such cards goes before a plain board.
  ///
  /// - Parameter session: of the activities of that session alone; nil: of all.
  package func writer(of board: Board, in session: Session? = nil) -> ReportWriters.Writer? {
    let users = writers.all.filter {
      $0.writesBoard && (session == nil || $0.session == session?.id)
        && self.board(of: $0.activity)?.id == board.id
    }
    let made = users.filter { !$0.traits.contains(.plain) }
    return ReportWriters.last(of: made.isEmpty ? users : made)
  }

  /// The last activity held in which a jury filled in forms on a board.
  package func juryWriter(of board: Board) -> ReportWriters.Writer? {
    writers.all.last {
      $0.traits.contains(.jury) && $0.isHeld && self.board(of: $0.activity)?.id == board.id
    }
  }
}
