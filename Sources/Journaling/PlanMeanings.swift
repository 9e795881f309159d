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
}
