import Assets
import Shell
import Testing
import WorkshopCore

@testable import Languages
@testable import People

/// A list of a kind that real offices send, who is in it and a part of what is told.
struct ListCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  /// `name | organisation | e-mail`, empty ones left out.
  let people: [String]
  let told: [String]

  init(_ description: String, _ text: String, _ people: [String], told: [String] = []) {
    testDescription = description
    self.text = text
    self.people = people
    self.told = told
  }

  static let all: [ListCase] = [
    ListCase(
      "a number of the participant beside the name",
      "N° participant;Nom;Prénom;Commune\n101;Keller;Ana;A\n102;Roy;Paul;B\n",
      ["Ana Keller | A", "Paul Roy | B"], told: ["Columns not read: N° participant"]),
    ListCase(
      "answers and days under a heading that means people",
      "Participant;Nom;Prénom;Inscrit\nOui;Keller;Ana;01/09/2026\nOui;Roy;Paul;01/09/2026\n",
      ["Ana Keller", "Paul Roy"]),
    ListCase(
      "a Hungarian number beside the name",
      "Résztvevő;Vezetéknév;Keresztnév\n1;Szűcs;Jenő\n2;Őri;Ágnes\n",
      ["Szűcs Jenő", "Őri Ágnes"]),
    ListCase(
      "attendees are counted",
      "Attendee #,First Name,Last Name,Email\n2001,Ana,Keller,ana@example.org\n2002,Paul,Roy,paul@example.org\n",
      ["Ana Keller | ana@example.org", "Paul Roy | paul@example.org"]),
    ListCase(
      "a word is no address",
      "Nom;Prénom;Courriel\nKeller;Ana;anonymous\nRoy;Paul;n/a\nBlin;Zoé;néant\n",
      ["Ana Keller", "Paul Roy", "Zoé Blin"], told: ["No e-mail address, not kept: anonymous"]),
    ListCase(
      "a town hall's one mailbox",
      "Nom;Prénom;Courriel\nKeller;Ana;a@o.example\nRoy;Paul;a@o.example\nBlin;Zoé;a@o.example\n",
      ["Ana Keller | a@o.example", "Paul Roy | a@o.example", "Zoé Blin | a@o.example"],
      told: ["line 3: Paul Roy is new, at the e-mail address of: Ana Keller"]),
    ListCase(
      "one known heading", "Nom;Fonction\nAna Keller;Directrice\nPaul Roy;Chef de projet\n",
      ["Ana Keller", "Paul Roy"], told: ["Columns not read: Fonction"]),
    ListCase(
      "long questions",
      "Horodateur,Quels sont vos nom et prénom ?,Votre collectivité d'appartenance,Votre mail ?\nx,Moreau Lucie,Nanterre,l@x.fr\n",
      ["Moreau Lucie | Nanterre | l@x.fr"]),
    ListCase(
      "long Hungarian questions",
      "Mi az Ön teljes neve?;Melyik szervezetnél dolgozik?\nNagy Éva;Kertváros\n",
      ["Nagy Éva | Kertváros"]),
    ListCase(
      "long English questions",
      "What is your first name?,And your last name?,Which company do you work for?\nAna,Keller,Orme\n",
      ["Ana Keller | Orme"]),
    ListCase(
      "two rows of headings, notices, the excused",
      ";;;\nListe des participants;;;\nIdentité;;Employeur;Contact\nNom;Prénom;Structure;Courriel\nLambert;Odile;Créteil;o@x.fr\nTotal;1;;\nExcusés :;;;\nBlanc;Luc;Bondy;\nPage 1/1;;;\n",
      ["Odile Lambert | Créteil | o@x.fr"],
      told: [
        "line 6: no person: Total", "line 7: no person: Excusés :",
        "line 8: will not come: Luc Blanc (Excusés :)", "line 9: no person: Page 1/1",
      ]),
    ListCase(
      "a status",
      "Name,Attendee Status\nAna Keller,Attending\nWei Zhang,Not Attending\nPaul Roy,Attending\n",
      ["Ana Keller", "Paul Roy"], told: ["line 3: will not come: Wei Zhang (Not Attending)"]),
    ListCase(
      "couples and how people are addressed",
      "Nom;Ville\nM. et Mme Rossi;Orme\nPaul et Ana Roy;Orme\nMme Zoé Blin;Port\n",
      [
        "M. Rossi | Orme", "Mme Rossi | Orme", "Paul Roy | Orme", "Ana Roy | Orme",
        "Zoé Blin | Port",
      ]),
    ListCase(
      "two addresses",
      "Name;E-mail;E-mail 2\nAna Keller;a@x.fr;b@x.fr\nPaul Roy;p@x.fr / q@x.fr;\n",
      ["Ana Keller | a@x.fr, b@x.fr", "Paul Roy | p@x.fr, q@x.fr"]),
    ListCase(
      "a Zoom report",
      "Meeting ID,Topic,Participants\n1,Atelier,2\n\nName (Original Name),User Email,Join Time,Leave Time,Guest\nAna Keller,a@x.fr,11/23/2026 09:00:00 AM,x,No\nAna Keller,a@x.fr,11/23/2026 10:00:00 AM,x,No\nPaul Roy,,11/23/2026 09:00:00 AM,x,Yes\n",
      ["Ana Keller | a@x.fr", "Paul Roy"], told: ["Day: 2 noted as there"]),
  ]
}

@Suite struct ListCaseTests {
  private static let plan = Plan(
    title: "T", sessions: [Session(id: "day", title: "Day", date: "2026-11-23", activities: [])])

  @Test(arguments: ListCase.all) func `a list gives its people, and what was left is told`(
    _ list: ListCase
  ) throws {
    let scene = Stage.scene(Self.plan)
    var setting = RosterFile.Setting(scene)
    setting.language = "fr"
    let file = try RosterFile(Array(list.text.utf8), setting)
    let merge = RosterMerge(
      file.rows, into: scene.workshop, session: file.session(Self.plan.sessions))
    let people = merge.additions.map { row in
      [row.name, row.fields[Card.organisation], row.fields[Card.email]].compactMap { $0 }
        .joined(separator: " | ")
    }
    #expect(people == list.people)
    let wording = RosterText(scene: scene)
    let told =
      (wording.visits(merge) + wording.lines(file, merge) + [wording.summary(file, merge)])
      .joined(separator: "\n")
    for line in list.told { #expect(told.contains(line), "\(told)") }
  }

  @Test func `an exported list that was corrected changes the people it came from`() throws {
    let plan = Plan(
      title: "T",
      people: [Person(id: "ana", name: "Ana Keler", organisation: "Orme", email: "a@x.fr")])
    let scene = Stage.scene(plan)
    let text = "Nom;Organisation;Table;Identifiant\nAna Keller;Port;3;ana\nPaul Roy;Port;;\n"
    let file = try RosterFile(Array(text.utf8), RosterFile.Setting(scene))
    let merge = RosterMerge(file.rows, into: scene.workshop)
    #expect(merge.additions.map(\.name) == ["Paul Roy"])
    let changed = merge.fillings.map { "\($0.card) \($0.field) \($0.value)" }
    #expect(changed == ["ana organisation Port", "ana table 3", "ana text Ana Keller"])
  }

  @Test func `a column is what a person says it is, and whoever is asked for is taken in`() throws {
    let text = "Qui;Rue;Statut\nAna Keller;Orme;absent\n"
    var wish = RosterFile.Wish()
    wish.columns = ["qui": "name", "rue": "organisation"]
    wish.takesAbsent = true
    let file = try RosterFile(Array(text.utf8), RosterFile.Setting(Stage.scene(Self.plan)), wish)
    #expect(file.rows.map(\.name) == ["Ana Keller"])
    #expect(file.rows.first?.fields[Card.organisation] == "Orme")
  }

  @Test func `what is told of a broken list has an end`() throws {
    let text = "Name;Town\n" + String(repeating: "\"Ana;Orme\n", count: 5000)
    let scene = Stage.scene(Self.plan)
    let file = try RosterFile(Array(text.utf8), RosterFile.Setting(scene))
    let lines = RosterText(scene: scene).lines(file, RosterMerge(file.rows, into: scene.workshop))
    #expect(lines.count < 100)
  }
}
