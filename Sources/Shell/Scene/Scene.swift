package import Assets
import FoundationEssentials
package import Journaling
package import Languages
package import Terminal
package import WorkshopCore

/// All that a view may see: the workshop, this terminal's place in it, and the time.
package struct Scene: Sendable {
  package var workshop: Workshop
  package var content: Content
  package var features: Features
  package var role: Role
  package var language: Language
  /// The language is the plan's, also once somebody changes it there.
  package var followsPlan = false
  package var focus: Focus
  package var now: Moment
  /// Random, another one before each key: what must be guessed by nobody is made of it.
  package var chance: UInt64 = 0
  /// The name of whoever sits here.
  package var me: String
  /// The workshop's directory; nil where there is none.
  package var folder: String?
  /// Seconds by which this machine's clock was set forward while the program ran; negative when set back.
  package var clockIsApart = 0
  /// The terminal's: a step to the card at the right asks where the cards stand.
  package var size = Size(columns: 80, rows: 24)
  /// Who else is here.
  package var presence: [Presence] = []
  package var saving: Saving = .saved
  /// Nothing leads out of the program here: no editor, no files of the machine, no suspending. Whoever sits
  /// here has no account of their own.
  package var isRestricted = false
  /// The keys that whoever sits here wants instead of the usual ones.
  package var ownKeys = OwnKeys()
  /// What is typed for a binding where lines are typed and no keys pressed, where it has a word; nil on a
  /// screen.
  package var word: (@Sendable (Binding, Scene) -> String?)?
  /// What is said goes into a file that is kept, and not on a screen: days have their year, and boards are
  /// read whole. On a screen what was said in other sessions is left out while one goes on.
  package var isForFile = false
  /// The moment that what is written to files is true of: when the last entry was written.
  package var asOf = Moment(milliseconds: 0)
  /// What had happened by any moment before, for what tells of one; nil on a screen.
  package var past: Past?
  /// What was composed before of a file that is written again and again; nil: it is composed anew.
  package var parts: KeptParts?
  /// The workshop as it is now, where `workshop` is that of an earlier moment.
  var present: Present?
  /// Where another desk took the room last, since this one was opened.
  package var lastMove: RoomMove?
  /// A trouble the facilitator must know of: a refused plan, a damaged journal. Never on stage.
  package var trouble: Phrase?
  /// Journals that are not read: what every screen shows may be wrong then, and every one says so.
  package var unread: Phrase?
  /// What the keys do, worked out for the frame that is drawn; nil: it is worked out when it is asked for.
  package var bindings: [Binding]?
  /// The lesson that whoever sits here is taking.
  package var guide: Guide?
  /// Files of the workshop's own content that are not used, until the facilitator has seen it.
  package var refused: [DiagnosticText] = []

  /// A phrase in the reader's language; the keys that it names are those that do it here.
  package func say(_ phrase: Phrase) -> String {
    ownKeys.isEmpty && word == nil ? language(phrase) : language(phrase, keyName: keyName)
  }
  package func say(_ text: Localized?) -> String { language(text) }

  /// A text in any language that there is, such as the workshop's.
  package func reading(_ text: Localized, _ code: String) -> String {
    (Language.find(code, in: content) ?? language)(text)
  }

  /// Speaks the plan's language, unless another one was asked for.
  package mutating func followLanguage() {
    guard followsPlan, workshop.plan.language != language.code,
      let other = Language.find(workshop.plan.language, in: content)
    else { return }
    language = other
  }

  /// The activity the room is at.
  package var current: Activity? { workshop.plan.activity(workshop.current) }

  /// What comes after the current activity, over what is left out or done; the first one before anything
  /// began.
  package var following: Activity? {
    let activities = workshop.plan.activities
    let finished = workshop.finished
    let index = activities.firstIndex { $0.id == workshop.current }
    return activities.dropFirst(index.map { $0 + 1 } ?? 0).first {
      !$0.isDropped && !finished.contains($0.id)
    }
  }

  /// What everyone is told comes next: today's, and nothing of spare time, which the room need not know of.
  package var followingToday: Activity? {
    guard let session = workshop.current.flatMap({ workshop.plan.session(of: $0) }) else {
      return nil
    }
    let finished = workshop.finished
    let index = session.activities.firstIndex { $0.id == workshop.current }
    return session.activities.dropFirst(index.map { $0 + 1 } ?? 0).first {
      !$0.isDropped && !finished.contains($0.id) && !isBuffer($0)
    }
  }

  /// Whether an activity is time that may be used up by others: a rest that can shrink to nothing.
  package func isBuffer(_ activity: Activity) -> Bool {
    kind(of: activity).traits.contains(.rest) && activity.minimum == 0
  }

  /// What stands before the current activity.
  package var preceding: Activity? {
    let activities = workshop.plan.activities
    let index = activities.firstIndex { $0.id == workshop.current } ?? 0
    return activities.prefix(index).last { !$0.isDropped }
  }

  /// The session whose agenda is on screen: the current activity's, else today's, else the first.
  package var session: Session? {
    workshop.plan.session(of: workshop.current) ?? workshop.plan.sessions.first
  }

  package var countdown: Countdown? { workshop.countdown(at: now) }

  /// A table's own countdown in the current activity.
  package func countdown(of table: String) -> Countdown? { workshop.countdown(of: table, at: now) }

  /// Whether the room left the current activity hours or days ago without saying so.
  package var isLeft: Bool { workshop.isLeft(at: now) }

  /// The countdowns that tables have of their own in the current activity, by table.
  package var tableCountdowns: [(table: String, countdown: Countdown)] {
    let all = isLeft ? [:] : workshop.current.flatMap { workshop.tableCountdowns[$0] } ?? [:]
    func order(_ table: String) -> (Int, String) { (Int(table) ?? .max, table) }
    return all.sorted { order($0.key) < order($1.key) }.map {
      (table: $0.key, countdown: $0.value)
    }
  }

  /// Every countdown of the current activity, the room's first.
  package var countdowns: [Countdown] {
    [countdown].compactMap { $0 } + tableCountdowns.map(\.countdown)
  }

  /// The turn of a round that runs now; the first one while none has begun.
  package func turn(of activity: Activity) -> Turn? {
    let playlist = workshop.playlist(of: activity)
    return playlist.dropFirst(workshop.turnIndex(of: activity, in: playlist) ?? 0).first
  }

  /// What people do in the part that runs now, in the words of the activity's method, and where it stands:
  /// its name, how people are at it, its minutes, which of how many it is. Nil where no method says it.
  package func step(of activity: Activity) -> (task: String, place: String)? {
    guard let method = content.method(activity.method), let turn = turn(of: activity) else {
      return nil
    }
    let playlist = workshop.playlist(of: activity)
    let index = workshop.turnIndex(of: activity, in: playlist) ?? 0
    guard let task = method.step(for: turn.segment, at: index, of: playlist.count) else {
      return nil
    }
    var parts = [say(turn.segment.title)]
    if let form = turn.segment.form.map({ say($0.name) }), Fold.plain(form) != Fold.plain(parts[0])
    {
      parts.append(form)
    }
    parts.append(say("\(turn.segment.minutes) min"))
    if playlist.count > 1 { parts.append(say("Part \(index + 1) of \(playlist.count)")) }
    return (say(task), parts.joined(separator: " · "))
  }

  /// Whether this screen is for the facilitator's eyes alone.
  var mayShowPrivately: Bool { role == .facilitator && !focus.isOnStage }

  package init(
    workshop: Workshop, content: Content, features: Features, role: Role, language: Language,
    focus: Focus, now: Moment, me: String, clockIsApart: Int = 0,
    size: Size = Size(columns: 80, rows: 24), presence: [Presence] = [], saving: Saving = .saved,
    trouble: Phrase? = nil, refused: [DiagnosticText] = []
  ) {
    self.workshop = workshop
    self.content = content
    self.features = features
    self.role = role
    self.language = language
    self.focus = focus
    self.now = now
    self.me = me
    self.clockIsApart = clockIsApart
    self.size = size
    self.presence = presence
    self.saving = saving
    self.trouble = trouble
    self.refused = refused
  }
}
