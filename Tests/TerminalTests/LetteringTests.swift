import Testing

@testable import Terminal

@Suite struct LetteringTests {
  private let stage = Size(columns: 76, rows: 17)

  @Test func `a short idea stands on the stage in letters of four rows`() throws {
    let large = try #require(Lettering("Librarians trained as first contact", in: stage))
    #expect(large.lines == ["Librarians", "trained as first", "contact"])
    #expect(large.size.rows == 14 && large.size.columns <= 76)
    var frame = Frame(size: Size(columns: 12, rows: 4))
    frame.letters(try #require(Lettering("Hé", in: frame.size)), in: frame.bounds)
    #expect(
      frame.text == """
         ▄  ▄  ▄▀
         █▄▄█  ▄▄
         █  █ █▄▀▀
         ▀  ▀  ▀▀
        """)
  }

  @Test func `the shorter a text, the larger its letters`() throws {
    let rows = try ["Home visits", "A mobile desk on market days in every town"].map {
      let large = try #require(Lettering($0, in: Size(columns: 196, rows: 52)))
      return large.size.rows / large.lines.count
    }
    #expect(rows[0] > rows[1] && rows[1] >= 4)
  }

  @Test func `what does not fit whole, or has signs without a picture, has no large letters`() {
    #expect(Lettering(String(repeating: "many words ", count: 40), in: stage) == nil)
    #expect(Lettering("Donaudampfschifffahrtsgesellschaft", in: stage) == nil)
    #expect(Lettering("бюро", in: stage) == nil && Lettering("😀", in: stage) == nil)
    #expect(Lettering("", in: stage)?.size.columns == 0)
  }

  @Test func `every letter of the three languages has a picture of its own`() {
    let letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
      + "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸáíóöőúűÁÍÓÖŐÚŰ.,:;?!’“”„«»–—…()%€&@#×/-+"
    let pictures = letters.map { character in
      var frame = Frame(size: Size(columns: 8, rows: 4))
      if let large = Lettering(String(character), in: frame.size) {
        frame.letters(large, in: frame.bounds)
      }
      return frame.text
    }
    #expect(pictures.allSatisfy { $0.contains { "█▀▄".contains($0) } })
    #expect(Set(pictures).count == letters.count)
  }

  @Test func `letters stay in the rectangle they were given`() {
    for columns in stride(from: 1, to: 120, by: 7) {
      for rows in 1...30 {
        let room = Size(columns: columns, rows: rows)
        guard let large = Lettering("Öt perc\u{A0}: a falu szíve, újra", in: room) else { continue }
        #expect(large.size.columns <= columns && large.size.rows <= rows)
        var frame = Frame(size: room)
        let place = frame.letters(large, in: frame.bounds)
        #expect(place.size == large.size)
        let isWhole = large.lines.joined(separator: " ") == "Öt perc\u{A0}: a falu szíve, újra"
        #expect(isWhole, "no word is lost or broken")
      }
    }
  }
}
