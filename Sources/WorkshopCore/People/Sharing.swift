// What of a workshop is told outside the facilitator's desk: every report, list and file that leaves the
// house is made of a workshop that was read through here, so that no format has to know what is private.

extension Workshop {
  /// Without what jurors wrote for the group alone: their scores and recommendations stay, for they are
  /// counted with the others.
  public var withoutPrivateRemarks: Workshop {
    var audiences: [[String]: String] = [:]
    func form(_ card: Card) -> [String] {
      [card.board, card[Jury.juror] ?? "", card[Card.project] ?? ""]
    }
    // Who fills in a form at two terminals has two cards of it: private on one is private.
    for card in order.compactMap({ cards[$0] }) where card[Jury.juror] != nil {
      guard let audience = card[Jury.audience] else { continue }
      if audiences[form(card)] != Jury.forTheGroup { audiences[form(card)] = audience }
    }
    guard order.contains(where: { cards[$0]?[Jury.juror] != nil }) else { return self }
    var workshop = self
    workshop.change { card in
      guard card[Jury.juror] != nil, audiences[form(card)] != Jury.readOut else { return card }
      var card = card
      for (field, value) in card.values
      where !Self.formFields.contains(field) && Int(value.text) == nil {
        card.values[field] = FieldValue(text: "", entry: value.entry, by: value.by)
      }
      return card
    }
    return workshop
  }

  /// Fields of a juror's form that are no remark; scores are numbers.
  private static let formFields: Set<String> = [
    Card.board, Card.zone, Card.theme, Card.project, Jury.juror, Jury.interest, Jury.audience,
    Recommendations.field,
  ]

  /// For anybody at all: also without scripts, what lies in the bin (but for what was voted on, which a
  /// result has to name), texts that were typed over, and who sat at which terminal.
  public var published: Workshop {
    var workshop = withoutPrivateRemarks
    let voted = Set(polls.flatMap(\.options))
    workshop.drop { $0.isGone && !voted.contains($0.id) }
    workshop.change { card in
      var card = card.typed(by: "")
      for field in card.values.keys { card.values[field]?.rivals = [] }
      return card
    }
    workshop.plan = plan.withoutScripts
    workshop.base = base.withoutScripts
    workshop.ready = [:]
    workshop.forgetWho()
    return workshop
  }

  /// Without people's names: whoever is on the roster is called as `label` says wherever the full name
  /// stands, or a word of it alone; names that are on no roster and stand in a field made for them are
  /// left out.
  ///
  /// No program can tell every name: nicknames, initials, a first name with an ending and whoever is on
  /// no roster stay in texts. And a Rose of the roster takes the flower along.
  ///
  /// - Parameters:
  ///   - somebody: stands for a word that several names share.
  ///   - whole: the workshop whose roster counts, where this is an earlier moment of it; nil: this one.
  ///   - label: what the n-th person of the roster, from 1, is called.
  public func withoutNames(
    somebody: String = "…", onRosterOf whole: Workshop? = nil, _ label: (Int, Card) -> String
  ) -> Workshop {
    let roster = (whole ?? self).namedPeople
    let names = (whole ?? self).nameList(somebody: somebody, label)
    func renamed(_ text: String) -> String { names.taken(outOf: text) }
    var workshop = self
    workshop.change { card in
      var card = card.typed(by: "")
      for (field, value) in card.values {
        let isHere = cards[value.text] != nil
        let text = renamed(value.text)
        let isKept = !Card.nameFields.contains(field) || isHere || text != value.text
        card.values[field] = FieldValue(text: isKept ? text : "", entry: value.entry, by: "")
      }
      return card
    }
    for (index, person) in roster.enumerated() {
      let value = FieldValue(
        text: label(index + 1, person), entry: person.values[Card.text]?.entry, by: "")
      workshop.cards[person.id]?.values[Card.text] = value
    }
    workshop.plan = plan.renamed(renamed, roster: roster)
    workshop.base = base.renamed(renamed, roster: roster)
    workshop.polls = polls.map { $0.asking(renamed($0.question)) }
    for index in workshop.boards.indices {
      workshop.boards[index].title = boards[index].title.mapped(renamed)
      for zone in boards[index].zones.indices {
        workshop.boards[index].zones[zone].title = boards[index].zones[zone].title.mapped(renamed)
      }
    }
    workshop.kept = kept.mapValues { versions in
      versions.map { version in
        version.with(
          notes: version.notes.map {
            Kept.Note(card: $0.card, zone: $0.zone, text: renamed($0.text))
          })
      }
    }
    workshop.ready = [:]
    workshop.forgetWho()
    // Ids that somebody chose are made of names.
    let chosen = roster.enumerated().filter { EntryID($1.id) == nil }
    workshop.rename(Dictionary(uniqueKeysWithValues: chosen.map { ($1.id, "person-\($0 + 1)") }))
    return workshop
  }

  private var namedPeople: [Card] {
    ids(on: Self.people).compactMap { cards[$0] }.filter { !$0.text.isEmpty }
  }

  /// Personas are nobody: their names stay, also where somebody on the roster has the same one.
  private func nameList(somebody: String, _ label: (Int, Card) -> String) -> NameList {
    NameList(
      namedPeople.enumerated().map { ($1.text, label($0 + 1, $1)) }, somebody: somebody,
      keeping: Set(cards(ofSheet: "persona").flatMap { NameList.words(of: $0.text) }))
  }

  /// Words that `withoutNames` leaves and that may still tell who somebody is: what is nearly a name of the
  /// roster (“Dupont2”, “Annának”), and whatever stands after an “@”. For a person to read.
  public var doubtfulNames: [String] {
    let names = nameList(somebody: "…") { _, _ in "…" }
    var doubts: [String] = []
    for card in order.compactMap({ cards[$0] }) where card.board != Self.people {
      for value in card.values.values where cards[value.text] == nil {
        for word in names.doubts(in: names.taken(outOf: value.text)) where !doubts.contains(word) {
          doubts.append(word)
        }
      }
    }
    return doubts.sorted()
  }

  /// The trail of changes, without who made them.
  private mutating func forgetWho() {
    trail = trail.map {
      Trace(stamp: $0.stamp, by: "", card: $0.card, kind: $0.kind, field: $0.field)
    }
  }

  private mutating func change(_ body: (Card) -> Card) { cards = cards.mapValues(body) }
}

extension Card {
  /// Fields that hold somebody's name.
  static let nameFields: Set<String> = [
    author, "owner", "helpers", "lead", "scribe", "coach", "speaker", "juror", "from", "testers",
  ]

  fileprivate func typed(by name: String) -> Card { copied(id: id, by: name) }

  /// The same card where ids are others: its own, those in its fields and sets.
  func renamed(_ new: (CardID) -> CardID) -> Card {
    var card = copied(id: new(id), by: by)
    for (field, value) in values where new(value.text) != value.text {
      card.values[field] = FieldValue(text: new(value.text), entry: value.entry, by: value.by)
    }
    card.sets = sets.mapValues { members in
      Dictionary(members.map { (new($0), $1) }, uniquingKeysWith: { $0.union($1) })
    }
    return card
  }

  private func copied(id: CardID, by name: String) -> Card {
    var card = Card(id: id, added: added, by: name, values: values)
    card.isGone = isGone
    card.ownVoices = ownVoices
    card.echoes = echoes
    card.sets = sets
    return card
  }
}

extension Plan {
  /// Without the scripts, and without the private fields of people.
  public var withoutScripts: Plan {
    var plan = withoutAddresses
    for session in plan.sessions.indices {
      for activity in plan.sessions[session].activities.indices {
        plan.sessions[session].activities[activity].script = nil
      }
    }
    return plan
  }

  /// Without the private fields of people.
  public var withoutAddresses: Plan {
    var plan = self
    for index in plan.people.indices where Card.isPrivate(Card.email) {
      plan.people[index].email = nil
    }
    return plan
  }

  fileprivate func renamed(_ renamed: (String) -> String, roster: [Card]) -> Plan {
    var plan = self
    for index in plan.people.indices {
      guard let number = roster.firstIndex(where: { $0.id == plan.people[index].id }) else {
        continue
      }
      plan.people[index].name = renamed(plan.people[index].name)
      plan.people[index].id = "person-\(number + 1)"
    }
    plan.programme = programme?.mapped { $0.mapped(renamed) }
    plan.lead = lead.map(renamed)
    plan.commissioner = commissioner.map(renamed)
    for index in plan.themes.indices {
      plan.themes[index].sponsor = plan.themes[index].sponsor.map(renamed)
    }
    for session in plan.sessions.indices {
      plan.sessions[session].before = plan.sessions[session].before.map { $0.mapped(renamed) }
      plan.sessions[session].bring = plan.sessions[session].bring?.mapped(renamed)
      plan.sessions[session].next = plan.sessions[session].next.map(renamed)
      for index in plan.sessions[session].activities.indices {
        plan.sessions[session].activities[index].rename(renamed)
      }
    }
    return plan
  }
}

extension Activity {
  fileprivate mutating func rename(_ renamed: (String) -> String) {
    title = title.mapped(renamed)
    question = question?.mapped(renamed)
    points = points.map { $0.mapped(renamed) }
    script = script?.mapped(renamed)
    material = material?.mapped(renamed)
    output = output?.mapped(renamed)
    lead = nil
    for index in rounds.indices {
      rounds[index].title = rounds[index].title.mapped(renamed)
      rounds[index].who = nil
    }
  }
}

extension Poll {
  /// The same vote under a question without names, and without who did what about a tie.
  fileprivate func asking(_ question: String) -> Poll {
    var poll = self
    poll.question = question
    poll.resolutions = poll.resolutions.map {
      Resolution(
        entry: $0.entry, by: "", remedy: $0.remedy, chosen: $0.chosen, who: nil, reason: $0.reason,
        seed: $0.seed)
    }
    return poll
  }
}

extension Localized {
  /// The same texts, each changed.
  public func mapped(_ change: (String) -> String) -> Localized {
    Localized(texts: texts.mapValues(change))
  }
}
