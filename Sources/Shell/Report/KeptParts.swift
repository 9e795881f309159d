import Assets
import Languages
import Reporting
import Synchronization
import WorkshopCore

/// What a report that is written again and again says of activities that are over, composed once as long as
/// nothing changes of what it says.
///
/// One for each file: what may be told of the workshop, and who writes it, is the same each time.
package final class KeptParts: Sendable {
  /// What every part is composed from besides the state of its moment.
  private struct Basis: Equatable {
    let writers: ReportWriters
    let language: Language
    /// The workshop's own content, by file.
    let content: [String: String]
  }

  private struct Part {
    let activity: Activity
    let span: History.Span
    let now: Moment
    let blocks: [Report.Block]
  }

  private struct Kept {
    var basis: Basis?
    var parts: [ActivityID: Part] = [:]
  }

  private let kept = Mutex(Kept())

  package init() {}

  /// Lets go of all parts that were composed from something else than the report that begins.
  func begin(_ scene: Scene) {
    let basis = Basis(
      writers: scene.writers, language: scene.language, content: scene.content.ownTexts)
    kept.withLock { kept in
      if kept.basis != basis { kept = Kept(basis: basis) }
    }
  }

  /// The part of an activity.
  ///
  /// - Parameters:
  ///   - span: what the state that it tells of is folded from.
  ///   - now: the moment that it tells of.
  func blocks(
    of activity: Activity, _ span: History.Span, now: Moment, compose: () -> [Report.Block]
  ) -> [Report.Block] {
    if let part = kept.withLock({ $0.parts[activity.id] }), part.span == span, part.now == now,
      part.activity == activity
    {
      return part.blocks
    }
    let blocks = compose()
    kept.withLock {
      $0.parts[activity.id] = Part(activity: activity, span: span, now: now, blocks: blocks)
    }
    return blocks
  }
}

extension Scene {
  /// What a report says of an activity as it was at an instant.
  ///
  /// - Parameter milliseconds: since 1970.
  func part(of activity: Activity, at milliseconds: Int64) -> [Report.Block] {
    let compose = {
      self.kind(of: activity).report(self.asItWas(at: milliseconds), activity)
        .filter { !$0.isBlank }
    }
    guard let parts, let past, isPast(milliseconds) else { return compose() }
    return parts.blocks(
      of: activity, past.span(until: milliseconds),
      now: now.at(min(milliseconds, now.milliseconds)),
      compose: compose)
  }
}
