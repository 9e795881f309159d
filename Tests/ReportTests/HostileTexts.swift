import WorkshopCore

/// What a room might type, by accident or on purpose.
enum HostileTexts {
  static let corpus = [
    "it's 3.5 % - ok", "C'est l'idée n° 1 : \u{AB}\u{A0}oui\u{A0}\u{BB}", "Árvíztűrő tükörfúrógép",
    "# heading",
    "###### six", "####### seven", "#hashtag", "ends with #", "ends with ## ", "#", "##",
    "- dash", "-", "+ plus", "* star", "*", "**", "1. one", "12) twelve", "1.",
    "1234567890. ten digits",
    "> quote", ">quote", "```", "```swift", "~~~", "~~~ x", "===", "=", "---", "- - -", "***",
    "* * *",
    "___", "_ _ _", "a\n===", "a\n---", "a\n-", "a | b\n--- | ---", "| a | b |\n| - | - |",
    "a\n:-:", "a\n-|-",
    "a\n:--", "    four spaces", "\ttab", "a\n    b", "a\n\n    b", "*emph*", "**strong**",
    "_emph_", "__strong__",
    "snake_case_name", "2 * 3 * 4", "2*3*4", "a*b*c", "_", "a _b_ c", "`code`", "``", "`", "a`b",
    "~strike~",
    "~~strike~~", "~50 people, ~20 boats", "a~b~c", "[link](javascript:alert(1))", "[x]",
    "[ ] task",
    "[x] done", "[a]: http://evil.example", "[a][b]", "![image](http://evil.example/x.png)", "[^1]",
    "[^1]: footnote", "[[wiki]]", "[!NOTE]\nnot an alert", "<script>alert(1)</script>",
    "<b>bold</b>", "<!-- c -->",
    "<!-- c", "<?php", "<![CDATA[x]]>", "<!DOCTYPE html>", "</div>", "<https://evil.example>",
    "<javascript:alert(1)>", "<a@b.example>", "a < b > c", "<3", "<-", "<", "&amp;", "&lt;b&gt;",
    "&#60;", "&#x3C;",
    "AT&T", "a && b", "R&D; and more", "&", "trailing \\", "\\", "\\\\", "a\\*b", "\\# x", "\\n",
    "two  spaces  \nnext",
    "back\\\nslash", "a|b", "|", "||", "\\|", "\\\\|", "a \\| b `|` c", "http://example.org/a_b_c",
    "www.example.org",
    "https://example.org/?a=1&b=2&copy;=3", "https://example.org/*a*", "https://example.org/_a_)",
    "www.a_b.example/_x_", "http://[::1]/", "ftp://x.example~~", "javascript:alert(1)",
    "name@example.org",
    "a_b_@example.org", "mailto:a@b.example", "$x$ and $$y$$", "{{ liquid }}", "{#id .class}",
    ":tada:",
    "\u{202E}evil\u{202C}", "zero\u{200B}width", "\u{1B}[31mred\u{1B}[0m", "nul\u{0}",
    "c1\u{9B}31m", "bell\u{7}",
    "\u{FEFF}bom", "\u{E0041}tag", "line\r\nend", "line\u{2028}sep", "\u{A0}nbsp\u{A0}",
    "\u{3000}wide\u{3000}",
    "e\u{301}*\u{301}*\u{301}", "\u{301}alone", "👩‍🌾 *farmer*", "**\u{A0}x\u{A0}**", "«**x**»",
    "\"*x*\"",
    "!", "!\\[x](y)", "(", ")", "a  b", "", " ", "\n", "\n\n", "a\n\nb", "a\n\n\n- b\n  - c",
    "- a\n- b\n- c",
    "1. a\n2. b", "> a\n> b", "```\ncode\n```", "| a |\n|---|\n| b |", "<div>\n\n*x*\n\n</div>",
    "a\n***\nb",
    "term\n: definition", "*[abbr]: x", "--\n--", "+", "-\n", "1)", "0. zero", "-1 degree",
    "+1 for that", "1.5 million",
    "2026. június 3.", "e.g. this. And that!", "50 % (half) – really?", "yes/no",
    "'quoted' \"twice\"",
  ]

  /// Strings over an alphabet in which almost everything means something.
  static func random(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...14, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? ""
      }.joined()
    }
  }

  private static let alphabet = [
    "*", "**", "_", "__", "`", "``", "~", "~~", "[", "]", "(", ")", "<", ">", "!", "#", "-", "+",
    "=", ".", "1", "10",
    "|", ":", "\\", "\\\\", "&", "amp;", "&lt;", "&#1;", ";", "\n", "\n", "\n\n", " ", " ", " ",
    "    ", "\t", "a", "b",
    "é", "—", "http://", "https://x.example/", "www.", "a@b.example", "<b>", "</b>", "<!--", "-->",
    "javascript:",
    "[x]", "[ ]", "[^1]", "[^1]: ", "](", "\u{A0}", "\u{3000}", "\u{200B}", "\u{202E}", "\u{1}",
    "\u{301}", "🎉", "$",
    "%", "{", "}", "'", "\"", "/", "^", "@", ",", "---", "===", "```", "~~~", "1. ", "- ", "> ",
    "# ", "|-", ":-", "xmpp:",
    "mailto:", "w", "?", "€", "\u{85}",
  ]
}
