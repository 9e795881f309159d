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
    ("d’Ana", "d’P1"), ("Anna knows", "somebody knows"),
    ("Anastasia stays", "Anastasia stays"), ("ana stays", "ana stays"),
    // What it cannot know: a flower, a nickname, an ending.
    ("Rose water", "P4 water"), ("a rose", "a rose"), ("Anita", "Anita"),
    ("Annától", "Annától"), ("de Bo", "de Bo"), ("Odette and Payet", "Odette and P7"),
    ("Jean", "Jean"),
  ])
  func `whole words with their capital go, nothing else does`(text: String, expected: String) {
    #expect(names.taken(outOf: text) == expected)
  }
}
