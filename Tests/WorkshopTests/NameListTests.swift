import Testing

@testable import WorkshopCore

/// Names taken out of texts.
@Suite struct NameListTests {
  private let names = NameList(
    [
      ("Ana Keller", "P1"), ("Kiss Anna", "P2"), ("Jean-Baptiste Okou", "P3"),
      ("Rose de Lys", "P4"),
      ("Anna Nagy", "P5"), ("Odette Payet", "P7"),
    ], somebody: "somebody", keeping: ["Odette"])

  @Test(arguments: [
    ("Ana Keller and Ana", "P1 and P1"), ("Ask Keller, then Jean-Baptiste.", "Ask P1, then P3."),
    ("d’Ana", "d’P1"), ("Anna knows", "somebody knows"), ("ANA KELLER; keller, ana", "P1; P1"),
    ("àna kéller", "P1"), ("jean baptiste okou", "P3"), ("Okou Jean‑Baptiste", "P3"),
    ("@keller #Keller", "@P1 #P1"), ("write to ana.keller@x.org.", "write to P1"),
    ("KELLER.ANA@x.org, ok", "P1, ok"), ("akeller@x.org", "somebody"),
    ("Kiss Annának", "P2nak"), ("Anastasia stays", "Anastasia stays"),
    // What it cannot know: a flower, a nickname, an ending; nobody becomes somebody else.
    ("Rose water", "P4 water"), ("a rose", "a P4"), ("Anita", "Anita"), ("Okou2", "Okou2"),
    ("Annától", "Annától"), ("de Bo", "de Bo"), ("Odette and Payet", "Odette and P7"),
    ("info@town.org", "info@town.org"),
  ])
  func `names go in any case, accent, hyphen and order, nothing else does`(
    text: String, expected: String
  ) {
    #expect(names.taken(outOf: text) == expected)
  }

  @Test func `what is nearly a name, or called by an @, is listed to be read`() {
    #expect(
      names.doubts(in: "Okou2 and Kellerné, @maire; Kelller or kettle; Odette")
        == ["Okou2", "Kellerné", "maire", "Kelller"])
  }
}
