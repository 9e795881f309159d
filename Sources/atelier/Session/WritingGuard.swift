import Boards
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Tells writing from commands at a desk, where every letter is a command: whoever types a sentence there
/// moves nothing, and finds it on a line.
///
/// Letters that come closer together than commands do are a word. What the first one of them does is
/// held until that is known, where the room would see it; where only this terminal would, it is done at
/// once and taken back. A key that is held down, digits alone, and a capital or a digit after a single letter
/// (`a` and then a card's first word) are no words. Over a page or a panel a word must hold a letter that
/// would do something there, for one walks through those fast.
struct WritingGuard {
  /// Keys closer together than this are one word's, in milliseconds.
  ///
  /// Fast typists leave about 120 ms between two keys (Dhakal and others, "Observations on Typing from
  /// 136 Million Keystrokes", 2018); single commands, each with a look at what it did, come at 250 and
  /// more. This lies in the middle.
  static let gap: Int64 = 185

  /// What becomes of a key.
  enum Verdict {
    case press
    /// Not yet known; `release` gives it back.
    case hold
    /// It is held down, and what it asks for is asked for once a press.
    case ignore
    /// It belongs to a text, which is all of the word so far; the focus is what it was before.
    case write(String, from: Focus)
  }

  /// Keys that came close after one another.
  private struct Word {
    var text: String
    /// When its last letter came, in milliseconds since the start of the machine.
    var last: Int64
    /// The focus before its first letter.
    let start: Focus
    let isOverOverlay: Bool
    /// Those that are not yet done.
    var held: [Key] = []
  }

  private var word: Word?
  /// The key that came last, and when.
  private var last: (key: Key, time: Int64)?

  /// A key that is held down comes again faster than anybody presses one, in milliseconds.
  private static let heldDown: Int64 = 120

  /// When what is held is due, in milliseconds since the start of the machine; nil when nothing is.
  var deadline: Int64? {
    word.flatMap { $0.held.isEmpty ? nil : $0.last + Self.gap }
  }

  /// The keys that turned out to be commands, to be done now.
  ///
  /// - Parameter key: the key that has just come; nil: none has, time went by.
  mutating func release(before key: Key?, at time: Int64) -> [Key] {
    guard let word, key.flatMap({ continued(word, by: $0, at: time) }) == nil else { return [] }
    if key == nil, time < word.last + Self.gap { return [] }
    self.word = nil
    return word.held
  }

  /// Everything that is held, because the terminal is left.
  mutating func releaseAll() -> [Key] {
    defer { word = nil }
    return word?.held ?? []
  }

  /// Takes a key after `release` was asked and its keys were pressed.
  mutating func take(_ key: Key, at time: Int64, _ scene: Scene) -> Verdict {
    guard case .character(let character) = key, scene.role == .facilitator else { return .press }
    let isHeldDown = last.map { $0.key == key && time - $0.time < Self.heldDown } ?? false
    last = (key, time)
    if isHeldDown, Self.isOnceAPress(key, scene) { return .ignore }
    if let word, let text = continued(word, by: key, at: time) {
      return take(key, of: word, text, at: time, scene)
    }
    let isOverOverlay = scene.focus.overlay != nil
    if isOverOverlay, !Keymap.bindings(scene).contains(where: { $0.keys.contains(key) }) {
      return .press
    }
    let isHarmless = Self.isHarmless(key, scene)
    word = Word(
      text: String(character), last: time, start: scene.focus, isOverOverlay: isOverOverlay,
      held: isHarmless ? [] : [key])
    return isHarmless ? .press : .hold
  }

  private mutating func take(
    _ key: Key, of word: Word, _ text: String, at time: Int64, _ scene: Scene
  ) -> Verdict {
    if text.contains(where: \.isLetter),
      !word.isOverOverlay || !word.held.isEmpty || !Self.isHarmless(key, scene)
    {
      self.word = nil
      return .write(text, from: word.start)
    }
    self.word?.text = text
    self.word?.last = time
    if word.held.isEmpty, Self.isHarmless(key, scene) { return .press }
    self.word?.held.append(key)
    return .hold
  }

  /// The word with one more letter; nil where that key does not go on with it.
  private func continued(_ word: Word, by key: Key, at time: Int64) -> String? {
    guard case .character(let character) = key, time - word.last < Self.gap,
      let first = word.text.first, let last = word.text.last, character != last,
      !Self.openers.contains(first)
    else { return nil }
    if word.text.count == 1, first.isLetter,
      character.isNumber || first.isLowercase && character.isUppercase
    {
      return nil
    }
    return word.text + String(character)
  }

  /// What no sentence begins with, and what opens a line to type on.
  private static let openers: Set<Character> = ["/", ":", "?", " "]

  /// Whether a key takes back, or says yes to a question: holding it down is no second press. A key that
  /// is no command here is a letter, and two of them are two.
  private static func isOnceAPress(_ key: Key, _ scene: Scene) -> Bool {
    guard Keymap.bindings(scene).contains(where: { $0.keys.contains(key) }) else { return false }
    let isAsked = scene.focus.armed.map { $0.until > scene.now.milliseconds } ?? false
    return isAsked || [.undo, .redo].contains(Keymap.decide(key, scene).effect)
  }

  /// Whether a key does nothing that the room could see, and nothing that is not easily taken back.
  private static func isHarmless(_ key: Key, _ scene: Scene) -> Bool {
    let outcome = Keymap.decide(key, scene)
    return outcome.events.isEmpty && outcome.effect == nil
      && (outcome.focus?.isOnStage ?? scene.focus.isOnStage) == scene.focus.isOnStage
  }
}

extension Scene {
  /// The line on which a text goes on that was begun among the commands: a card of the board at hand, or
  /// a question for later where that board takes none.
  func goingOn(with text: String) -> Outcome {
    guard let board, refusal(ofCardsOn: board) == nil, var prompt = newCard(on: board, typed: text)
    else {
      guard var prompt = parking(typed: text) else { return .nothing }
      prompt.title = "You seem to be writing: for later"
      prompt.help = "Enter parks it · Esc: back"
      prompt.keepsHelp = true
      prompt.slip = text
      return .open(prompt, self)
    }
    prompt.title = "You seem to be writing: a card for \(board.title)"
    prompt.help = "Enter adds it · Esc: back"
    prompt.keepsHelp = true
    prompt.slip = text
    return .open(prompt, self)
  }
}
