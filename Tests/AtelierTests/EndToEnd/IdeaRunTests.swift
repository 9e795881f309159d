import Foundation
import Testing

@testable import atelier

extension EndToEnd.Runs {
  /// Ideas that come as files and on standard input.
  @Suite struct IdeaRunTests {
    private let place = Folder()
    private let workshop: String

    init() throws {
      workshop = try place.workshop()
      place.put(
        "Horodateur;Nom;Idée;Thème;Votes\n1;Lan Nguyen;\"Un banc\nà l’ombre\";inclusion;3\n2;;Un bus;licornes;\n",
        "idees.csv")
      place.put("# Ville\n- Un banc\n- Une fontaine\n", "idees.md")
    }

    private func texts() throws -> [String] { try State(workshop).texts(on: "ideas") }

    @Test func `a file of ideas is told, tried, taken in once and taken in no second time`() throws
    {
      let before = try texts().count
      let words = ["import", workshop, place / "idees.csv", "--board", "ideas", "--language", "en"]
      let trial = try Program.run(Program.path, words + ["--dry-run"])
      #expect(trial.code == 0 && trial.out.contains("Read as a table. Ideas: 2"))
      #expect(trial.out.contains("Columns not read: Horodateur"))
      #expect(try texts().count == before)
      let run = try Program.run(Program.path, words)
      #expect(run.code == 0 && run.out.contains("new 2, changed 0, already there 0"), "\(run.out)")
      #expect(run.out.contains("licornes (1)"))
      let again = try Program.run(Program.path, words)
      #expect(again.out.contains("new 0, changed 0, already there 2"), "\(again.out)")
      let list = try Program.run(
        "import", workshop, place / "idees.md", "--board", "ideas", "--language", "en")
      #expect(list.out.contains("New clusters: Ville"), "\(list.out)")
      let all = try texts().joined(separator: "\n")
      #expect(all.contains("Un banc\nà l’ombre") && all.contains("Une fontaine"))
    }

    @Test func `what names no board, or holds no idea, ends with an error`() throws {
      place.put("", "empty.csv")
      let none = try Program.run("import", workshop, place / "idees.csv", "--board", "nowhere")
      #expect(none.code == 1 && none.err.contains("Ideas"))
      let empty = try Program.run("import", workshop, place / "empty.csv", "--board", "ideas")
      #expect(empty.code == 1)
    }

    @Test func `lines of standard input are decoded, lose their list marks and keep their marks`()
      throws
    {
      let bytes = Data([
        0x2D, 0x20, 0x43, 0x61, 0x66, 0xE9, 0x20, 0xE0, 0x20, 0x63, 0xF4, 0x74, 0xE9, 0x0A,
      ])
      let run = try Program.run(
        "add", workshop, "--board", "ideas", input: bytes + Data("1. Un bus @bob\n".utf8))
      #expect(run.code == 0)
      let all = try texts().joined(separator: "\n")
      #expect(
        all.contains("Café à côté") && !all.contains("\u{FFFD}") && !all.contains("1. Un bus"))
      let card = try State(workshop).cards.first { $0["text"] as? String == "Un bus" }
      #expect(card?["author"] as? String == "bob")
    }

    @Test func `a table is not taken for lines, and a picture for no text`() throws {
      let before = try texts().count
      let table = try Program.run(
        "add", workshop, "--board", "ideas", input: Data("Texte;Auteur\nUn banc;Léa\n".utf8))
      #expect(table.code == 1 && table.err.contains("import"))
      let picture = try Program.run(
        "add", workshop, "--board", "ideas", input: Data([0x50, 0x00, 0x4E, 0x47, 0x0A]))
      #expect(picture.code == 1)
      #expect(try texts().count == before)
    }

    @Test func `what is unknown is answered with what there is`() throws {
      let theme = try Program.run("add", workshop, "--board", "ideas", "--theme", "unicorns", "x")
      #expect(theme.code == 1 && theme.err.contains("unicorns"))
      #expect(theme.err.contains("there are") || theme.err.contains("no themes"))
      let zone = try Program.run("add", workshop, "--board", "ideas", "--zone", "nowhere", "x")
      #expect(zone.code == 1 && (zone.err.contains("there are") || zone.err.contains("no columns")))
    }
  }
}
