import Foundation
import Testing

extension EndToEnd.Rooms {
  /// A list of people from a spreadsheet to the door, and from there to the report.
  @Suite struct PeopleTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    private static let list = """
      Nom;Prénom;Collectivité;Courriel;Téléphone
      Nagy;Ilona;Kertváros;ilona@secret.example;06
      Diallo;Karim;Ville-Haute;karim@secret.example;07
      Keller;Ana;Saint-Orme;ana@secret.example;08
      Roy;Zoé;Port;zoe@secret.example;
      Rossi;Sofia;Pont-Neuf;;
      Szűcs;Hugo;Pont-Neuf;;
      ;;Personne;x@secret.example;
      """

    /// Who is marked as present, by name.
    private func here() throws -> [String] {
      let people = try #require(try State(workshop).document["people"] as? [[String: Any]])
      return people.filter { ($0["present"] as? [String])?.isEmpty == false }
        .compactMap { $0["name"] as? String }.sorted()
    }

    @Test func `import tells what it did, and a second run adds nobody`() throws {
      place.put(Self.list, "people.csv")
      let trial = try Program.run("import", workshop, place / "people.csv", "--dry-run")
      #expect(trial.code == 0 && trial.out.contains("+ Ilona Nagy, Kertváros"), "\(trial)")
      #expect(trial.out.hasSuffix("Nothing was written: --dry-run.\n"))
      #expect(try State(workshop).cards.isEmpty, "a trial writes nothing")
      let sum = "7 people: 6 new, 0 known, 1 not read (line 8: no name)\n"
      let first = try Program.run("import", workshop, place / "people.csv")
      #expect(first.code == 0 && first.err.isEmpty, "\(first)")
      #expect(first.out == "Columns not read: Téléphone\n" + sum)
      #expect(try State(workshop).texts(on: "people").contains("Zoé Roy"))
      let again = try Program.run("import", workshop, "-", input: Data(Self.list.utf8))
      #expect(again.code == 0 && again.out.contains("0 new, 6 known, 1 not read"), "\(again)")
      #expect(try State(workshop).texts(on: "people").count == 6)
      let french = try Program.run(
        "import", workshop, place / "people.csv", "--language", "fr", "--dry-run")
      #expect(french.out.contains("déjà connues 6"), "\(french)")
    }

    @Test func `import fails when nothing can be read, and is misused without a list`() throws {
      place.put("PK\u{3}\u{4}", "people.xlsx")
      place.put("Nom;Ville\n;Port\n", "nobody.csv")
      for file in ["people.xlsx", "nobody.csv", "missing.csv"] {
        let run = try Program.run("import", workshop, place / file)
        #expect(run.code == 1, "\(run)")
      }
      #expect(try Program.run("import", workshop).code == 2)
      #expect(try Program.run("import", workshop, "x", "--encoding", "ebcdic").code == 2)
      #expect(try State(workshop).cards.isEmpty)
    }

    @Test func `people are checked in at two terminals at once, and no address leaves the house`()
      throws
    {
      place.put(Self.list, "people.csv")
      try Program.run("import", workshop, place / "people.csv")
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      try desk.press("n")
      let stage = try tmux.atelier("stage", "stage", workshop)
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "bea")
      try notes.see("The facilitator is at")
      try desk.press("I")
      try notes.press("M-c")
      for pane in [desk, notes] { try pane.see("Check-in", "0 of 6 here") }
      for letters in ["ilo", "kar"] { try desk.enter(letters) }
      try notes.enter("zo")
      for letters in ["kell", "ross"] { try desk.enter(letters) }
      for pane in [desk, notes] { try pane.see("5 of 6 here") }
      try desk.enter("Marta Silva, Haven")
      try desk.see("New: Marta Silva, Haven? Enter adds")
      try desk.press("Enter")
      for pane in [desk, notes] { try pane.see("6 of 7 here") }
      try notes.enter("zoe")
      try notes.see("Zoé Roy is here. Enter takes it back")
      try notes.press("Enter")
      for pane in [desk, notes] { try pane.see("5 of 7 here") }
      #expect(
        try here() == ["Ana Keller", "Ilona Nagy", "Karim Diallo", "Marta Silva", "Sofia Rossi"])
      try desk.press("Escape")
      try desk.lose("Check-in")
      try desk.see("5 of 7")
      try wait(
        "the minutes",
        until: {
          ["5/7", "5 of 7"].contains(where: place.text("w/minutes.md").contains)
        })
      for pane in [desk, notes, stage] { #expect(try !pane.screen.contains("secret.example")) }
      for file in ["w/minutes.md", "w/session.json"] {
        #expect(place.text(file).contains("Karim Diallo"), "\(file)")
        #expect(!place.text(file).contains("secret.example"), "\(file)")
      }
    }
  }
}
