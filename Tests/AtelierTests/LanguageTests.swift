import Assets
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

@Suite struct LanguageTests {
  private let french = Language(
    code: "fr",
    phrases: ["{} of {}": "{2} dont {1}", "Next": "Suite", "{} cards": "{} étiquettes"],
    traits: Content.builtIn.traits["fr"] ?? LanguageTraits())

  @Test func `values stand where the translation puts them`() {
    #expect(french("\(3) of \(5)") == "5 dont 3")
    #expect(french("\(3) cards") == "3 étiquettes")
    #expect(french("\("{}") cards") == "{} étiquettes", "braces that somebody typed are text")
    #expect(french("No such phrase") == "No such phrase")
    #expect(Language.english("\(3) of \(5)") == "3 of 5")
  }

  @Test func `labels are punctuated as the language does`() {
    #expect(french.labelled("Projet", "Bus") == "Projet\u{A0}: Bus")
    #expect(Language.english.labelled("Project", "Bus") == "Project: Bus")
    #expect(Language.english.labelled("And the vote?", "Followed") == "And the vote? Followed")
  }

  @Test func `a list has the separator that spreadsheets of its language expect`() {
    let separators = ["en", "es", "fr", "hu"].map {
      Language.find($0, in: .builtIn)?.separator
    }
    #expect(separators == [",", ";", ";", ";"])
  }

  @Test func `a decimal stands after the language's own mark`() {
    #expect(Language.english.oneDecimal(4.25) == "4.3")
    #expect(french.oneDecimal(4.04) == "4,0")
  }

  @Test func `accents and capitals do not matter to a search`() {
    #expect(Fold.plain("Élève Őrült ŒUVRE") == "eleve orult oeuvre")
    #expect(Fold.plain("plain") == "plain")
  }
}

@Suite struct LineTests {
  private func typed(_ labels: [String], from text: String = "") -> Line {
    var line = Line(text)
    for key in labels.compactMap(Key.init(label:)) { _ = line.take(key) }
    return line
  }

  @Test func `a line is edited where its caret is`() {
    #expect(typed(["a", "b", "←", "c"]).text == "acb")
    #expect(typed(["Home", "x"], from: "abc").text == "xabc")
    #expect(typed(["Backspace", "Backspace"], from: "abc").text == "a")
    #expect(typed(["Home", "Delete"], from: "abc").text == "bc")
    #expect(typed(["Ctrl-W"], from: "one two").text == "one ")
    #expect(typed(["Ctrl-U"], from: "one two").text == "")
    #expect(typed(["Ctrl-←", "Ctrl-K"], from: "one two").text == "one ")
    #expect(typed(["←", "é", "→"], from: "ab").caret == 3)
  }

  @Test func `a line holds as much as a card and no more`() {
    var line = Line(String(repeating: "a", count: Line.limit - 1))
    _ = line.take(.paste("bcd"))
    #expect(line.text.count == Line.limit && line.text.hasSuffix("b"))
  }

  @Test func `what steers a terminal is not pasted`() {
    var line = Line()
    _ = line.take(.paste("a\u{1B}[31mb\u{202E}c"))
    #expect(line.text == "a[31mbc")
  }
}

@Suite struct CardLineTests {
  private let scene = Stage.scene(
    Plan(
      title: "Test",
      themes: [
        Theme(id: "inclusion", name: "Digital inclusion"),
        Theme(
          id: "relation",
          name: Localized(texts: ["en": "User relations", "fr": "Relation usagers"])),
      ],
      people: [Person(id: "p1", name: "Émile Kovács"), Person(id: "p2", name: "Ewa Nowak")],
      boards: [
        Board(id: "ideas", title: "Ideas", sheet: "idea"),
        Board(id: "actions", title: "Actions", sheet: "action"),
      ]))

  private func line(_ text: String, on board: String = "ideas") throws -> CardLine {
    CardLine(text, on: try #require(scene.workshop.board(board)), scene)
  }

  @Test func `a theme and an author are taken out of the text`() throws {
    let line = try line("A mobile desk #incl on market days @emile")
    #expect(line.text == "A mobile desk on market days")
    #expect(line.fields == [Card.theme: "inclusion", Card.author: "Émile Kovács"])
  }

  @Test func `a theme is known by its name as well, a person by the whole name with dashes`() throws
  {
    #expect(try line("x #user").fields[Card.theme] == "relation")
    #expect(try line("x @Ewa-Nowak").fields[Card.author] == "Ewa Nowak")
    #expect(try line("x @somebody").fields[Card.author] == "somebody")
  }

  @Test func `what names no theme stays in the text`() throws {
    #expect(try line("Issue #42 and a lone # stay").text == "Issue #42 and a lone # stay")
    #expect(try line("mail me @ noon").text == "mail me @ noon")
  }

  @Test func `on a board of next steps a name is the owner and an arrow the date`() throws {
    let line = try line("Call the mayors @ewa >2026-12-01", on: "actions")
    #expect(line.text == "Call the mayors")
    #expect(line.fields == ["owner": "p2", "due": "2026-12-01"])
    #expect(try self.line("5 >3", on: "ideas").text == "5 >3")
    for typed in ["Call @ewa,@emile", "Call @ewa, @emile"] {
      let two = try self.line(typed, on: "actions")
      #expect(two.fields["owner"] == "p2" && two.fields["helpers"] == "Émile Kovács", "\(two)")
    }
  }

  @Test func `themes and people complete the word at the caret`() {
    #expect(CardLine.completions("a bench #in", scene) == ["#inclusion"])
    #expect(CardLine.completions("said by @em", scene) == ["@Émile-Kovács"])
    #expect(CardLine.completions("plain", scene).isEmpty)
    #expect(CardLine.completions("#incl done ", scene).isEmpty)
  }
}
