import Assets
import Journaling
import Languages
import Shell
import WorkshopCore

extension PlanWords {
  /// The names that a plan may use: of the program's kinds, of a content, and of what a workshop's room has
  /// made.
  init(_ content: Content, _ workshop: Workshop? = nil) {
    let languages = content.phrases.keys.sorted()
    let spoken = languages.compactMap { Language.find($0, in: content) }
    func words(_ items: [(String, Localized)]) -> [Word] {
      items.sorted { $0.0 < $1.0 }.map { Word($0.0, Array($0.1.texts.values)) }
    }
    let canvases = content.canvases.values.map { ($0.id, $0.title) }
    let journeys = content.journeys.values.map { ($0.id, $0.title) }
    self.init()
    self[.kind] = Features.all.kinds.map { kind in Word(kind.id, spoken.map { $0(kind.name) }) }
    self[.language] = spoken.map { Word($0.code, [$0.name] + $0.called) }
    self[.sheet] = words(content.sheets.values.map { ($0.id, $0.title) })
    self[.canvas] = words(canvases + journeys)
    self[.deck] = words(content.decks.values.map { ($0.id, $0.title) })
    self[.warmUp] = words(content.warmUps.map { ($0.id, $0.title) })
    self[.method] = words(content.methods.map { ($0.id, $0.title) })
    guard let workshop else { return }
    self[.board] = words(workshop.boards.map { ($0.id, $0.title) })
    self[.theme] = words(workshop.themes.map { ($0.id, $0.name) })
    self[.person] = workshop.people.map { Word($0.id, [$0.text]) }
  }
}
