package import Journaling
import WorkshopCore

/// Something to type in that can be opened again from what a draft keeps of it, by whoever sits there next.
///
/// The keys that open it go the same way, so that it is the same both times.
package struct Reopening: Sendable {
  /// The id of the action that opens it, where one does.
  package let id: String
  private let stack: @Sendable (Details, Scene) -> [any Overlay]

  /// Ids and words that it is made from, by names of its own.
  package typealias Details = [String: String]

  /// A line to type; nil where what it is of is gone.
  package init(_ id: String, prompt: @escaping @Sendable (Details, Scene) -> Prompt?) {
    self.id = id
    stack = { details, scene in prompt(details, scene).map { [$0] } ?? [] }
  }

  private init(id: String, stack: @escaping @Sendable (Details, Scene) -> [any Overlay]) {
    self.id = id
    self.stack = stack
  }

  /// A panel with what it lies over, that first; nothing where what it is of is gone.
  package static func stack(
    _ id: String, _ stack: @escaping @Sendable (Details, Scene) -> [any Overlay]
  ) -> Reopening {
    Reopening(id: id, stack: stack)
  }

  /// A card's form, or another one; nil where what it edits is gone.
  package static func form(
    _ id: String, _ form: @escaping @Sendable (Details, Scene) -> Form?
  ) -> Reopening {
    stack(id) { details, scene in form(details, scene).map { [$0] } ?? [] }
  }

  /// What opens at a place, the lowest first and what is typed in last; nothing where its place is gone.
  func overlays(
    at place: TypedPlace, with details: Details, _ scene: Scene
  ) -> [any Overlay] {
    var all = stack(place.of.merging(details) { $1 }, scene)
    if let top = all.popLast() { all.append(top.placed(at: place, with: details)) }
    return all
  }

  /// The line alone, for whoever changes it before it opens.
  package func prompt(
    of details: [String: String?] = [:], with more: [String: String?] = [:], _ scene: Scene
  ) -> Prompt? {
    overlay(of: details, with: more, scene) as? Prompt
  }

  /// Opens it over what is open.
  ///
  /// - Parameters:
  ///   - details: what it is of: a text that is left there is found by it again.
  ///   - more: what else it is made from.
  package func opened(
    of details: [String: String?] = [:], with more: [String: String?] = [:], _ scene: Scene
  ) -> Outcome {
    overlay(of: details, with: more, scene).map { .open($0, scene) } ?? .nothing
  }

  private func overlay(
    of details: [String: String?], with more: [String: String?], _ scene: Scene
  ) -> (any Overlay)? {
    overlays(at: TypedPlace(id, of: details), with: more.compactMapValues { $0 }, scene).last
  }
}

extension Reopening {
  /// The form of a card, at any of its fields.
  static let card = form(CardSubject.form) { details, scene in
    scene.workshop.card(details[CardSubject.card]).flatMap {
      $0.isGone ? nil : Form($0.id, scene)
    }
  }
}

extension [Reopening] {
  /// Those of the shell itself.
  package static var shell: [Reopening] { [.card, .thirdText, .timeLeft] }
}

extension Scene {
  /// What opens where a text belongs; nothing where that is gone.
  private func overlays(for typed: TypedText) -> [any Overlay] {
    features.reopenings.first { $0.id == typed.place.id }?
      .overlays(at: typed.place, with: typed.with, self) ?? []
  }

  /// Whether there is still something that a text belongs to.
  package func hasPlace(for typed: TypedText) -> Bool { !overlays(for: typed).isEmpty }

  /// Opens what a text was typed in, with the text; false where that is gone.
  package mutating func reopen(_ typed: TypedText) -> Bool {
    var all = overlays(for: typed)
    guard let top = all.popLast()?.resuming(typed, self) else { return false }
    // Where it was given in the last moment there is nothing to hand back.
    if top.unfinished != nil { focus.overlays += all + [top] }
    return true
  }
}
