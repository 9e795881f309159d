import WorkshopCore

/// The names that a plan may use where it names something: the program's, and what stands in the plan.
struct PlanNames {
  private var lists: [PlanWords.Kind: [String]] = [:]
  private var sets: [PlanWords.Kind: Set<String>] = [:]
  private var meanings: [PlanWords.Kind: [String: String]] = [:]
  /// The words of each person's name and each id, to know people by.
  private var people: [Set<String>] = []
  /// Nothing is known of the program: every name passes.
  private let isOpen: Bool

  init(in root: JSONText.Node, _ words: PlanWords?) {
    isOpen = words == nil
    guard let words else { return }
    var all = words
    all[.board] = Self.words(root["boards"], "title") + words[.board]
    all[.theme] = Self.words(root["themes"], "name") + words[.theme]
    all[.activity] = (root["sessions"]?.elements ?? []).flatMap {
      Self.words($0["activities"], "title")
    }
    let persons = Self.words(root["people"], "name") + words[.person]
    people = persons.flatMap { person in ([person.id] + person.names).map(Self.parts) }
    for kind in PlanWords.Kind.allCases where kind != .person {
      var known: Set<String> = []
      lists[kind] = all[kind].map(\.id).filter { known.insert($0).inserted }
      sets[kind] = known
      meanings[kind] = Dictionary(
        all[kind].flatMap { word in word.names.map { (NearMiss.key($0), word.id) } },
        uniquingKeysWith: { first, _ in first })
    }
    lists[.person] = persons.flatMap { $0.names.isEmpty ? [$0.id] : $0.names }
    sets[.board]?.formUnion(Workshop.ownBoards)
    sets[.board]?.formUnion([Workshop.parking] + Board.between.map(\.id))
    for (word, kind) in PlanMeanings.kinds where meanings[.kind]?[word] == nil {
      meanings[.kind]?[word] = kind
    }
    for (word, code) in PlanMeanings.languages { meanings[.language]?[word] = code }
  }

  func has(_ name: String, _ kind: PlanWords.Kind) -> Bool {
    isOpen || (sets[kind]?.contains(name) ?? false)
  }

  func all(_ kind: PlanWords.Kind) -> [String] { lists[kind] ?? [] }

  func meanings(_ kind: PlanWords.Kind) -> [String: String] { meanings[kind] ?? [:] }

  /// Those named in a text who are on no list of people; nobody while there is no list.
  ///
  /// Several names may stand there; a first name, or a surname, is enough for somebody who is listed.
  func strangers(in text: String) -> [String] {
    guard !people.isEmpty else { return [] }
    let joined = text.split(whereSeparator: \.isWhitespace)
      .map { ["and", "et", "és"].contains($0) ? "," : $0 }.joined(separator: " ")
    return joined.split { ",;&+/".contains($0) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { name in
        let parts = Self.parts(name)
        return !parts.isEmpty && !people.contains { parts.isSubset(of: $0) }
      }
  }

  private static func parts(_ name: String) -> Set<String> {
    Set(name.split(whereSeparator: \.isWhitespace).map { NearMiss.key(String($0)) })
      .subtracting([""])
  }

  /// The ids of a list, with the texts that people know them by.
  private static func words(_ list: JSONText.Node?, _ title: String) -> [PlanWords.Word] {
    (list?.elements ?? []).compactMap { element in
      guard let id = element["id"]?.text else { return nil }
      switch element[title]?.value {
      case .text(let text): return PlanWords.Word(id, [text])
      case .object(let members): return PlanWords.Word(id, members.compactMap(\.node.text))
      default: return PlanWords.Word(id)
      }
    }
  }
}

/// Words that people write for those of a plan, in lower case without accents, spaces and hyphens.
///
/// Only where the two look nothing alike; slips of the pen are found by `NearMiss`.
enum PlanMeanings {
  /// For keys.
  static let keys = [
    "name": "title", "titre": "title", "cim": "title", "heading": "title", "label": "title",
    "nev": "name", "nom": "name", "lang": "language", "langue": "language", "nyelv": "language",
    "locale": "language", "objective": "goal", "purpose": "goal", "but": "goal", "cel": "goal",
    "aim": "goal", "days": "sessions", "meetings": "sessions", "seances": "sessions",
    "alkalmak": "sessions", "day": "date", "jour": "date", "nap": "date", "datum": "date",
    "agenda": "activities", "items": "activities", "steps": "activities",
    "deroule": "activities", "programpontok": "activities", "participants": "people",
    "roster": "people", "persons": "people", "personnes": "people", "nevsor": "people",
    "walls": "boards", "murs": "boards", "falak": "boards", "topics": "themes",
    "temak": "themes", "duration": "minutes", "duree": "minutes", "length": "minutes",
    "time": "start", "perc": "minutes", "idotartam": "minutes", "min": "minimum",
    "max": "maximum", "type": "kind", "kinds": "kind", "genre": "kind", "fajta": "kind",
    "begin": "start", "begins": "start", "debut": "start", "kezdet": "start", "hour": "start",
    "at": "start", "venue": "place", "location": "place", "room": "place", "lieu": "place",
    "salle": "place", "helyszin": "place", "description": "question", "prompt": "question",
    "kerdes": "question", "notes": "script", "instructions": "script", "speaker": "who",
    "facilitator": "lead", "owner": "lead", "responsable": "lead", "felelos": "lead",
    "materials": "material", "result": "output", "vote": "poll", "voting": "poll",
    "ballot": "poll", "skip": "dropped", "skipped": "dropped", "locked": "fixed",
    "turns": "rounds", "parts": "segments", "groups": "zones", "clusters": "zones",
    "game": "warmUp", "icebreaker": "warmUp", "organization": "organisation",
    "company": "organisation", "employer": "organisation", "mail": "email",
    "courriel": "email", "fonction": "role", "votes": "dots", "points": "dots",
    "options": "winners", "maxperoption": "cap",
  ]

  /// For kinds of activity, beside the names that the program has for them.
  static let kinds = [
    "voting": "poll", "ballot": "poll", "survey": "poll", "election": "poll", "dotvote": "poll",
    "dotmocracy": "poll", "scrutin": "poll", "sondage": "poll", "pause": "break",
    "lunch": "break", "dejeuner": "break", "coffee": "break", "coffeebreak": "break",
    "ebed": "break", "kavaszunet": "break", "buffer": "break", "rest": "break",
    "brainstorm": "board", "brainstorming": "board", "wall": "board", "ideation": "board",
    "ideas": "board", "mur": "board", "fal": "board", "icebreaker": "warm-up",
    "energiser": "warm-up", "energizer": "warm-up", "game": "warm-up", "jeu": "warm-up",
    "jatek": "warm-up", "presentation": "talk", "lecture": "talk", "speech": "talk",
    "pitch": "talk", "keynote": "talk", "expose": "talk", "eloadas": "talk",
    "discussion": "plenary", "intro": "plenary", "introduction": "plenary",
    "welcome": "plenary", "opening": "plenary", "pleniere": "plenary", "plenum": "plenary",
    "signup": "sign-up", "registration": "sign-up", "inscription": "sign-up",
    "closing": "check-out", "cloture": "check-out", "retrospective": "check-out",
    "zarokor": "check-out", "evaluation": "check-out", "todo": "actions",
    "nextsteps": "actions", "tasks": "actions", "personas": "persona", "map": "journey",
    "facts": "harvest", "collect": "harvest", "judges": "jury",
  ]

  /// For the other words that may stand in a plan.
  static let words = [
    "high": "must", "required": "must", "medium": "should", "low": "could", "optional": "could",
    "nice": "could", "explore": "scan", "discover": "scan", "diverge": "scan",
    "felderites": "scan", "converge": "focus", "fokusz": "focus", "do": "act",
    "action": "act", "cselekves": "act", "decide": "act", "stickers": "dots", "dot": "dots",
    "gommettes": "dots", "score": "criteria", "scores": "criteria", "scoring": "criteria",
    "borda": "ranking", "rank": "ranking", "order": "ranking", "condorcet": "ranking",
    "majority": "judgment", "majorityjudgment": "judgment", "majorityjudgement": "judgment",
    "grades": "judgment",
    "judgement": "judgment", "credits": "quadratic", "yesno": "single", "choice": "single",
    "one": "single", "ticks": "approval", "objections": "consent", "roti": "scale",
    "effort": "impact", "matrix": "impact", "top5": "topFive", "clusters": "zone",
    "groups": "zone", "first": "oldest", "last": "newest", "alphabet": "text",
    "votes": "voices", "manual": "order", "true": "yes", "false": "no", "on": "yes",
    "off": "no", "oui": "yes", "non": "no", "igen": "yes", "nem": "no",
    "short": "short", "forbidden": "refused", "allowed": "counted", "each": "round",
  ]

  /// For languages.
  static let languages = [
    "english": "en", "anglais": "en", "angol": "en", "enus": "en", "engb": "en", "eng": "en",
    "french": "fr", "francais": "fr", "francia": "fr", "frfr": "fr", "fra": "fr",
    "hungarian": "hu", "hongrois": "hu", "magyar": "hu", "huhu": "hu", "hun": "hu",
  ]
}

/// What was likely meant by a value of the wrong shape, as JSON; nil where nobody can tell.
enum Guess {
  /// `true` for “yes”, `false` for 0.
  static func flag(_ node: JSONText.Node) -> String? {
    switch NearMiss.key(node.text ?? node.number ?? "") {
    case "true", "yes", "y", "1", "oui", "igen", "on": "true"
    case "false", "no", "n", "0", "non", "nem", "off": "false"
    default: nil
    }
  }

  /// `30` for “30”, “30 min” and 30.0.
  static func number(_ node: JSONText.Node) -> String? {
    guard let text = node.text, text.count < 40 else { return nil }
    let digits = text.split { !("0"..."9").contains($0) }
    let isNegative = text.contains("-")
    guard digits.count == 1, digits[0].count <= 6, !isNegative else { return nil }
    return Int(digits[0]).map(String.init)
  }

  /// `09:30` for “9h30”, “9.30”, “0930”, “9:30 am” and “9”.
  static func clock(_ text: String) -> String? {
    guard text.count < 40 else { return nil }
    var parts = text.split { !("0"..."9").contains($0) }.map(String.init)
    if parts.count == 1, (3...4).contains(parts[0].count) {
      parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))]
    }
    guard (1...3).contains(parts.count), var hour = Int(parts[0]) else { return nil }
    let minute = parts.count > 1 ? parts[1] : "00"
    if text.lowercased().contains("pm"), hour < 12 { hour += 12 }
    return ClockTime("\(hour):\(minute)")?.description
  }

  /// `2026-01-05` for “2026-1-5”, “2026/01/05” and “5.1.2026”; a day and a month that may be turned round are
  /// nobody's to guess.
  static func day(_ text: String) -> String? {
    guard text.count < 40 else { return nil }
    let parts = text.split { !("0"..."9").contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let isTurned = parts[2].count == 4 && (text.contains(".") || numbers[0] > 12)
    guard parts[0].count == 4 || isTurned else { return nil }
    let day = isTurned ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
    return Day(year: day.0, month: day.1, day: day.2).map { $0.iso }
  }
}
