/// Something that happened in the workshop, in the past tense.
///
/// Events speak of cards, ballots and countdowns, never of activity kinds. Cases are never renamed;
/// added fields are optional; an event a version does not know is kept and skipped.
public enum Event: Codable, Equatable, Sendable {
  /// The room moved to an activity. Pauses every other countdown; `seconds` starts this one's, or
  /// lets it run on when it had begun. `left` is what the one before had left, in seconds, as it was
  /// seen where the room moved: written where clocks differ. `from` is the activity that the room was
  /// seen at there: of two desks that leave one activity in the same moment the first moves the room.
  case activityOpened(
    activity: ActivityID, seconds: Int?, left: Int? = nil, from: ActivityID? = nil)
  /// A round's segment began, counted from 0 through all the plan's rounds; `seconds` starts its
  /// countdown. Written by the first version; now `segmentOpened`.
  case turnOpened(activity: ActivityID, turn: Int, seconds: Int?)
  /// A segment of a round began, counted from 0; `seconds` starts its countdown.
  case segmentOpened(activity: ActivityID, round: String, segment: Int, seconds: Int?)
  /// The rounds were put in another order, or some are skipped; those not named come after.
  /// `seed` is what the order was drawn with, where it was drawn.
  case roundsArranged(
    activity: ActivityID, order: [String], skipped: [String], seed: Int? = nil)

  /// The stage shows a view of an activity (its own id, empty for the usual one) at a step, from 0: a
  /// deck's cards turned one by one, a game's steps, a gallery.
  case viewShown(activity: ActivityID, view: String, step: Int)

  // Of the room, or of one table.
  case countdownStarted(activity: ActivityID, seconds: Int, table: String? = nil)
  /// `left` is what was seen to be left, in seconds: written where clocks differ.
  case countdownPaused(activity: ActivityID, table: String? = nil, left: Int? = nil)
  case countdownResumed(activity: ActivityID, table: String? = nil)
  /// More time, or less when `seconds` is negative.
  case countdownExtended(activity: ActivityID, seconds: Int, table: String? = nil)
  /// So many seconds are left from now on, running or paused as it was; `of` how many in all, where that
  /// is told: then they may be negative, in overtime.
  case countdownSet(activity: ActivityID, seconds: Int, table: String? = nil, of: Int? = nil)
  /// Something the room sees or hears of the time was turned on or off.
  case settingChanged(setting: Setting, isOn: Bool)
  /// The plan was changed in the program.
  case planChanged(changes: [PlanChange])

  /// A card was put on a board; its id is the entry's. `fields` may hold any field, `zone` included.
  case cardAdded(board: BoardID, text: String, fields: [String: String]?)
  /// A field of a card got a value (empty: cleared). `over` names the entry whose value it replaces.
  case fieldSet(card: CardID, field: String, value: String, over: EntryID?)
  /// A field of several cards got its values at one stroke: people took their seats, ideas went to a
  /// cluster.
  case fieldsSet(field: String, values: [CardID: String])
  case cardBinned(card: CardID)
  case cardRestored(card: CardID)
  /// Somebody said the same thing again.
  case voiceAdded(card: CardID)
  /// A member (a person's id, a tag, a session's id) joined one of a card's sets.
  case memberAdded(card: CardID, set: String, member: String)
  /// A member left a set; only the additions named in `over` are taken back, so that adding wins.
  case memberRemoved(card: CardID, set: String, member: String, over: [EntryID])

  /// A board was made live, for instance the canvas `about` a project; its id is the entry's.
  case boardAdded(title: String, canvas: String?, sheet: String?, about: CardID?)
  /// A zone, usually a cluster, was made on a board; its id is the entry's.
  case zoneAdded(board: BoardID, title: String)
  /// A zone has another title; an empty one dissolves it.
  case zoneRenamed(zone: ZoneID, title: String)
  /// The stage shows a board in place of the activity's own; nil gives it back to the activity.
  case boardShown(board: BoardID?)
  /// Something of a board was set for everybody.
  case boardSet(board: BoardID, setting: Board.Setting, value: String)
  /// A version of what the board holds was kept, to see later what became of it; `notes` tell what it
  /// held, where the board no longer does.
  case boardKept(board: BoardID, title: String, notes: [Kept.Note]? = nil)
  /// The stage shows one card large, over whatever it shows; nil ends it, and so does moving on.
  case cardShown(card: CardID?)

  /// A vote began on a frozen list; its id is the entry's. Options are cards' ids or plain texts.
  /// `runoffOf` names the vote whose tie it is to break. Kept apart, for it is seven times as large as any
  /// other, and events are held by the hundred thousand.
  indirect case pollOpened(
    activity: ActivityID, question: String, method: Poll.Method, options: [String], dots: Int,
    cap: Int, winners: Int, settings: Poll.Settings? = nil, runoffOf: PollID? = nil)
  /// What an open vote gives each voter, or its cut line, was changed; nil: as it was.
  case pollChanged(poll: PollID, dots: Int?, cap: Int?, winners: Int?)
  /// One voter's whole ballot; a later one of the same voter replaces it. `marks` are as `Poll.Method`
  /// says, `reasons` those of objections by option. `person` names the voter only where the poll asks
  /// for it.
  case ballotCast(
    poll: PollID, voter: String, marks: [String: Int], way: Ballot.Way? = nil,
    person: CardID? = nil, reasons: [String: String]? = nil)
  /// Stickers or hands were counted: totals by option, by how many voters (nil: not counted). A later
  /// count of the same `way` and `wall` replaces it; different ones add up.
  case totalsCounted(
    poll: PollID, totals: [String: Int], voters: Int?, way: Ballot.Way? = nil,
    wall: String? = nil)
  /// Voting ended; `cut` is the last sequence counted of each writer, `counts` are the counts that
  /// count (nil: those before it).
  case pollClosed(poll: PollID, cut: [String: Int], counts: [EntryID]? = nil)
  case pollRevealed(poll: PollID)
  /// Somebody voted, where the vote lists who did. It leads to no ballot.
  case voterListed(poll: PollID, person: CardID)
  /// Something was done about a tie at the cut: what goes on of the tied, who decided and why, and the
  /// seed where lots were drawn (a journal's numbers have ten digits at most).
  case tieResolved(
    poll: PollID, remedy: Remedy, chosen: [String], who: String?, reason: String?, seed: UInt32?)
  /// Slips were printed; `marks` recognise their tokens and tell nothing of them.
  case tokensIssued(marks: [String])

  /// A terminal's people said they are done with the activity, or not after all.
  case readied(activity: ActivityID, ready: Bool)
  /// An earlier entry no longer counts; reverting the revert brings it back.
  case reverted(entry: EntryID)
  /// A computer's clock is too far ahead to be followed: its entries stand where they would with a clock
  /// so many seconds earlier. Of several that speak of one writer the first holds.
  case clockCorrected(writer: String, ahead: Int)
}

/// What the room sees and hears of the time; everything is on until somebody turns it off.
public enum Setting: String, Codable, CaseIterable, Sendable {
  /// The terminal's bell when a time is up.
  case bell
  /// The digits of a countdown; off, only its bar stays: a visible clock can inhibit ideas.
  case digits
}
