import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Persona
@testable import Shell

/// What tests of the persona game share: its desk, what the room sees, the words of a picture.
protocol PersonaGame {}

extension PersonaGame {
  static var sizes: [Size] {
    [(80, 24), (60, 15), (120, 26)].map { Size(columns: $0, rows: $1) }
  }
  static var pictures: [(String, Int, Int)] {
    Language.builtIn.flatMap { code in sizes.map { (code, $0.columns, $0.rows) } }
  }

  /// The game's desk in a workshop of five tables, an hour on the clock.
  func game(_ code: String = "en", deal: Deck.Deal = .full, deck: String = "persona") throws
    -> Desk
  {
    var plan = try #require(Content.builtIn.template("digital-builders")).resolved(in: code)
    for session in plan.sessions.indices {
      for index in plan.sessions[session].activities.indices
      where plan.sessions[session].activities[index].kind == "persona" {
        plan.sessions[session].activities[index].deal = deal
        plan.sessions[session].activities[index].deck = deck
      }
    }
    var scene = Stage.scene(plan, then: [.activityOpened(activity: "persona", seconds: 3600)])
    scene.language = Fixture.language(code)
    return Desk(scene)
  }

  /// What the room sees of a desk's workshop.
  func stage(_ desk: Desk, _ size: Size = Size(columns: 80, rows: 24)) -> String {
    var scene = desk.scene
    scene.role = .stage
    scene.focus = Focus()
    return View.draw(scene, size: size).text
  }

  func personas(_ desk: Desk) -> [Card] { desk.scene.workshop.cards(on: "personas") }

  func hand(_ persona: Card) -> [String] {
    (persona["drawn"] ?? "").split(separator: " ").map(String.init)
  }

  /// Words of a picture, boxes read one after another, line by line.
  static func words(_ picture: String) -> String {
    let lines = picture.split(separator: "\n").map(String.init)
    // Columns of boxes, then the lines as they stand.
    let cells = lines.map { $0.split(separator: "│").map(String.init) }
    let most = cells.map(\.count).max() ?? 0
    let byColumn = (0..<most).map { column in
      cells.compactMap { $0.indices.contains(column) ? $0[column] : nil }.joined(separator: " ")
    }
    return (byColumn + [lines.joined(separator: " ")]).joined(separator: " ")
      .split { $0 == " " || $0 == "│" }.joined(separator: " ")
  }

  /// Every word that may stand on the game's stage.
  static func known(_ scene: Scene) -> Set<String> {
    let deck = scene.content.decks["persona"]
    let phrases: [Phrase] = ["Card \(1) of \(1)", "Table \(1)"]
    var texts: [String] = phrases.map { scene.say($0) }
    texts += (phrases + ["Scan"]).map { scene.say($0).uppercased() }
    for category in deck?.categories ?? [] {
      texts.append(scene.say(category.label))
      texts += category.cards.map { scene.say($0.text) }
    }
    for activity in scene.workshop.plan.activities {
      texts += [scene.say(activity.title), scene.say(activity.question)]
    }
    texts += scene.workshop.plan.themes.map { scene.say($0.name) }
    let words: [String] = texts.flatMap { $0.split(separator: " ") }.map(String.init)
    return Set(words)
  }

  /// The words of a picture that are only a part of one that may stand there.
  static func parts(in picture: String, _ scene: Scene) -> [Substring] {
    let known = known(scene)
    return words(picture).split(separator: " ").filter { word in
      word.contains(where: \.isLetter) && !known.contains(word.filter { $0 != "…" })
    }
  }

  static func with(tables: Int, _ workshop: Workshop, _ now: Moment) -> Workshop {
    var plan = workshop.plan
    plan.tables = tables
    return History(
      plan: plan,
      entries: [
        Stage.entry(
          .activityOpened(activity: "persona", seconds: 3600), 1, at: now.milliseconds - 1000)
      ], catalogue: .all
    ).workshop
  }
}
