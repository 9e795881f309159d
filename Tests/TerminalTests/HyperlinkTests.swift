import Terminal
import Testing

/// Which terminals are told that a text leads somewhere.
@Suite struct HyperlinkTests {
  @Test(arguments: [
    ["TERM": "xterm-256color", "VTE_VERSION": "7006"], ["TERM": "xterm-kitty"],
    ["TERM": "foot"], ["TERM": "alacritty"], ["TERM": "xterm-ghostty"],
    ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"],
    ["TERM": "xterm-256color", "TERM_PROGRAM": "vscode"],
    ["TERM": "xterm-256color", "KONSOLE_VERSION": "230401"],
    ["TERM": "xterm-256color", "WT_SESSION": "b8a2"],
  ])
  func `a terminal that is known to have links has them`(variables: [String: String]) {
    #expect(Hyperlink.isKnown { variables[$0] })
  }

  @Test(arguments: [
    [:], ["TERM": "xterm-256color"], ["TERM": "xterm", "VTE_VERSION": "4803"],
    ["TERM": "xterm", "VTE_VERSION": "new"], ["TERM": "linux", "VTE_VERSION": "7006"],
    ["TERM": "dumb", "TERM_PROGRAM": "vscode"], ["TERM": "vt100", "WT_SESSION": "b8a2"],
    ["TERM": "tmux-256color", "VTE_VERSION": "7006"],
    ["TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"],
    ["TERM": "screen.xterm-256color", "VTE_VERSION": "7006"],
    ["TERM": "foot", "STY": "1.pts"],
  ])
  func `no other is sent what it could print`(variables: [String: String]) {
    #expect(!Hyperlink.isKnown { variables[$0] })
  }

  @Test func `a text leads to its address and is shown as it is`() {
    let link = Hyperlink.to("https://example.org", "here")
    #expect(link == "\u{1B}]8;;https://example.org\u{1B}\\here\u{1B}]8;;\u{1B}\\")
  }
}
