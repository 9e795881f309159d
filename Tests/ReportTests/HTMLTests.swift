import Foundation
import Testing

@testable import Reporting
import WorkshopQueries

/// What an HTML parser understands of a page.
private struct Page: Decodable {
  /// Every tag that was opened, with its attributes.
  let tags: [Tag]
  /// The texts of elements by tag, in order; what is nested counts with it.
  let texts: [String: [String]]
  /// Tags that were closed in the wrong order or not at all.
  let faults: [String]

  struct Tag: Decodable {
    let name: String
    let attributes: [String: String?]
  }

  static func read(_ html: String) throws -> Page {
    try Reader.read(
      Data(html.utf8),
      with: """
        from html.parser import HTMLParser
        VOID = {'meta', 'br', 'col'}
        class P(HTMLParser):
            def __init__(self):
                super().__init__(convert_charrefs=True)
                self.tags, self.texts, self.faults, self.open = [], {}, [], []
            def handle_starttag(self, name, attrs):
                self.tags.append({'name': name, 'attributes': dict(attrs)})
                if name == 'br':
                    for o in self.open: o[1].append('\\n')
                if name not in VOID: self.open.append((name, []))
            def handle_endtag(self, name):
                if not self.open or self.open[-1][0] != name:
                    self.faults.append(name); return
                name, parts = self.open.pop()
                self.texts.setdefault(name, []).append(''.join(parts))
            def handle_data(self, data):
                for o in self.open: o[1].append(data)
            def handle_comment(self, data): self.faults.append('comment')
            def handle_pi(self, data): self.faults.append('instruction')
        p = P()
        p.feed(open(sys.argv[1], encoding='utf-8', newline='').read()); p.close()
        p.faults += [o[0] for o in p.open]
        print(json.dumps({'tags': p.tags, 'texts': p.texts, 'faults': p.faults}))
        """, as: Page.self)
  }
}

@Suite(.enabled(if: Reader.hasPython, "python3 is not installed"))
struct HTMLTests {
  private static let words = HTML.Words(
    contents: "Contents", skip: "Skip", done: "Done", open: "To do")

  private func page(_ blocks: [Report.Block], title: String = "Title") throws -> Page {
    try Page.read(
      HTML.render(Report(title: title, language: "fr", blocks: blocks), words: Self.words))
  }

  @Test func `Hostile texts are read back as themselves, and bring no tag along`() throws {
    let texts =
      HostileTexts.corpus + HostileTexts.random(300, seed: 11) + [
        "</style><script>alert(1)</script>", "\" onclick=\"x", "' onmouseover='x",
        "</section></main></body>", "&lt;b&gt;", String(repeating: "x", count: 4_000),
      ]
    let lines = texts.map(Report.line).filter { !$0.isEmpty }
    let page = try page(
      texts.flatMap { text -> [Report.Block] in
        [
          .heading(level: 2, text), .table(header: [text], rows: [["anchor", text]]),
          .bars([.init(text, value: 1, text: text)]), .quote("words", by: text),
        ]
      }, title: texts[0])
    #expect(page.faults.isEmpty)
    let names = Set(page.tags.map(\.name))
    let ours: Set = [
      "svg", "rect", "colgroup", "col",
      "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "main",
      "section", "div", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "span",
      "blockquote", "p", "footer",
    ]
    #expect(names.isSubset(of: ours), "\(names.subtracting(ours))")
    #expect(page.texts["th"]?.filter { $0 != "anchor" } == lines)
    #expect(page.texts["footer"] == lines.map { "— " + $0 })
    #expect((page.texts["h2"] ?? []) + (page.texts["h3"] ?? []) == lines)
    let attributes = Set(page.tags.flatMap { $0.attributes.keys })
    #expect(attributes.allSatisfy { !$0.hasPrefix("on") })
  }

  @Test func `Lists, facts, paragraphs and code hold what was typed, line by line`() throws {
    let text = "<b>one</b>\nand & two\n\nthree"
    let page = try page([
      .paragraph(text), .list([.init(text, children: [.init("child")])]),
      .facts([.init("l", text)]),
      .preformatted("\n  <i>\n"), .note("aside"),
    ])
    #expect(page.texts["p"] == ["<b>one</b>\nand & two", "three", "aside"])
    #expect(page.texts["dd"] == ["<b>one</b>\nand & two\nthree"])
    #expect(page.texts["li"]?.first == "child")
    #expect(page.texts["pre"] == ["\n\n  <i>\n"])
    #expect(page.faults.isEmpty)
  }

  @Test func `A page has a language, landmarks, headings in order and tables with scopes`() throws {
    let page = try page([
      .heading(level: 1, "One"), .heading(level: 4, "Deep"),
      .table(header: ["a", ""], rows: [["b", "c"]], alignment: [.leading, .trailing]),
      .heading(level: 1, "Two"), .list([.init("x", isDone: true), .init("y", isDone: false)]),
    ])
    func tags(_ name: String) -> [Page.Tag] { page.tags.filter { $0.name == name } }
    #expect(tags("html").first?.attributes["lang"] == "fr")
    for landmark in ["header", "nav", "main"] { #expect(tags(landmark).count == 1) }
    #expect(tags("h1").count == 1)
    let levels = page.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
    }
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    #expect(tags("th").map { $0.attributes["scope"] } == ["col", "row"])
    let ids = page.tags.compactMap { $0.attributes["id"] ?? nil }
    #expect(Set(ids).count == ids.count)
    let links = tags("a").compactMap { $0.attributes["href"] ?? nil }
    #expect(links.first == "#main" && links.allSatisfy { ids.contains(String($0.dropFirst())) })
    #expect(page.texts["a"] == ["Skip", "One", "Two"])
    let boxes = page.tags.filter { $0.attributes["role"] == "img" }
    #expect(boxes.map { $0.attributes["aria-label"] } == ["Done", "To do"])
  }

  @Test(arguments: [
    ("see https://example.org/a_b?c=1&d=2.", ["https://example.org/a_b?c=1&d=2"]),
    ("(http://a.example/x)", ["http://a.example/x"]), ("HTTPS://A.example", ["HTTPS://A.example"]),
    ("mailto:ana@town.example, then call", ["mailto:ana@town.example"]),
    ("https://a.example and https://b.example", ["https://a.example", "https://b.example"]),
    ("javascript:alert(1)", []), ("data:text/html,x", []), ("xhttps://a.example", []),
    ("https://", []), ("https://.", []), ("https://a.exampleé", []), ("ftp://a.example", []),
    ("https://a.example\"onclick=\"x", ["https://a.example"]), ("file:///etc/passwd", []),
    ("vbscript:x", []), ("https://a.example<b>", ["https://a.example"]), ("www.a.example", []),
  ])
  func `Only addresses that may be followed are links`(text: String, addresses: [String]) throws {
    let page = try page([
      .paragraph(text), .list([.init(text)]), .facts([.init("l", text)]),
      .table(header: ["h"], rows: [["r"], [text]]),
    ])
    #expect(page.faults.isEmpty)
    let links = page.tags.filter { $0.name == "a" }.compactMap { $0.attributes["href"] ?? nil }
      .filter { !$0.hasPrefix("#") }
    #expect(links == addresses + addresses + addresses + addresses)
    #expect(page.texts["p"] == [text])
    #expect(Set(page.tags.flatMap { $0.attributes.keys }).allSatisfy { !$0.hasPrefix("on") })
  }

  @Test func `A page needs nothing from anywhere, and runs nothing`() throws {
    let html = HTML.render(
      Report(title: "x", blocks: [.paragraph("https://example.org")]), words: Self.words)
    let page = try Page.read(html)
    #expect(
      page.tags.allSatisfy { tag in
        !["script", "link", "img", "iframe", "object"].contains(tag.name)
          && tag.attributes["src"] == nil
      })
    #expect(!HTML.style.contains("url(") && !HTML.style.contains("@import"))
  }

  /// Relative luminance and contrast after WCAG 2.2.
  @Test func `Every ink can be read on every paper, in the light, in the dark and in print`() {
    let schemes = HTML.style.matches(of: /--([a-z]+): #([0-9a-f]{6});/).map {
      (String($0.1), Int($0.2, radix: 16) ?? 0)
    }
    #expect(schemes.count == 18)
    func luminance(_ colour: Int) -> Double {
      let parts = [16, 8, 0].map { (shift: Int) -> Double in
        let part = Double((colour >> shift) & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for start in stride(from: 0, to: schemes.count, by: 6) {
      let scheme = Dictionary(uniqueKeysWithValues: schemes[start..<(start + 6)].map { $0 })
      for ink in ["ink", "quiet", "accent"] {
        for paper in ["paper", "shade"] {
          let pair = [scheme[ink], scheme[paper]].map { luminance($0 ?? 0) }.sorted()
          #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on \(paper)")
        }
      }
    }
  }

  @Test func `a column is as wide as what stands in it, and has room for its longest word`() {
    let rows = [
      [
        "Shared knowledge base", "dropped",
        "It is hard to put into practice: " + String(repeating: "why ", count: 40), "The team",
      ],
      ["Training", "approved", "One module is tested", "Steering committee"],
    ]
    let header = ["Project", "Now", "Why", "Decided by"]
    let (shares, isShort) = TableFit.columns(header: header, rows: rows)
    #expect(abs(shares.reduce(0, +) - 100) < 0.001 && isShort)
    #expect(shares[2] > 40)
    for (share, word) in zip(shares, ["knowledge", "approved", "practice:", "committee"]) {
      #expect(share * 1.05 >= Double(word.count), "\(word) is broken")
    }
    let many = TableFit.columns(header: header, rows: Array(repeating: rows[0], count: 9))
    #expect(!many.isShort, "a long table goes on on the next page")
  }

  @Test func `short labels stand before their bars, long ones above`() {
    func page(_ label: String) -> String {
      HTML.render(
        Report(title: "", blocks: [.bars([.init(label, value: 1, text: "1")])]),
        words: .init(contents: "", skip: "", done: "", open: ""))
    }
    #expect(page("Approved").contains("<ul class=\"bars short\">"))
    #expect(page("One page with every consultation").contains("<ul class=\"bars\">"))
  }
}
