import Assets
import Foundation
import Testing
import WorkshopCore

@testable import Boards
@testable import Cards
@testable import Shell
@testable import Spreadsheets

/// Ideas from files as people and programs have them.
struct CardImportTests {
  private static let plan: Plan = {
    var plan = Self.barePlan
    plan.tables = 4
    return plan
  }()

  private static let barePlan = Plan(
    title: "Test", language: "fr",
    themes: [
      Theme(id: "incl", name: "Inclusion numérique"),
      Theme(id: "rel", name: "Relation aux usagers"),
    ],
    people: [
      Person(id: "p1", name: "Lucie Moreau"), Person(id: "p2", name: "Tarek Haddad"),
    ],
    boards: [
      Board(id: "ideas", title: "Idées", sheet: "idea"),
      Board(id: "other", title: "Autre", sheet: "idea"),
    ])

  private let scene = Stage.scene(Self.plan)

  private func read(_ text: String, _ name: String = "ideas.csv") throws -> CardFile {
    try read(Array(text.utf8), name)
  }

  private func read(_ bytes: [UInt8], _ name: String) throws -> CardFile {
    let board = try #require(scene.workshop.board("ideas"))
    return try CardFile(
      bytes, name: name, language: "fr", words: CardColumns.Words(scene.content),
      sheet: scene.sheet(of: board))
  }

  private func intake(_ file: CardFile, _ scene: Scene? = nil) throws -> CardIntake {
    let scene = scene ?? self.scene
    return CardIntake(file.rows, to: try #require(scene.workshop.board("ideas")), scene)
  }

  @Test func `the answers to a form are a card each, with theme and author, and breaks are kept`()
    throws
  {
    let file = try read(
      """
      Horodateur,Nom et prénom,Thématique,Votre idée,Pour qui ?
      12/11/2026 09:14:22,Lucie Moreau,Inclusion numérique,"Un guichet mobile, le samedi",Personnes âgées
      12/11/2026 18:02:07,Tarek Haddad,Relation aux usagers,"Ouvrir
      les données des files d'attente",Tous
      """)
    #expect(file.kind == .table)
    let cards = try intake(file).cards
    #expect(
      cards.map(\.text) == [
        "Un guichet mobile, le samedi", "Ouvrir\nles données des files d'attente",
      ])
    #expect(cards.map { $0.fields[Card.theme] } == ["incl", "rel"])
    #expect(cards.map { $0.fields[Card.author] } == ["Lucie Moreau", "Tarek Haddad"])
    #expect(cards.map { $0.fields["persona"] } == ["Personnes âgées", "Tous"])
    #expect(file.columns?.unread == ["Horodateur"])
  }

  @Test func `long questions are understood, and a row without an idea is none`() throws {
    let file = try read(
      """
      Horodateur,Adresse e-mail,Quels sont vos nom et prénom ?,"Dans quelle collectivité ou organisation travaillez-vous, et dans quel service ?",Quelle est votre fonction ?,"Sur quelle(s) thématique(s) souhaitez-vous travailler pendant l'atelier ? (plusieurs réponses possibles)","Avez-vous une contrainte alimentaire ou un besoin d'accessibilité dont nous devrions tenir compte ?","En une phrase, quelle idée apporteriez-vous ?"
      12/11/2026 09:14:22,lucie.moreau@exemple.fr,Moreau Lucie,"Ville de Nanterre, direction de la citoyenneté",Cheffe de service,"Inclusion numérique, Relation aux usagers",,"Un guichet mobile, le samedi"
      12/11/2026 18:02:07,t.haddad@exemple.fr,Haddad Tarek,Est Ensemble,Chargé de données,Relation aux usagers,Fauteuil roulant,"Ouvrir
      les données des files d'attente"
      13/11/2026 07:45:59,lucie.moreau@exemple.fr,Lucie Moreau,Ville de Nanterre,Cheffe de service,Inclusion numérique,allergie arachide,
      """)
    let cards = try intake(file).cards
    #expect(
      cards.map(\.text) == [
        "Un guichet mobile, le samedi", "Ouvrir\nles données des files d'attente",
      ])
    #expect(cards.map { $0.fields[Card.author] } == ["Lucie Moreau", "Tarek Haddad"])
    #expect(cards.map { $0.fields[Card.theme] } == ["incl", "rel"])
    #expect(file.left.count == 1)
    // Nobody's address, health or employer gets onto a board.
    #expect(
      !cards.contains { $0.fields.values.contains { $0.contains("@") || $0.contains("arachide") } })
  }

  @Test func `headings of a Markdown list are clusters, and its marks are read`() throws {
    let file = try read(
      """
      # Idées
      - Un guichet mobile #incl @lucie
      - Ouvrir les données des files d'attente #rel @tarek
        - sous-idée
      1. Une carte unique
      """, "idees.md")
    #expect(file.kind == .markdown)
    let intake = try intake(file)
    #expect(
      intake.cards.map(\.text) == [
        "Un guichet mobile", "Ouvrir les données des files d'attente", "sous-idée",
        "Une carte unique",
      ])
    #expect(intake.clusters == ["Idées"])
    #expect(intake.cards.allSatisfy { $0.newCluster == "Idées" })
    #expect(intake.cards[0].fields == [Card.theme: "incl", Card.author: "Lucie Moreau"])
    #expect(intake.cards[1].fields[Card.author] == "Tarek Haddad")
  }

  @Test func `an item that goes on keeps its lines, and words outside of lists are told`() throws {
    let file = try read(
      """
      ---
      title: Compte rendu
      ---
      Nous étions douze.

      ## Mobilité
      - [ ] Un abri
        pour les vélos
      * Plus de \\#bus

      ***

      Titre
      =====
      2) Des bancs
      """, "notes.md")
    #expect(file.rows.map(\.text) == ["Un abri\npour les vélos", "Plus de #bus", "Des bancs"])
    #expect(file.rows.map(\.cluster) == ["Mobilité", "Mobilité", "Titre"])
    #expect(file.left == [4])
  }

  @Test func `a text has an idea a line, without the marks of lists`() throws {
    let file = try read("• Un banc\n\n12. Une fontaine\n+ de vélos\n2026. Une année\n", "a.txt")
    #expect(file.kind == .lines)
    #expect(file.rows.map(\.text) == ["Un banc", "Une fontaine", "+ de vélos", "2026. Une année"])
  }

  @Test(arguments: [
    // Microsoft Forms, Mural, Klaxoon, a plain sheet in Hungarian and one in Spanish.
    (
      "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Votre proposition\n1;a;b;anonymous;Léa Roy;Un banc",
      "Léa Roy", ""
    ),
    (
      "ID,Text,BG Color,Border Color,Area,Last Updated By,Votes\n7,Un banc,#FFF,#000,Ville,Léa Roy,3",
      "Léa Roy", "Ville"
    ),
    ("Idée;Auteur;Catégorie;J'aime\nUn banc;Léa Roy;Ville;3", "Léa Roy", "Ville"),
    ("Ötlet;Szerző;Oszlop\nUn banc;Léa Roy;Ville", "Léa Roy", "Ville"),
    ("Propuesta;Autor;Columna\nUn banc;Léa Roy;Ville", "Léa Roy", "Ville"),
    ("Card Name,List Name,Labels\nUn banc,Ville,", "", "Ville"),
  ])
  func `exports of forms and boards are read by their headings`(
    text: String, author: String, cluster: String
  ) throws {
    let file = try read(text)
    #expect(file.rows.map(\.text) == ["Un banc"], "\(String(describing: file.columns))")
    #expect(file.rows.first?.author == author && file.rows.first?.cluster == cluster)
  }

  @Test func `several columns of ideas are an idea each`() throws {
    let file = try read("Nom;Idée 1;Idée 2;Idée 3\nLéa Roy;Un banc;Un bus;\n")
    #expect(file.rows.map(\.text) == ["Un banc", "Un bus"])
    #expect(file.rows.allSatisfy { $0.author == "Léa Roy" })
  }

  @Test func `the JSON of a Trello board has its lists, labels and votes, not its archive`() throws
  {
    let file = try read(
      #"""
      {"name": "B", "lists": [{"id": "l1", "name": "Ville"}], "members": [{"id": "m", "fullName": "Léa Roy"}],
       "cards": [
        {"name": "Un banc", "desc": "en bois", "idList": "l1", "idMembers": ["m"], "labels": [{"name": "rel"}],
         "idMembersVoted": ["a", "b"]},
        {"name": "Vieux", "idList": "l1", "closed": true}]}
      """#, "b.json")
    #expect(file.kind == .board)
    let cards = try intake(file).cards
    #expect(cards.map(\.text) == ["Un banc\nen bois"])
    #expect(cards[0].fields == [Card.theme: "rel", Card.author: "Léa Roy"])
    #expect(cards[0].newCluster == "Ville" && cards[0].voices == 2)
  }

  @Test func `our own list changes the cards that it knows by their id`() throws {
    var scene = scene
    scene.workshop.apply(
      Stage.entry(
        .cardAdded(board: "ideas", text: "Un banc", fields: nil), 1, at: Stage.now.milliseconds))
    scene.workshop.apply(
      Stage.entry(
        .cardAdded(board: "ideas", text: "Un bus", fields: nil), 2, at: Stage.now.milliseconds))
    let ids = scene.workshop.cards(on: "ideas").map(\.id)
    let file = try read(
      """
      Mur;Colonne;Thématique;Table;Texte;Auteur·rice;Voix;Ajoutée;Identifiant
      Idées;;Inclusion numérique;2;Un banc en bois;;1;2026-11-12;\(ids[0])
      Idées;;;;Un bus;;1;2026-11-12;\(ids[1])
      Idées;;;;Un train;;3;2026-11-12;x-99
      Autre;;;;Un avion;;1;2026-11-12;x-98
      """)
    let intake = try intake(file, scene)
    #expect(intake.changed == [ids[0]])
    #expect(intake.cards.map(\.text) == ["Un train"] && intake.cards[0].voices == 3)
    #expect(intake.known == 1 && intake.elsewhere == 1)
    for event in intake.changes {
      scene.workshop.apply(Stage.entry(event, 9, at: Stage.now.milliseconds))
    }
    #expect(scene.workshop.cards(on: "ideas").first?.text == "Un banc en bois")
  }

  @Test func `what stands on the board already is not added again, twice in a file is twice`()
    throws
  {
    var scene = scene
    scene.workshop.apply(
      Stage.entry(
        .cardAdded(board: "ideas", text: "Un  Banc", fields: nil), 1, at: Stage.now.milliseconds))
    let intake = try intake(try read("un banc\nUn bus\nUn bus\n", "a.txt"), scene)
    #expect(intake.cards.map(\.text) == ["Un bus", "Un bus"] && intake.known == 1)
  }

  @Test func `a table in words that nobody knows has its longest column for the ideas`() throws {
    let file = try read("Xyz,Qrs\n1,Un banc à l’ombre\n2,Une fontaine pour tous\n")
    #expect(file.rows.map(\.text).contains("Un banc à l’ombre"))
    #expect(file.columns?.headings.isEmpty == true)
  }

  @Test(arguments: [
    "Texte;Auteur;Thème", "text,author,votes", "Ötlet\tSzerző", "\"Idée\",\"Nom\",\"Date\"",
  ])
  func `headings of a table are told from an idea`(line: String) {
    #expect(CardFile.isHeading(line, CardColumns.Words(scene.content)))
  }

  @Test(arguments: [
    "Des bancs, des arbres et de l’eau", "Une idée; une autre", "Texte", "Ideas, notes and names",
    "",
    "Un banc, par Léa",
  ])
  func `an idea is no heading`(line: String) {
    #expect(!CardFile.isHeading(line, CardColumns.Words(scene.content)))
  }

  @Test func `unknown themes are told, and hostile letters are none`() throws {
    let intake = try intake(try read("Texte;Thème\nUn \u{202E}banc\u{7};Licornes\n"))
    #expect(intake.cards.map(\.text) == ["Un banc"] && intake.unknown["theme"] == ["Licornes": 1])
  }
}
