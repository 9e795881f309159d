internal import CTerminal
internal import Glibc

/// The terminal: shows frames, gives keys, and is left as it was found.
///
/// One at a time, and on one thread. Curses decides which bytes are sent; the keys are read past
/// it. Every Ctrl key arrives as a key, Ctrl-C and Ctrl-Z too. When the value dies the terminal is
/// restored, but a value is not destroyed by `exit`: call `close` on the way there.
public struct Screen: ~Copyable {
  public private(set) var theme: Palette
  public private(set) var size: Size
  public private(set) var isMouseOn: Bool
  /// Whether the terminal's other end is gone: nothing will ever come or be seen again.
  public private(set) var isHungUp = false
  private var isOpen = true
  private var isSuspended = false
  private var hasTitle = false
  private var hasResized = false
  private var isCursorShown: Bool?
  private var last: Frame?
  private var decoder = KeyDecoder()
  private var brush: Brush
  private let output: FrameOutput
  /// What each byte from 128 on is where letters are no UTF-8; empty where they are.
  private let letters: [[UInt8]]
  /// Whether the terminal takes sequences that have no name in terminfo, and ignores those it does not know.
  private let isModern: Bool

  /// Takes the terminal over.
  ///
  /// - Parameter theme: nil: dark or light as the terminal's background is. It is asked for, and nobody
  ///   waits: the screen is dark until the answer comes, and stays so where none does.
  public init(theme: Palette?, mouse: Bool) throws(ScreenError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw ScreenError.notATerminal
    }
    let name = Self.environment("TERM")
    let known = try TerminalName.known(name)
    let glyphs = Self.chooseGlyphs(terminal: known)
    let output = FrameOutput()
    guard ct_open(known, output.stream) != nil else { throw ScreenError.unknownTerminal(name) }
    // A frame goes out whole: keys that wait do not break it off.
    typeahead(-1)
    self.output = output
    letters = Self.lettersOfLocale()
    isModern = Self.canTitle(name)
    raw()
    noecho()
    nonl()
    self.theme = theme ?? .dark
    brush = Brush(theme: self.theme, glyphs: glyphs)
    size = Size(columns: Int(getmaxx(ct_window())), rows: Int(getmaxy(ct_window())))
    isMouseOn = mouse
    resized()
    hasResized = false
    erase()
    refresh()
    Self.send(Self.modes(on: true, mouse: mouse))
    if theme == nil, isModern {
      decoder.awaitsBackground = true
      Self.send(BackgroundAnswer.question)
    }
  }

  deinit {
    if isOpen { Self.restore(suspended: isSuspended, mouse: isMouseOn, title: hasTitle) }
  }

  /// For poll(2): readable when `keys` has something to read.
  public var descriptor: Int32 { STDIN_FILENO }

  /// Shows a frame; sends nothing when it is the one that is already there.
  ///
  /// Curses finds out what changed; what is the same as before is merely not handed to it again, which
  /// takes a third off the time of a key.
  public mutating func present(_ frame: Frame) {
    guard isOpen, !isSuspended, frame != last else { return }
    let before = last?.size == frame.size ? last : nil
    if before == nil { erase() }
    let changed = (0..<min(frame.size.rows, size.rows)).compactMap { y in
      frame.columns(thatDifferFrom: before, y: y).map { (y: y, columns: $0) }
    }
    // Much that changes is shown at once, where the terminal can do that.
    let isHeld = isModern && changed.count > 3
    for (y, columns) in changed {
      let cells = frame.row(y).prefix(min(columns.upperBound, size.columns))
      brush.draw(cells.dropFirst(columns.lowerBound), x: columns.lowerBound, y: Int32(y))
    }
    let isInside = frame.cursor.map(frame.bounds.contains) ?? false
    let isShown = isInside && frame.isCursorShown
    if isShown != isCursorShown {
      curs_set(isShown ? 1 : 0)
      isCursorShown = isShown
    }
    let place = isInside ? frame.cursor : nil
    move(Int32(place?.y ?? max(0, size.rows - 1)), Int32(place?.x ?? 0))
    output.send(between: isHeld ? ("\u{1B}[?2026h", "\u{1B}[?2026l") : ("", "")) { refresh() }
    last = frame
  }

  /// Everything that was typed, pasted and clicked and not yet read; never waits for more than the
  /// rest of a key that has begun.
  ///
  /// After 256 KiB it returns, so that a long paste does not hold up the screen; the descriptor
  /// stays readable then.
  public mutating func keys() -> [Key] {
    guard isOpen, !isSuspended else { return [] }
    var keys: [Key] = hasResized ? [.resize] : []
    hasResized = false
    var total = 0
    while total < 1 << 18, ct_readable(STDIN_FILENO, decoder.patience) == 1 {
      let bytes = read()
      if bytes.isEmpty { break }
      total += bytes.count
      keys += decoder.feed(bytes)
    }
    if total < 1 << 18 { keys += decoder.finish() }
    return followBackground() ? [.resize] + keys : keys
  }

  /// Takes the light colours once the terminal has said that its background is light, while nobody has
  /// chosen others; true when all is to be drawn anew.
  private mutating func followBackground() -> Bool {
    guard let isLight = decoder.isBackgroundLight else { return false }
    decoder.forgetBackground()
    guard isLight, theme == .dark else { return false }
    setTheme(.light)
    return true
  }

  private mutating func read() -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      count = max(0, Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count))
    }
    if bytes.isEmpty { isHungUp = true }
    guard !letters.isEmpty else { return bytes }
    return bytes.flatMap { $0 < 0x80 ? [$0] : letters[Int($0) - 0x80] }
  }

  /// Gives the terminal back for a while: before Ctrl-Z stops the job.
  public mutating func suspend() {
    guard isOpen, !isSuspended else { return }
    Self.restore(suspended: false, mouse: isMouseOn, title: false)
    isSuspended = true
  }

  /// Takes the terminal over again, at whatever size it now has, and draws everything.
  public mutating func resume() {
    guard isOpen, isSuspended else { return }
    isSuspended = false
    // Curses does it at the next frame, but a frame is drawn into memory, which has no modes.
    reset_prog_mode()
    isCursorShown = nil
    let shown = last
    resized()
    repaint()
    if let shown { present(shown) } else { refresh() }
    Self.send(Self.modes(on: true, mouse: isMouseOn))
  }

  /// Runs a program in the foreground, such as an editor, and comes back. Its exit code; nil when
  /// it did not start or was killed. A signal that ends us ends the program, and waits for the next
  /// `Signals.read`; a program that stops stops us as well.
  public mutating func run(_ arguments: [String]) -> Int32? {
    guard !arguments.isEmpty else { return nil }
    suspend()
    defer { resume() }
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    let status = Signals.run(pointers)
    return status >= 0 && status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Looks up the window's size: after SIGWINCH. `keys` then begins with `.resize`.
  public mutating func resized() {
    guard isOpen, !isSuspended else { return }
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard ct_size(STDOUT_FILENO, &columns, &rows) == 0 else { return }
    let now = Size(columns: Int(columns), rows: Int(rows))
    guard now != size else { return }
    resize_term(rows, columns)
    size = now
    hasResized = true
    repaint()
  }

  /// Forgets what the terminal shows: the next frame is drawn whole. For Ctrl-L, after something
  /// else has written on the terminal.
  public mutating func repaint() {
    guard isOpen else { return }
    last = nil
    clearok(ct_physical(), true)
  }

  /// Changes the colours; takes effect with the next frame.
  public mutating func setTheme(_ theme: Palette) {
    guard isOpen else { return }
    self.theme = theme
    brush = Brush(theme: self.theme, glyphs: brush.glyphs)
    repaint()
  }

  /// Whether the program gets the mouse, or the terminal keeps it for selecting text.
  public mutating func setMouse(_ on: Bool) {
    guard isOpen, on != isMouseOn else { return }
    isMouseOn = on
    if !isSuspended { Self.send(on ? Self.mouseOn : Self.mouseOff) }
  }

  /// The window's title; the one before comes back at the end, where the terminal can do that.
  public mutating func setTitle(_ title: String) {
    guard isOpen, !isSuspended, Self.canTitle(Self.environment("TERM")) else { return }
    let push = hasTitle ? "" : "\u{1B}[22;2t"
    hasTitle = true
    Self.send(push + "\u{1B}]2;\(Text.clip(Text.sanitised(title), to: 200))\u{7}")
  }

  /// Rings the terminal's bell, and says why on the desktop where the terminal does that (OSC 9), unless
  /// somebody looks at this window.
  public func bell(saying text: String) {
    guard isOpen, !isSuspended else { return }
    let note = "\u{1B}]9;\(Text.clip(Text.sanitised(text), to: 200))\u{7}"
    Self.send("\u{7}" + (isModern && decoder.hasFocus != true && !text.isEmpty ? note : ""))
  }

  /// Asks for a text on the clipboard (OSC 52); false where nobody would understand. Tmux takes it where
  /// `set-clipboard` is on, or passes it on where `allow-passthrough` is.
  public func copy(base64 text: String) -> Bool {
    guard isOpen, !isSuspended, isModern, Self.environment("STY").isEmpty else { return false }
    let request = "\u{1B}]52;c;\(text)\u{7}"
    let passed = "\u{1B}Ptmux;\u{1B}\(request)\u{1B}\\"
    Self.send(request + (Self.environment("TMUX").isEmpty ? "" : passed))
    return true
  }

  /// Restores the terminal. A second time does nothing.
  public mutating func close() {
    guard isOpen else { return }
    isOpen = false
    Self.restore(suspended: isSuspended, mouse: isMouseOn, title: hasTitle)
  }
}

internal import CTerminal
internal import Glibc

/// What curses does not do: modes of the terminal that have no name in terminfo.
extension Screen {
  static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"

  /// Bracketed paste, whether the window has the keyboard, and the mouse where it is wanted. Terminals without
  /// them ignore it.
  static func modes(on: Bool, mouse: Bool) -> String {
    on
      ? "\u{1B}[?2004h\u{1B}[?1004h" + (mouse ? mouseOn : "")
      : (mouse ? mouseOff : "") + "\u{1B}[?1004l\u{1B}[?2004l"
  }

  static func restore(suspended: Bool, mouse: Bool, title: Bool) {
    let pop = title ? "\u{1B}[23;2t" : ""
    send((suspended ? "" : modes(on: false, mouse: mouse)) + pop)
    if !suspended {
      curs_set(1)
      endwin()
    }
  }

  /// Writes past curses, which has sent all it had to by then. Errors are left to the next read:
  /// a terminal that cannot be written to is gone.
  static func send(_ text: String) {
    send(Array(text.utf8))
  }

  static func send(_ all: [UInt8]) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR || errno == EAGAIN { continue }
      if sent <= 0 { return }
      bytes = bytes.dropFirst(sent)
    }
  }

  static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Sets the C library's character set, which curses writes in, and says what can be shown.
  ///
  /// A locale that is missing or POSIX, as often over ssh, is taken for UTF-8 where the terminal
  /// is newer than that.
  static func chooseGlyphs(terminal: String) -> Glyphs {
    let isOld = terminal.hasPrefix("vt1") || terminal.hasPrefix("vt2") || terminal == "ansi"
    let found = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
    if ct_is_utf8() == 0, !isOld, ["C", "POSIX"].contains(found) {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    if ct_is_utf8() == 0 { return .limited(to: ct_is_latin1() == 1 ? 0xFF : 0x7E) }
    if isOld { return .ascii }
    return terminal.hasPrefix("linux") ? .console : .full
  }

  /// What the bytes from 128 on are, in UTF-8, where the locale's letters are bytes.
  static func lettersOfLocale() -> [[UInt8]] {
    guard ct_is_utf8() == 0 else { return [] }
    return (0x80...0xFF).map { byte in
      let letter = ct_letter(Int32(byte))
      guard letter > 0, let scalar = Unicode.Scalar(UInt32(letter)) else { return [] }
      return Array(String(Character(scalar)).utf8)
    }
  }

  /// The Linux console and old terminals would print a title.
  static func canTitle(_ terminal: String) -> Bool {
    !["linux", "vt", "ansi", "cons", "sun"].contains { terminal.hasPrefix($0) }
  }
}
