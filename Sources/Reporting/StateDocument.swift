import FoundationEssentials
public import WorkshopCore

/// The whole state of a workshop as JSON, for other programs: `session.json` in the workshop
/// directory, `atelier status --json` and `atelier export --format json` are this document. `init` gives
/// what is in the workshop it gets: what only the facilitator should read was taken out before
/// (`Workshop.withoutPrivateRemarks`, `.published`).
///
/// Texts are in the workshop's language and exactly as typed. An optional key (marked ?) is left
/// out when there is nothing to say, but for those of the top level, which are always there.
///
/// | key | is |
/// |---|---|
/// | `version` | 1; grows when a key changes its meaning |
/// | `title`, `language` | text; `en`, `fr` or `hu` |
/// | `current`, `shown` | the id of the activity the room is at, of the board the stage shows in its place; or null |
/// | `countdown` | null, or of the current activity: `activity`, `seconds` in all, `remaining` seconds (negative in overtime), `running`, `at` (the moment this is true of) |
/// | `programme`? | `call` (`text`, `opens`, `closes`, `who`, `rules`, `anonymous`), `traits` (`few-themes`, `close-people`, `short-experiment`, `easy-evaluation`), `fund` (`name`, `amount`, `currency`), `earlier[]` (`id`, `name`, `years`, `municipalities`, `projects`, `money`): each optional, as in `workshop.json` |
/// | `themes[]` | `id`, `name`, `challenge`?, `sponsor`?, `status` (explored, not-explored), `reason`? |
/// | `sessions[]` | `id`, `title`, `date`? (`YYYY-MM-DD`), `start` (`HH:MM`), `place`?, `activities[]` |
/// | `sessions[].activities[]` | `id`, `title`, `kind`, `phase`? (scan, focus, act), `priority` (must, should, could), `planned` (`HH:MM`), `minutes`, `fixed`, `state` (ahead, now, done, skipped), `opened[]` (ms since 1970), `turn`? (from 0), `ready[]` (who said so), `question`?, `lead`?, `board`?, `sheet`?, `canvas`? |
/// | `sessions[].activities[]`, now and then | `offsets[]` (seconds east of Greenwich when opened, where known), `view`? (`name`, `step`), `rounds`? (`order[]`, `skipped[]`, `seed`?) |
/// | `boards[]` | `id`, `title`, `question`?, `columns` (zone, theme, table), `zones[]` (`id`, `title`), `sheet`?, `canvas`?, `about`? (a card), `sort`?, `closed`?, `revealed`?, `frozen`?, `sealed`? (its cards are not in here), `order[]`? (cards as they came to it, where that is not as they were added), `versions[]`? (`title`, `at`, `notes[]`) |
/// | `cards[]` | `id`, `board`, `zone`?, `theme`?, `table`?, `text`, `author`?, `by` (who typed it), `added`? (none: in the plan), `voices`, `ownVoices`? (without those of the cards beneath it, which name it in `into`), `gone` (in the bin), `fields` (every other field), `rivals` (by field: `text`, `by`), `members` (by set: ids) |
/// | `people[]` | `id`, `name`, `organisation`?, `role`?, `project`?, `theme`?, `table`?, `present[]` (ids of sessions), `moves[]`? (`project`, `at`: ms since 1970) |
/// | `polls[]` | `id`, `activity`, `question`, `method` (see `Poll.Method`), `options[]` (`id`, `label`), `dots`, `cap`, `winners`, `settings`? (see `Poll.Settings`), `runoffOf`?, `open`, `revealed`, `voters`, `criteria[]`? (parts of the marks: `id`, `name`?, `weight`?), `grades[]`? (worst first); once revealed also `abstained`, `results[]`, `ballots[]`, `counted[]`? (stickers and hands: `way`, `wall`, `totals`, `voters`?), `remedies[]`? (of a tie: `remedy`, `chosen`, `who`?, `reason`?, `seed`?) |
/// | `spotlit`?, `off[]`?, `clocks[]`? | the card shown large; `bell`, `digits`; every countdown, with `table`? and `waits`? (it goes on when the room is back) |
/// | `changes[]`? | only in `atelier export --format json`: who did what to which card, oldest first: `at` (ms since 1970), `by`?, `card`, `deed` (added, changed, binned, restored, voiced), `field`? |
/// | `plan`? | only in `atelier export --format json`: what was prepared, as in `workshop.json`, for `atelier import` |
/// | `changed`? | only beside `plan`: the plan as it stands, where it was changed in the program |
/// | `polls[].results[]` | best first: `id`, `label`, `score` (stickers on paper included; null where nobody scored it), `rank` (ties share it), `chosen` |
/// | `polls[].ballots[]` | `marks` (by option, or by `criterion:option`), `reasons`? of objections, `receipt`?; no names, and not in the order they came |
///
/// Moments are ISO 8601 in UTC. People are the cards of the board `people`: they are in `cards`
/// too, with their fields; somebody in the bin is in `cards` only. Themes stand in `themes` alone,
/// though they are edited as cards. What only the facilitator should see (scripts, the fields that
/// `Card.isPrivate` names) is not in here.
public struct StateDocument: Codable, Equatable, Sendable {
  public let version: Int
  public let title: String
  public let language: String
  public let current: ActivityID?
  public let shown: BoardID?
  public let countdown: Countdown?
  /// What the programme is beyond its meetings, in the shape of `workshop.json`; nil: nobody said.
  public let programme: Programme?
  public let themes: [Theme]
  public let sessions: [Session]
  public let boards: [Board]
  public internal(set) var cards: [Card]
  public let people: [Person]
  public let polls: [Poll]
  /// The card that the stage shows large.
  public let spotlit: CardID?
  /// What of the time was turned off: `bell`, `digits`; nil: nothing.
  public let off: [String]?
  /// Every countdown, the tables' too; nil: none.
  public let clocks: [Countdown]?
  /// Who did what to which card, and when; nil where only the state was asked for.
  public let changes: [Change]?
  /// What was prepared, in the shape of `workshop.json`: what `atelier import` needs. Nil where only the
  /// state was asked for.
  public let plan: Plan?
  /// The plan as it stands, where it was changed in the program; what was prepared stays what days are
  /// compared with.
  public let changed: Plan?

  /// The version of the shape that this program writes.
  public static let version = 1

  /// - Parameters:
  ///   - now: what the countdown and the activities' states are true of.
  ///   - language: the language of the texts; nil: the workshop's.
  ///   - reading: a text in a language; where nobody says how, the one that the text itself has.
  ///   - withPlan: whether it can be read back as a workshop.
  public init(
    _ workshop: Workshop, now: Moment, language: String? = nil, withPlan: Bool = false,
    reading: (Localized, String) -> String = { $0.text(in: $1) }
  ) {
    self.init(
      workshop, now: now, language: language, withPlan: withPlan, withCards: true,
      reading: reading)
  }

  init(
    _ workshop: Workshop, now: Moment, language: String?, withPlan: Bool, withCards: Bool,
    reading: (Localized, String) -> String
  ) {
    let language = language ?? workshop.plan.language
    func say(_ text: Localized) -> String { reading(text, language) }
    version = Self.version
    title = say(workshop.plan.title)
    self.language = language
    current = workshop.current
    shown = workshop.shown
    countdown = Countdown(workshop, now: now)
    programme = workshop.plan.programme?.mapped { Localized(say($0)) }
    themes = workshop.themes.map { Theme($0, in: workshop, say) }
    sessions = workshop.plan.sessions.map {
      Session($0, in: workshop, now: now, say)
    }
    let hidden = workshop.themesBoard
    let added = Dictionary(grouping: workshop.order) { workshop.cards[$0]?.board ?? "" }
    boards = workshop.boards.filter { $0.id != hidden }.map {
      Board($0, in: workshop, added: added[$0.id] ?? [], say)
    }
    cards = withCards ? Array(Self.cards(of: workshop)) : []
    people = workshop.people.map { Person($0, moves: workshop.moves[$0.id] ?? []) }
    polls = workshop.polls.map { Poll($0, in: workshop, say) }
    spotlit = workshop.spotlit
    let off = Setting.allCases.filter { !workshop.isOn($0) }.map(\.rawValue)
    self.off = off.isEmpty ? nil : off
    let clocks = Countdown.all(workshop, now: now)
    self.clocks = clocks.isEmpty ? nil : clocks
    changes = withPlan ? Change.all(of: cards, in: workshop) : nil
    plan = withPlan ? workshop.base.withoutAddresses : nil
    changed = withPlan && workshop.plan != workshop.base ? workshop.plan.withoutAddresses : nil
  }

  /// Those that anybody may read, in the order in which they were added, each made when it is asked for.
  static func cards(of workshop: Workshop) -> some Sequence<Card> {
    let hidden = workshop.themesBoard
    return workshop.order.lazy.compactMap { workshop.cards[$0] }.filter {
      $0.board != hidden && !workshop.isSealed($0.board)
    }.map { Card($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(title, forKey: .title)
    try container.encode(language, forKey: .language)
    try container.encode(current, forKey: .current)
    try container.encode(shown, forKey: .shown)
    try container.encode(countdown, forKey: .countdown)
    try container.encodeIfPresent(programme, forKey: .programme)
    try container.encode(themes, forKey: .themes)
    try container.encode(sessions, forKey: .sessions)
    try container.encode(boards, forKey: .boards)
    try container.encode(cards, forKey: .cards)
    try container.encode(people, forKey: .people)
    try container.encode(polls, forKey: .polls)
    try container.encodeIfPresent(spotlit, forKey: .spotlit)
    try container.encodeIfPresent(off, forKey: .off)
    try container.encodeIfPresent(clocks, forKey: .clocks)
    try container.encodeIfPresent(changes, forKey: .changes)
    try container.encodeIfPresent(plan, forKey: .plan)
    try container.encodeIfPresent(changed, forKey: .changed)
  }
}
