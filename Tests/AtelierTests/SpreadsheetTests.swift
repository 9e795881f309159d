import Testing

@testable import Spreadsheets

@Suite struct SpreadsheetTests {
  private static let pages: [(String, SheetEncoding, String)] = [
    ("Nom;Prénom\r\nSzűcs;Jenő\r\nŐri;Ágnes\r\n", .windows1250, "fr"),
    ("Név;Ország\r\nSzűcs Jenő;Fűzfő\r\n", .windows1250, "en"),
    ("Nom;Ville\r\nHélène Brûlé;Coût – août\r\n", .windows1252, "hu"),
    ("Nom;Ville\r\nJoão Simões;à Père\r\n", .windows1252, "fr"),
    ("Nom;Prénom\rPère;Hélène\r", .macRoman, "fr"), ("Nom;Prénom\rPère;Hélène\r", .cp850, "fr"),
    ("Név;Város\rSzűcs Jenő;Fűzfő\r", .cp852, "hu"),
  ]

  private func bytes(_ text: String, _ encoding: SheetEncoding) -> [UInt8] {
    let page = encoding.page ?? []
    return text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(0x80 + (page.firstIndex(of: scalar) ?? 0))
    }
  }

  @Test(arguments: pages) func `a code page is judged by the words it makes`(
    _ text: String, _ encoding: SheetEncoding, _ language: String
  ) {
    let bytes = bytes(text, encoding)
    #expect(SheetEncoding(of: bytes, language: language) == encoding)
    #expect(SheetEncoding.text(of: bytes, language: language) == text)
  }

  @Test func `a stray byte does not spoil a text in UTF-8`() {
    let bytes = Array("Zoé, Noël, Léa, Jos".utf8) + [0xE9]
    #expect(SheetEncoding.text(of: bytes, language: "fr") == "Zoé, Noël, Léa, José")
  }

  @Test func `cells keep their line breaks, and whole lines in quotes are opened`() throws {
    let file = try SheetFile(Array("Idea,For\n\"One\ntwo\",all\n".utf8), language: "en")
    #expect(file.best()?.rows.map(\.cells) == [["Idea", "For"], ["One\ntwo", "all"]])
    let quoted = try SheetFile(Array("\"Name,Town\"\n\"Ana,Orme\"\n".utf8), language: "en")
    #expect(quoted.best()?.rows.map(\.cells) == [["Name", "Town"], ["Ana", "Orme"]])
  }

  @Test func `XML knows no entity of a document, and what is cut off is damaged`() throws {
    var reader = XMLReader(Array("<x:a k='1 &amp; 2'>é&#233;&lol;<b/></x:a>".utf8))
    var pieces: [XMLReader.Piece] = []
    while let piece = try reader.next() { pieces.append(piece) }
    #expect(
      pieces == [
        .start("a", ["k": "1 & 2"]), .text("éé&lol;"), .start("b", [:]), .end("b"), .end("a"),
      ])
    for broken in ["<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<a b=1/>", "<a"] {
      #expect(throws: SheetError.damaged, "\(broken)") {
        var reader = XMLReader(Array(broken.utf8))
        while try reader.next() != nil {}
      }
    }
  }

  @Test func `an OpenDocument sheet has its days, merged cells and no remarks`() throws {
    let content = """
      <office:document-content><table:table table:name="F"><table:table-row>
      <table:table-cell><text:p>Név</text:p></table:table-cell><table:table-cell>
      <office:annotation><text:p>no</text:p></office:annotation><text:p>Hely</text:p>
      </table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="date"
      office:date-value="2026-11-23"><text:p>x</text:p></table:table-cell>
      <table:table-cell table:number-rows-spanned="2"><text:p>Orme</text:p></table:table-cell>
      </table:table-row><table:table-row><table:table-cell><text:p>B</text:p></table:table-cell>
      <table:covered-table-cell/></table:table-row><table:table-row
      table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>
      </table:table-row></table:table></office:document-content>
      """
    let table = try #require(try OpenDocument.tables(of: Array(content.utf8)).first)
    #expect(table.rows.map(\.cells) == [["Név", "Hely"], ["2026-11-23", "Orme"], ["B", "Orme"]])
    #expect(table.name == "F" && table.rows.map(\.line) == [1, 2, 3])
  }

  @Test func `days are counted as Excel counts them`() {
    #expect(
      SerialDate.text(46_349) == "2026-11-23" && SerialDate.text(46_349.375) == "2026-11-23 09:00")
    #expect(SerialDate.text(1) == "1900-01-01" && SerialDate.text(0.5) == "12:00")
    #expect(SerialDate.text(-1) == nil && SerialDate.text(1e300) == nil)
  }
}
