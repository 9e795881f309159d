import Testing
import WorkshopCore

/// A typed choice is a choice: what a text means among things that have names.
@Suite struct ReadingTests {
  private static func choice(_ id: String, _ en: String, _ fr: String, _ hu: String) -> Choice {
    Choice(id: id, label: Localized(texts: ["en": en, "fr": fr, "hu": hu]))
  }

  private static let statuses = [
    choice("todo", "To do", "À faire", "Teendő"),
    choice("doing", "Doing", "En cours", "Folyamatban"),
    choice("blocked", "Blocked", "Bloquée", "Elakadt"),
    choice("done", "Done", "Faite", "Kész"),
    choice("dropped", "Dropped", "Abandonnée", "Elhagyva"),
    choice("hard-to-implement", "Hard to implement", "Difficile à mettre en œuvre", "Nehéz"),
    choice("followed", "Followed", "Suivi", "Követte"),
    choice("departed", "Departed from it", "Non suivi", "Eltért tőle"),
    choice("builder", "Builder", "Bâtisseur·euse", "Építő"),
    choice("go", "Go", "Retenir", "Induljon"),
    choice("go-if", "Go, if…", "Retenir, si…", "Induljon, ha…"),
  ]

  private static let read: [(String, String, String)] = [
    ("Faite", "fr", "done"), ("faite", "fr", "done"), ("FAITE", "hu", "done"),
    ("fai", "fr", "done"), ("Done", "fr", "done"), ("done", "hu", "done"), ("kesz", "hu", "done"),
    ("Kész", "fr", "done"), ("ke\u{301}sz", "hu", "done"), ("a faire", "fr", "todo"),
    ("À FAIRE", "fr", "todo"), ("todo", "fr", "todo"), ("to do", "hu", "todo"),
    ("bloq", "fr", "blocked"), ("folyam", "hu", "doing"), ("f", "fr", "done"),
    ("f", "hu", "doing"), ("difficile à mettre en oeuvre", "fr", "hard-to-implement"),
    ("Difficile à mettre en ŒUVRE", "hu", "hard-to-implement"), ("suivi", "fr", "followed"),
    ("non suivi", "fr", "departed"), ("batisseur", "fr", "builder"), ("Go", "en", "go"),
    ("go, if", "en", "go-if"), ("go-if", "hu", "go-if"), ("ret", "fr", "? go go-if"),
    ("d", "en", "? doing done dropped departed"), ("el", "hu", "? blocked dropped departed"),
    ("bientôt", "fr", "-"), ("", "fr", "-"), (" · ", "fr", "-"),
  ]

  @Test(arguments: read)
  func `a choice is read by label, id or beginning`(
    _ text: String, _ language: String, _ expected: String
  ) {
    let names = Self.statuses.map { Reading.Name($0, in: language) }
    #expect(Self.said(Reading(text, among: names)) == expected)
  }

  private static let roster = [
    "Odette Martin", "Zoé ŒUVRARD", "Kovács Anna", "Anna Kiss", "Annabelle Nagy", "Łukasz Øst",
    "Jürgen Groß", "Siobhán O’Brien", "Ædan Lær",
  ]

  private static let people: [(String, String)] = [
    ("Odette", "Odette Martin"), ("martin", "Odette Martin"), ("Martin Odette", "Odette Martin"),
    ("om", "Odette Martin"), ("O.M.", "Odette Martin"), ("od mar", "Odette Martin"),
    ("oeuvrard", "Zoé ŒUVRARD"), ("Zoe", "Zoé ŒUVRARD"), ("œuv", "Zoé ŒUVRARD"),
    ("kovacs", "Kovács Anna"), ("anna", "? Kovács Anna Anna Kiss"), ("annab", "Annabelle Nagy"),
    ("anna k", "? Kovács Anna Anna Kiss"), ("anna kis", "Anna Kiss"), ("lukasz", "Łukasz Øst"),
    ("ost", "Łukasz Øst"), ("gross", "Jürgen Groß"), ("obrien", "Siobhán O’Brien"),
    ("o'brien", "Siobhán O’Brien"), ("aedan", "Ædan Lær"), ("Piroska", "-"),
  ]

  @Test(arguments: people)
  func `a person is read by first name, surname or first letters`(
    _ text: String, _ expected: String
  ) {
    let names = Self.roster.map { Reading.Name($0, own: [$0]) }
    #expect(Self.said(Reading(text, among: names, by: .anyWord)) == expected)
  }

  @Test func `what fits is listed, the likeliest first`() {
    let names = Self.roster.map { Reading.Name($0, own: [$0]) }
    #expect(
      Reading.fitting("anna", among: names, by: .anyWord)
        == ["Kovács Anna", "Anna Kiss", "Annabelle Nagy"])
    #expect(Reading.fitting("", among: names, by: .anyWord) == Self.roster)
  }

  private static func said(_ reading: Reading) -> String {
    switch reading {
    case .one(let id): id
    case .several(let ids): "? " + ids.joined(separator: " ")
    case .none: "-"
    }
  }

  // MARK: In a journal

  private static let sheets: Shelf<Sheet> = [
    "action": Sheet(
      id: "action", title: "Action",
      fields: [
        Field(id: "text", label: "What"),
        Field(id: "project", label: "Project", type: .card, board: "projects"),
        Field(id: "owner", label: "Owner", type: .person),
        Field(id: "status", label: "Status", type: .choice, choices: statuses),
      ]),
    "person": Sheet(
      id: "person", title: "Person",
      fields: [
        Field(id: "text", label: "Name"),
        Field(id: "role", label: "Role", type: .choice, choices: statuses),
      ]),
  ]

  private static let plan = Plan(
    title: "T",
    people: [Person(id: "p-o", name: "Odette Martin", role: "Bâtisseur")],
    boards: [
      Board(id: "steps", title: "Steps", sheet: "action"),
      Board(id: "projects", title: "Projects", sheet: "project"),
    ])

  private static func entry(_ number: Int, _ event: Event) -> Entry {
    Entry(
      id: EntryID(writer: "ana", sequence: number), stamp: Stamp(milliseconds: Int64(number)),
      at: "", by: "Ana", event: event)
  }

  @Test func `what an old journal holds as bare text counts as what it means`() {
    let entries = [
      Self.entry(1, .cardAdded(board: "projects", text: "Guichet unique", fields: nil)),
      Self.entry(
        2,
        .cardAdded(
          board: "steps", text: "Call",
          fields: ["status": "Faite", "owner": "odette", "project": "guichet"])),
      Self.entry(3, .cardAdded(board: "steps", text: "Ask", fields: ["owner": "Piroska"])),
      Self.entry(4, .fieldSet(card: "ana-3", field: "status", value: "kesz", over: nil)),
      Self.entry(5, .fieldSet(card: "ana-3", field: "status", value: "perhaps", over: nil)),
    ]
    let workshop = History(
      plan: Self.plan, entries: entries, catalogue: Catalogue(sheets: Self.sheets)
    ).workshop
    #expect(workshop.card("ana-2")?["status"] == "done")
    #expect(workshop.card("ana-2")?["owner"] == "p-o")
    #expect(workshop.card("ana-2")?["project"] == "ana-1")
    #expect(workshop.card("ana-3")?["owner"] == "Piroska")
    #expect(workshop.card("ana-3")?["status"] == "perhaps")
    #expect(workshop.card("p-o")?["role"] == "builder")
    // The same set of entries, whatever their order of arrival.
    var late = History(plan: Self.plan, catalogue: Catalogue(sheets: Self.sheets))
    for entry in entries.reversed() { late.insert([entry]) }
    #expect(late.workshop == workshop)
    late.replan(Self.plan)
    #expect(late.workshop == workshop)
  }

  @Test func `the same choice in two words is no conflict`() {
    let entries = [
      Self.entry(1, .cardAdded(board: "steps", text: "Call", fields: nil)),
      Self.entry(2, .fieldSet(card: "ana-1", field: "status", value: "done", over: nil)),
      Self.entry(3, .fieldSet(card: "ana-1", field: "status", value: "Faite", over: nil)),
    ]
    let workshop = History(
      plan: Self.plan, entries: entries, catalogue: Catalogue(sheets: Self.sheets)
    ).workshop
    #expect(workshop.card("ana-1")?.hasRivals == false)
  }

  @Test(
    arguments: [
      ("ŒUVRARD", "oeuvrard"), ("Ægir", "aegir"), ("Straße", "strasse"), ("Øster", "oster"),
      ("Łódź", "lodz"), ("Őrségi Űrhajó", "orsegi urhajo"), ("e\u{301}te\u{301}", "ete"),
      ("ﬁn", "fin"), ("Ệ", "e"), ("x\u{304}", "x"), ("İzmir", "izmir"), ("日本", "日本"), ("👩‍💻", "👩‍💻"),
    ])
  func `letters are folded as people type them`(_ text: String, _ plain: String) {
    #expect(Fold.plain(text) == plain)
  }
}
