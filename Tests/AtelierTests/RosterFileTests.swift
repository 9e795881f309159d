import Assets
import Foundation
import Spreadsheets
import Testing
import WorkshopCore

@testable import Languages
@testable import People

/// A list as somebody's spreadsheet wrote it, and what should come of it.
struct AwkwardFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  /// `name | organisation | role | e-mail`, then other fields as `id=value`; empty ones left out.
  let people: [String]
  /// Everything that is told, in English; the sum left out.
  let messages: [String]
  var language = "fr"
  var asked: SheetEncoding?

  init(
    _ description: String, _ text: String, people: [String], messages: [String] = [],
    language: String = "fr", asked: SheetEncoding? = nil,
    encode: (String) -> [UInt8] = { Array($0.utf8) }
  ) {
    testDescription = description
    bytes = encode(text)
    self.people = people
    self.messages = messages
    self.language = language
    self.asked = asked
  }

  /// One byte a letter, by a table of the letters above ASCII that a test uses.
  static func page(_ letters: [Character: UInt8]) -> @Sendable (String) -> [UInt8] {
    { text in
      text.flatMap { character in letters[character].map { [$0] } ?? Array(String(character).utf8) }
    }
  }

  static let french = page([
    "é": 0xE9, "è": 0xE8, "ç": 0xE7, "Œ": 0x8C, "’": 0x92, "–": 0x96, "É": 0xC9,
  ])
  static let hungarian = page(["é": 0xE9, "ő": 0xF5, "ű": 0xFB, "á": 0xE1, "ó": 0xF3, "Ő": 0xD5])

  static func utf16(bigEndian: Bool) -> (String) -> [UInt8] {
    { text in
      ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return bigEndian ? [high, low] : [low, high]
      }
    }
  }
}

extension AwkwardFile {
  static let all: [AwkwardFile] = encodings + shapes + headings + oddities

  private static let encodings: [AwkwardFile] = [
    AwkwardFile(
      "UTF-8 with a mark, semicolons, CRLF",
      "\u{FEFF}Nom;Prénom;Collectivité\r\nDupont;Zoé;Ville de Saint-Orme\r\n",
      people: ["Zoé Dupont | Ville de Saint-Orme"]),
    AwkwardFile(
      "UTF-16 little endian, tabs, as Excel's Unicode text",
      "Nom complet\tOrganisme\r\nHélène Vasseur\tMétropole\r\n",
      people: ["Hélène Vasseur | Métropole"], encode: utf16(bigEndian: false)),
    AwkwardFile(
      "UTF-16 big endian", "Name,Company\nŐri Ágnes,Hivatal\n", people: ["Őri Ágnes | Hivatal"],
      encode: utf16(bigEndian: true)),
    AwkwardFile(
      "Windows-1252 with its own letters",
      "Prénom;Nom;Organisme\r\nFrançoise;Lemaître-Œil;Ville d’Orsanne – Nord\r\n"
        .replacing("î", with: "i"),
      people: ["Françoise Lemaitre-Œil | Ville d’Orsanne – Nord"],
      messages: ["Not UTF-8: read as windows-1252; --encoding names another."], encode: french),
    AwkwardFile(
      "Windows-1250, guessed by the workshop's language",
      "Név;Szervezet;Szerep\r\nSzűcs Jenő;Erdőváros;szakértő\r\n",
      people: ["Szűcs Jenő | Erdőváros | expert"],
      messages: ["Not UTF-8: read as windows-1250; --encoding names another."], language: "hu",
      encode: hungarian),
    AwkwardFile(
      "Windows-1250, asked for in a French workshop", "Nom;Ville\r\nSzűcs Jenő;Erdőváros\r\n",
      people: ["Szűcs Jenő | Erdőváros"], asked: .windows1250, encode: hungarian),
  ]

  private static let shapes: [AwkwardFile] = [
    AwkwardFile(
      "a first line that names the separator",
      "sep=|\r\nName|Organisation\r\nDupont; Marie|Town, hall\r\n",
      people: ["Dupont; Marie | Town, hall"]),
    AwkwardFile(
      "quotes with doubled quotes, separators and line breaks inside",
      "Nom,Organisme,Rôle\n\"Marie \"\"Mimi\"\" Dupont\",\"Ville de\nSaint-Orme, service\r\nétat civil\",Jurée\nPaul Roy,Port,\n",
      people: [
        "Marie \"Mimi\" Dupont | Ville de Saint-Orme, service état civil | jury", "Paul Roy | Port",
      ]),
    AwkwardFile(
      "old Macintosh line ends, blank lines, spaces around cells",
      "Name ; Organisation\r\r  Ana Keller ;\u{A0}Saint-Orme \r;;\r   \rPaul Roy;\r",
      people: ["Ana Keller | Saint-Orme", "Paul Roy"]),
    AwkwardFile(
      "a quote that does not end costs its own line only",
      "Nom;Ville\n\"Marie Dupont;Orme\nPaul Roy;Port\nAna Keller;Orme\n",
      people: ["Paul Roy | Port", "Ana Keller | Orme"],
      messages: ["line 2: a quote that does not end"]),
    AwkwardFile(
      "inches and nicknames are quotes inside a cell",
      "Nom;Ville\nJean \"Jeannot\" Roy;Salle 12\"\n", people: ["Jean \"Jeannot\" Roy | Salle 12\""]),
    AwkwardFile(
      "a title with commas, a blank line, then the headings",
      "Liste des participants, atelier du 23, 24\n\nNom;Prénom;Commune;Mail\nRoy;Paul;Port;P.Roy@Port.fr\n",
      people: ["Paul Roy | Port | | P.Roy@Port.fr"],
      messages: ["Lines above the headings, not read: 1"]),
    AwkwardFile(
      "two lists, one under the other",
      "Name,Role\nAna Keller,expert\nName,Role\nPaul Roy,scribe\n",
      people: ["Ana Keller | | expert", "Paul Roy | | note-taker"]),
  ]

  private static let headings: [AwkwardFile] = [
    AwkwardFile(
      "headings in any order, capitals and company",
      "ADRESSE E-MAIL (obligatoire);N°;RÔLE :;NOM DU PARTICIPANT;Votre collectivité ?\nz@x.fr;1;Bâtisseuse;Zoé Roy;Port\n",
      people: ["Zoé Roy | Port | builder | z@x.fr"], messages: ["Columns not read: N°"]),
    AwkwardFile(
      "Hungarian names keep their order",
      "Keresztnév;Vezetéknév;Önkormányzat;E-mail cím;Évfolyam\nIlona;Szabó;Kertváros;i@x.hu;2.\n",
      people: ["Szabó Ilona | Kertváros | | i@x.hu | cohort=2."], language: "hu"),
    AwkwardFile(
      "English names and every other field",
      "First name,Surname,Employer,Intake,Origin,Availability,Joined on,Stakeholder,T-shirt\nAna,Keller,Orme,2025,Fund laureate,Fridays,23/11/2026,Yes,L\n",
      people: [
        "Ana Keller | Orme | availability=Fridays | cohort=2025 | joined-on=2026-11-23 | origin=laureate | stakeholder=yes"
      ], messages: ["Columns not read: T-shirt"], language: "en"),
    AwkwardFile(
      "no headings: name, organisation, role by their place",
      "Marie Dupont;Ville de Saint-Orme;experte;poste 12\nPaul Roy;Port;;\n",
      people: ["Marie Dupont | Ville de Saint-Orme | expert", "Paul Roy | Port"],
      messages: ["No headings: read as Name, Organisation, Role.", "Columns not read: 4"]),
    AwkwardFile(
      "no headings, and an address where the organisation would be",
      "Marie Dupont,marie@x.fr,Orme\nPaul Roy,paul@x.fr,Port\n",
      people: ["Marie Dupont | Orme | | marie@x.fr", "Paul Roy | Port | | paul@x.fr"],
      messages: ["No headings: read as Name, E-mail, Organisation."]),
    AwkwardFile(
      "headings that nobody knows are no person",
      "Wer;Woher\nMarie Dupont;Orme\nPaul Roy;Port\nAna Keller;Orme\n",
      people: ["Marie Dupont | Orme", "Paul Roy | Port", "Ana Keller | Orme"],
      messages: ["No headings: read as Name, Organisation."]),
    AwkwardFile(
      "one column of names", "Participants\nMarie Dupont\nPaul Roy\n",
      people: ["Marie Dupont", "Paul Roy"]),
  ]

  private static let oddities: [AwkwardFile] = [
    AwkwardFile(
      "formulas stay text",
      "Name,Organisation,Role\n=SUM(A1:A9),+33 Town,-builder\n@Zoé Roy,=cmd|' /C calc'!A0,@jury\n",
      people: [
        "=SUM(A1:A9) | +33 Town | builder", "@Zoé Roy | =cmd|' /C calc'!A0 | jury",
      ]),
    AwkwardFile(
      "rows without a name, of numbers and too long ones are told, those of dashes are empty",
      "Nom;Ville\n;Port\n12;Port\n-;-\n\(String(repeating: "a", count: 101));Port\nAna Keller;\(String(repeating: "b", count: 501))\nPaul Roy;Port\n",
      people: ["Paul Roy | Port"],
      messages: [
        "line 2: no name", "line 3: a name without letters",
        "line 5: a name of more than 100 characters", "line 6: a cell of more than 500 characters",
      ]),
    AwkwardFile(
      "a comma without quotes does not move an address into another field",
      "Name,Organisation,E-mail\nAna Keller,Orme, north,ana@x.fr\nPaul Roy,Port,paul@x.fr\n",
      people: ["Paul Roy | Port | | paul@x.fr"], messages: ["line 2: more cells than headings"]),
    AwkwardFile(
      "an address in any other cell goes to its own field",
      "Nom;Organisme;Disponibilité\nMarie Dupont <marie@x.fr>;Orme (orme@x.fr);\nPaul Roy;paul@x.fr;mailto:p@x.fr\nx@x.fr;Port;\n",
      people: ["Marie Dupont | Orme | | marie@x.fr", "Paul Roy | | | p@x.fr"],
      messages: ["line 4: no name"]),
    AwkwardFile(
      "what is no choice and no date is kept as written, told once",
      "Nom;Rôle;Inscrit le\nAna Keller;Directrice;lundi\nPaul Roy;directrice;2026. 11. 23.\n",
      people: [
        "Ana Keller | | Directrice | joined-on=lundi",
        "Paul Roy | | directrice | joined-on=2026-11-23",
      ],
      messages: [
        "Role, kept as written: Directrice", "Joined on, kept as written: lundi",
        "Role, kept as written: directrice",
      ]),
    AwkwardFile(
      "what steers a terminal does not come in",
      "Name;Organisation\nAna\u{1B}[2J\u{202E} Keller\u{7};Or\tme\n",
      people: ["Ana[2J Keller | Or me"]),
  ]
}

@Suite struct RosterFileTests {
  static func read(_ file: AwkwardFile) throws -> RosterFile {
    var wish = RosterFile.Wish()
    wish.encoding = file.asked
    return try RosterFile(
      file.bytes,
      RosterFile.Setting(
        language: file.language, words: RosterWords(.builtIn),
        sheet: Content.builtIn.sheets["person"]), wish)
  }

  /// A row as the table above writes it.
  private static func written(_ row: RosterFile.Row) -> String {
    let named = [Card.organisation, Card.role, Card.email]
    var parts = [row.name] + named.map { row.fields[$0] ?? "" }
    while parts.last == "" { parts.removeLast() }
    let others = row.fields.filter { !named.contains($0.key) }.sorted { $0.key < $1.key }
    return (parts + others.map { "\($0.key)=\($0.value)" }).joined(separator: " | ")
      .replacing(" |  |", with: " | |").replacing(" |  |", with: " | |")
  }

  @Test(arguments: AwkwardFile.all) func `a list is read as it is`(_ file: AwkwardFile) throws {
    let roster = try Self.read(file)
    #expect(roster.rows.map(Self.written) == file.people)
    let wording = RosterText(scene: Stage.scene(Plan(title: "T")))
    let merge = RosterMerge(roster.rows, into: Workshop(plan: Plan(title: "T"), catalogue: .all))
    var told = wording.lines(roster, merge)
    let sum = wording.summary(roster, merge)
    if let open = sum.firstIndex(of: "("), roster.refusals.count <= 3 {
      told += sum[sum.index(after: open)...].dropLast().split(separator: "; ").map(String.init)
    }
    #expect(told == file.messages)
  }

  @Test(arguments: [
    "Nombre;Apellidos\nAna;García López\nPaul;Roy\n",
    "Nombre;Apellidos\nAna García López;García López\nPaul Roy;Roy\n",
  ])
  func `a name beside the family's is the first name, unless it holds both`(_ list: String) throws {
    let roster = try Self.read(AwkwardFile("", list, people: []))
    #expect(roster.rows.map(\.name) == ["Ana García López", "Paul Roy"])
  }

  @Test func `every heading that is listed names its own column, on every run`() throws {
    struct File: Decodable {
      let headings: [String: [String]]
      let values: [String: [String: [String]]]?
    }
    let words = RosterWords(.builtIn)
    let parts = [
      "name": RosterWords.Column.name, "first-name": .firstName, "family-name": .familyName,
    ]
    let files = Content.builtIn.texts(ofLanguages: "people.json")
    #expect(files.map(\.code) == ["en", "es", "fr", "hu"])
    for (_, text) in files {
      let file = try JSONDecoder().decode(File.self, from: Data(text.utf8))
      for (id, headings) in file.headings {
        for heading in headings {
          #expect(words.column(heading) == parts[id] ?? .field(id), "\(heading)")
        }
      }
      for (field, choices) in file.values ?? [:] {
        for (id, cells) in choices {
          for cell in cells { #expect(words.choice(cell, in: field) == id, "\(cell)") }
        }
      }
    }
  }

  private static let refused: [(String, RosterFile.ReadingError)] = [
    ("", .empty), ("\n\r\n ; ;\n", .empty), ("PK\u{3}\u{4}xl/workbook.xml", .sheet(.damaged)),
    ("a\0bcdefgh", .sheet(.notTable)), ("Téléphone;Taille\n06;L\n07;M\n", .noHeadings),
    ("Lorem ipsum dolor sit amet consectetur adipiscing.\n12 : x\n", .noHeadings),
    ("Organisme;Courriel\nPort;p@x.fr\n", .noNames),
    ("Prénom;Organisme\nAna;Port\n", .noNames),
  ]

  @Test(arguments: refused)
  func `what is no list of people is refused with its reason`(
    _ text: String, _ problem: RosterFile.ReadingError
  ) {
    #expect(throws: problem) {
      try Self.read(AwkwardFile("", text, people: []))
    }
  }

  @Test(
    arguments: [
      ("2026-11-23", "2026-11-23"), ("23/11/2026", "2026-11-23"), ("23.11.26", "2026-11-23"),
      ("2026. 11. 3.", "2026-11-03"), ("11/23/2026", "2026-11-23"),
      ("3/4/2026 09:15", "2026-04-03"),
      ("2026-11-23T09:15:00Z", "2026-11-23"), ("soon", nil), ("2026", nil), ("31/31/2026", nil),
      ("99999999999999999999/1/1", nil),
    ] as [(String, String?)])
  func `dates are read as Europe writes them`(_ text: String, _ iso: String?) {
    #expect(SheetDate.iso(text) == iso)
  }

  @Test func `every label of the person's sheet and every choice of it is understood`() throws {
    let words = RosterWords(.builtIn)
    let sheet = try #require(Content.builtIn.sheets["person"])
    let fields = sheet.fields.filter { $0.type != .card && $0.id != Card.text }
    for field in fields {
      for label in field.label.texts.values {
        #expect(words.column(label) == .field(field.id), "\(label)")
      }
    }
    for code in Language.builtIn {
      let choices = sheet.fields.first { $0.id == Card.role }?.choices ?? []
      for choice in choices {
        let text = "Name;Role\nAna Keller;\(choice.label.text(in: code))\n"
        #expect(
          try Self.read(AwkwardFile("", text, people: [])).rows.first?.fields[Card.role]
            == choice.id)
      }
    }
  }
}
