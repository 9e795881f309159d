import Testing
import WorkshopCore
import WorkshopQueries

/// Themes as cards: edited like everything else, and known to have been explored or not.
@Suite struct ThemesTests {
  private static let plan: Plan = {
    var plan = Room.plan
    plan.themes = [
      Theme(
        id: "data", name: Localized(texts: ["en": "Data", "hu": "Adatok"]), challenge: "Which?",
        sponsor: "The observatory"),
      Theme(id: "zoe", name: "Zoé's theme"),
    ]
    plan.boards.append(Board(id: "heard", title: "Facts", sheet: "fact"))
    return plan
  }()

  private func set(_ room: inout Room, _ field: String, to value: String, of theme: String) {
    let card = room.workshop.card(ofTheme: theme)
    room.when(
      .fieldSet(
        card: card?.id ?? "", field: field, value: value, over: card?.values[field]?.entry))
  }

  @Test func `the plan's themes lie on their board, beside a person of the same id`() {
    let workshop = Room(Self.plan).workshop
    #expect(workshop.themes == Self.plan.themes)
    #expect(workshop.cards(on: Workshop.themes).map(\.text) == ["Data", "Zoé's theme"])
    #expect(workshop.card(ofTheme: "zoe")?.board == Workshop.themes)
    #expect(workshop.people.map(\.id) == ["zoe"])
  }

  @Test func `an edited theme speaks in everyone's language, the others in the reader's`() {
    var room = Room(Self.plan)
    #expect(room.workshop.theme("data")?.name.text(in: "hu") == "Adatok")
    set(&room, "text", to: "Figures", of: "data")
    set(&room, "sponsor", to: "Nobody", of: "data")
    set(&room, "challenge", to: "", of: "data")
    let theme = room.workshop.theme("data")
    #expect(theme?.name.text(in: "hu") == "Figures" && theme?.sponsor == "Nobody")
    #expect(theme?.challenge == nil)
  }

  @Test func `a theme that comes up on the day is one, until it is in the bin`() {
    var room = Room(Self.plan)
    let id = room.card("The night shift", on: Workshop.themes)
    #expect(room.workshop.themes.map(\.id) == ["data", "zoe", id])
    room.when(.cardBinned(card: id))
    #expect(room.workshop.themes.map(\.id) == ["data", "zoe"])
  }

  @Test func `a theme is explored once the room made something of it; facts and wishes do not do`()
  {
    var room = Room(Self.plan)
    _ = room.card("One in six", on: "heard", fields: ["theme": "data"])
    room.when(.fieldsSet(field: "theme", values: ["zoe": "data"]))
    #expect(!room.workshop.isExplored("data"))
    let idea = room.card("A counter", fields: ["theme": "data"])
    #expect(room.workshop.isExplored("data") && !room.workshop.isExplored("zoe"))
    room.when(.cardBinned(card: idea))
    #expect(!room.workshop.isExplored("data"))
  }

  @Test func `what somebody says of a theme goes before what is counted`() {
    var room = Room(Self.plan)
    _ = room.card("A counter", fields: ["theme": "data"])
    set(&room, Theme.statusField, to: Theme.notExplored, of: "data")
    set(&room, Theme.statusField, to: Theme.explored, of: "zoe")
    #expect(!room.workshop.isExplored("data") && room.workshop.isExplored("zoe"))
    set(&room, Theme.statusField, to: "", of: "data")
    #expect(room.workshop.isExplored("data"))
  }

  @Test func `a plan's own board of that name stays what it is`() {
    var plan = Self.plan
    plan.boards.append(Board(id: "themes", title: "Topics", sheet: "idea"))
    var room = Room(plan)
    _ = room.card("An idea", on: "themes")
    #expect(room.workshop.boards.filter { $0.id == "themes" }.map(\.sheet) == ["idea"])
    #expect(room.workshop.themes.map(\.id) == ["data", "zoe"])
  }
}
