import WorkshopCore

// Every object that may stand in `workshop.json`. A key that a decoder in `WorkshopCore` reads has its
// line here, and a test sees that the two agree.

extension PlanShape {
  package static let plan = PlanShape(
    name: "plan",
    keys: [
      Key(
        "v", .number(0...Plan.version), help: "The version of the file's shape", isRefused: false),
      Key(
        "id", .text, help: "What tells it from every other workshop; the program writes it"),
      Key("title", .localized, isRequired: true, help: "What the workshop is called"),
      Key("summary", .localized, help: "One line that tells a template from the others"),
      Key(
        "language", .name(.language), usual: #""en""#,
        help: "The language of the screens and the report"),
      Key("goal", .localized, help: "What the workshop is for"),
      Key("lead", .text, help: "Who leads it"),
      Key("commissioner", .text, help: "Who asked for it and will read what comes of it"),
      Key("reach", .text, help: "The numbers that it is to reach, such as 30 people"),
      Key("programme", .object(programme), help: "What the workshop is beyond its sessions"),
      Key("tables", .number(1...Plan.mostTables), usual: "5", help: "How many tables there are"),
      Key("themes", .list(.object(theme)), usual: "[]", help: "The subjects people work on"),
      Key("people", .list(.object(person)), usual: "[]", help: "The list of people"),
      Key("boards", .list(.object(board)), usual: "[]", help: "Where cards go"),
      Key("sessions", .list(.object(session)), usual: "[]", help: "The sessions, first to last"),
      Key(
        "written", .list(.text), usual: "[]",
        help: "The last changes made in the program that this file has; the program writes it",
        isRefused: false),
    ])

  package static let session = PlanShape(
    name: "session",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that no other session has"),
      Key("title", .localized, help: "What the session is called"),
      Key("date", .day, help: "The day, such as 2026-11-23", isRefused: false),
      Key(
        "planned", .day, help: "The day that was planned first, once it was moved",
        isRefused: false),
      Key("start", .clock, usual: #""09:00""#, help: "When it begins, such as 09:00"),
      Key("place", .text, help: "Where it is held"),
      Key("bring", .localized, help: "What people bring along"),
      Key(
        "before", .list(.localized), usual: "[]",
        help: "What is done between the session before and this one"),
      Key(
        "next", .dayFirst, help: "When people meet again: a day, then an hour and a place",
        isRefused: false),
      Key("activities", .list(.object(activity)), usual: "[]", help: "The agenda, in order"),
    ])

  package static let activity = PlanShape(
    name: "activity",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that no other activity has"),
      Key("title", .localized, help: "What people read on the agenda"),
      Key("kind", .name(.kind), isRequired: true, help: "What people do, such as board or poll"),
      Key("phase", .word(Phase.allCases.map(\.rawValue)), help: "Scan, Focus or Act"),
      Key("minutes", .number(day), isRequired: true, help: "Whole minutes, as planned"),
      Key("minimum", .number(day), help: "The least it can be shortened to"),
      Key("maximum", .number(day), help: "The most it can be lengthened to"),
      Key(
        "priority", .word(Activity.Priority.allCases.map(\.rawValue)), usual: #""must""#,
        help: "What is left out first when time is short: could, then should"),
      Key("fixed", .flag, usual: "false", help: "It starts at a fixed time"),
      Key(
        "start", .clock,
        help: "When a fixed item starts; without, where the minutes before it lead"),
      Key(
        "delay", .number(-1440...1440), usual: "0",
        help: "Minutes it starts later than what is before it ends"),
      Key("dropped", .flag, usual: "false", help: "Left out: it keeps its line, takes no time"),
      Key("question", .localized, help: "What everyone reads in large letters"),
      Key("points", .list(.localized), usual: "[]", help: "The lines under the question"),
      Key("script", .localized, help: "What only the facilitator reads"),
      Key("lead", .name(.person), help: "Who leads it"),
      Key("material", .localized, help: "What must be at hand"),
      Key("output", .localized, help: "What comes out of it"),
      Key("board", .name(.board), help: "The board that its cards go to"),
      Key("warmUp", .name(.warmUp), help: "The game of a warm-up"),
      Key("deck", .name(.deck), help: "The deck of persona cards"),
      Key(
        "deal", .word(Deck.Deal.allCases.map(\.rawValue)), usual: #""full""#,
        help: "How many persona cards are dealt"),
      Key("sheet", .name(.sheet), help: "The fields of its cards"),
      Key("canvas", .name(.canvas), help: "The canvas or user journey to fill"),
      Key("mini", .flag, usual: "false", help: "Only the core blocks of the canvas"),
      Key("poll", .object(poll), help: "How people vote"),
      Key("method", .name(.method), help: "The method"),
      Key("sets", .object(settings), help: "What is set on its board when it opens first"),
      Key("rotates", .flag, help: "The sheets of the tables go round"),
      Key(
        "keeps", .localized, help: "The version of every canvas that is kept when it opens first"),
      Key("matrix", .object(matrix), help: "Two axes that its cards are placed on"),
      Key("next", .flag, help: "It says when people meet again"),
      Key("each", .name(.board), help: "A board: each of its cards has a turn"),
      Key("eachCount", .number(1...1000), help: "How many of these turns are held here"),
      Key("eachAfter", .name(.activity), help: "The activity whose turns go on here"),
      Key(
        "flow", .word(Activity.Flow.allCases.map(\.rawValue)), usual: #""round""#,
        help: "all goes on from turn to turn, round waits for a key"),
      Key("rounds", .list(.object(round)), usual: "[]", help: "Turns: talks, pitches, rotations"),
    ])

  package static let board = PlanShape(
    name: "board",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that no other board has"),
      Key("title", .localized, help: "What the board is called"),
      Key("question", .localized, help: "What people are asked"),
      Key("sheet", .name(.sheet), help: "The fields of its cards"),
      Key(
        "columns", .word(Board.Columns.allCases.map(\.rawValue)), usual: #""zone""#,
        help: "What makes a column"),
      Key("zones", .list(.object(zone)), usual: "[]", help: "Columns that are there at the start"),
      Key(
        "canvas", .name(.canvas), help: "The canvas or user journey whose blocks are its columns"),
      Key("about", .text, help: "The id of the card that the board is about"),
      Key(
        "sort", .word(Board.Sort.allCases.map(\.rawValue)), usual: #""oldest""#,
        help: "The order of the cards"),
      Key("closed", .flag, usual: "false", help: "Hidden from the projector while people write"),
      Key("frozen", .flag, usual: "false", help: "Takes no new cards"),
      Key("sealed", .flag, usual: "false", help: "Nobody can read it until it is opened"),
    ])

  package static let poll = PlanShape(
    name: "poll",
    keys: [
      Key(
        "method", .word(Poll.Method.allCases.map(\.rawValue)), usual: #""dots""#,
        help: "The kind of vote"),
      Key("dots", .number(1...Poll.mostDots), help: "What each voter has to spend"),
      Key("cap", .number(1...Poll.mostDots), help: "The most on one option"),
      Key("winners", .number(0...1000), help: "How many options are chosen"),
      Key("criteria", .list(.object(criterion)), help: "What options are scored on"),
      Key("steps", .number(Poll.Settings.steps), help: "The highest score"),
      Key("lowest", .number(Poll.Settings.lowest), help: "The lowest score"),
      Key("grades", .number(Poll.Settings.grades), help: "How many grades there are"),
      Key("spendsAll", .flag, help: "All points must be spent"),
      Key("fewest", .number(1...Poll.mostDots), help: "The fewest choices of a ballot"),
      Key("quorum", .number(1...Poll.mostDots), help: "How many must vote for it to count"),
      Key(
        "proxies", .number(Poll.Settings.proxies),
        help: "How many more ballots a voter may submit for people who are absent"),
      Key(
        "fund", .number(1...Poll.Fund.most / 100),
        help: "What is chosen must be paid for out of so much money"),
      Key(
        "own", .word(Poll.OwnIdeas.allCases.map(\.rawValue)),
        help: "What becomes of a vote for one's own idea"),
      Key("namesVoters", .flag, help: "Who voted is listed, without the choices"),
      Key("adds", .flag, help: "Scores on criteria are added up; else their mean counts"),
      Key("clusters", .flag, help: "The options are the clusters of the board"),
    ])

  package static let theme = PlanShape(
    name: "theme",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that no other theme has"),
      Key("name", .localized, isRequired: true, help: "What the theme is called"),
      Key("challenge", .localized, help: "The question people answer: How might we…"),
      Key("sponsor", .text, help: "Who asked for it"),
    ])

  package static let person = PlanShape(
    name: "person",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that nobody else has"),
      Key("name", .text, isRequired: true, help: "First name and surname"),
      Key("organisation", .text, help: "Where they work"),
      Key(
        "role", .text, help: "builder, expert, facilitator, consultant, jury, sponsor, note-taker"),
      Key("cohort", .text, help: "The cohort of the programme"),
      Key("origin", .text, help: "How they joined"),
      Key("availability", .text, help: "When they have time"),
      Key("joinedOn", .day, help: "The day they joined", isRefused: false),
      Key("email", .text, help: "Private: on no screen and in no report"),
      Key("stakeholder", .flag, help: "The success of a project matters to their work"),
    ])
}

extension PlanShape {
  /// Minutes of an activity.
  private static let day = 0...1440

  /// Every object of the README's tables, outermost first.
  package static let all = [
    plan, session, activity, round, segment, poll, criterion, settings, matrix, axis, quadrants,
    board, zone, theme, person, programme, call, traits, fund, earlier,
  ]

  static let round = PlanShape(
    name: "round",
    keys: [
      Key("id", .id, help: "A short name that no other turn has; without, its number"),
      Key("title", .localized, isRequired: true, help: "What it is about"),
      Key("who", .name(.person), help: "Who speaks"),
      Key("theme", .name(.theme), help: "The theme it belongs to"),
      Key("segments", .list(.object(segment)), usual: "[]", help: "Its parts, with their minutes"),
    ])

  static let segment = PlanShape(
    name: "segment",
    keys: [
      Key("title", .localized, isRequired: true, help: "What the part is called"),
      Key("minutes", .number(day), isRequired: true, help: "Whole minutes"),
      Key(
        "step", .number(1...1000), help: "The step of the method that everyone reads then, from 1"),
      Key("form", .word(Gathering.allCases.map(\.rawValue)), help: "How people are at it"),
    ])

  static let zone = PlanShape(
    name: "zone",
    keys: [
      Key("id", .id, isRequired: true, help: "A short name that no other column has"),
      Key("title", .localized, isRequired: true, help: "What the column is called"),
    ])

  static let criterion = PlanShape(
    name: "criterion",
    keys: [
      Key("id", .id, isRequired: true, help: "A few letters without a colon"),
      Key("name", .localized, isRequired: true, help: "What is scored"),
      Key("weight", .number(0...100), isRequired: true, help: "What it counts against the others"),
    ])

  static let settings = PlanShape(
    name: "sets",
    keys: [
      Key(
        "columns", .word(Board.Columns.allCases.map(\.rawValue)), help: "What makes a column",
        isRefused: false),
      Key(
        "sort", .word(Board.Sort.allCases.map(\.rawValue)), help: "The order of the cards",
        isRefused: false),
      Key(
        "closed", yesOrNo, help: "Hidden from the projector while people write", isRefused: false),
      Key("revealed", .text, help: "How many cards of a hidden board are shown"),
      Key("frozen", yesOrNo, help: "Takes no new cards", isRefused: false),
      Key("sealed", yesOrNo, help: "Nobody can read it until it is opened", isRefused: false),
      Key(
        "room", .word([Board.Room.here.rawValue, Board.Room.newest.rawValue]),
        help: "The canvas on the projector", isRefused: false),
    ], refusesOthers: true)

  private static let yesOrNo = Value.word([Board.yes, "no"])

  static let matrix = PlanShape(
    name: "matrix",
    keys: [
      Key("across", .object(axis), isRequired: true, help: "From left to right"),
      Key("up", .object(axis), isRequired: true, help: "From the bottom to the top"),
      Key("quadrants", .object(quadrants), isRequired: true, help: "What each quarter is called"),
    ])

  static let axis = PlanShape(
    name: "axis",
    keys: [
      Key("field", .text, isRequired: true, help: "The field of the card that holds the place"),
      Key("title", .localized, isRequired: true, help: "What the axis is called"),
    ])

  static let quadrants = PlanShape(
    name: "quadrants",
    keys: [
      Key("topLeft", .localized, isRequired: true, help: "Little across, much up"),
      Key("topRight", .localized, isRequired: true, help: "Much across, much up"),
      Key("bottomLeft", .localized, isRequired: true, help: "Little across, little up"),
      Key("bottomRight", .localized, isRequired: true, help: "Much across, little up"),
    ])

  package static let programme = PlanShape(
    name: "programme",
    keys: [
      Key("call", .object(call), help: "The call to take part"),
      Key("traits", .object(traits), help: "What makes it easy to try"),
      Key("fund", .object(fund), help: "The money for its projects"),
      Key("earlier", .list(.object(earlier)), help: "The programmes before it, first to last"),
    ])

  static let call = PlanShape(
    name: "call",
    keys: [
      Key("text", .localized, help: "What the call says"),
      Key("opens", .text, help: "The day the call opens"),
      Key("closes", .text, help: "The day the call closes"),
      Key("who", .localized, help: "Who may answer"),
      Key("rules", .localized, help: "The rules of the call"),
      Key("anonymous", .flag, help: "Ideas come without names"),
    ])

  static let traits = PlanShape(
    name: "traits",
    keys: Programme.Trait.allCases.map { trait in
      let help =
        switch trait {
        case .fewThemes: "Why there are few themes"
        case .closePeople: "How people are close to the matter"
        case .shortExperiment: "How short the experiment is"
        case .easyEvaluation: "How easy it is to evaluate"
        }
      return Key(trait.rawValue, .localized, help: help)
    })

  static let fund = PlanShape(
    name: "fund",
    keys: [
      Key("name", .localized, help: "What the fund is called"),
      Key("amount", .figure, help: "How much there is, such as 12 500 €"),
      Key("currency", .text, help: "The currency of amounts without one"),
    ])

  static let earlier = PlanShape(
    name: "earlier",
    keys: [
      Key("id", .id, help: "A short name that no other one has; without, its number"),
      Key("name", .localized, help: "What the programme was called"),
      Key("years", .figure, help: "When it was held, such as 2017–2018"),
      Key("municipalities", .figure, help: "How many municipalities took part"),
      Key("projects", .figure, help: "How many projects it had"),
      Key("money", .figure, help: "What it had to spend"),
    ])
}
