import Assets
package import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A plan's review in words: what an experienced facilitator would ask before the day.
package enum PlanReviewText {
  package static let heading: Phrase = "What an experienced facilitator would ask"
  package static let none: Phrase = "The plan raises no question."

  /// What would be asked about the plan as the room will follow it; empty when there is nothing.
  ///
  /// - Parameter told: names and days that were told with their place in the file already.
  package static func lines(_ scene: Scene, but told: Set<String> = []) -> [String] {
    lines(
      scene.workshop.plan, scene.language, scene.content, boards: scene.workshop.boards,
      kinds: scene.workshop.catalogue.kinds, but: told)
  }

  /// The programme's or a session's title, then a sentence for each remark, indented.
  ///
  /// - Parameters:
  ///   - boards: those that were made in the room and may be named as well.
  ///   - kinds: what the kinds of activities are, by id.
  static func lines(
    _ plan: Plan, _ language: Language, _ content: Content, boards: [Board] = [],
    kinds: [String: KindTraits], but told: Set<String> = []
  ) -> [String] {
    var known = content.known(with: boards)
    known.kinds = kinds
    let review = Review(of: plan, knowing: known)
    let remarks = Dictionary(
      grouping: review.remarks.filter { remark in
        switch remark.point {
        case .unknown(_, let name, _), .unreadableDate(let name): !told.contains(name)
        default: true
        }
      }, by: \.session)
    let programme = block(
      language("The whole programme"), remarks[nil] ?? [], Sentences(plan, nil, language))
    return programme
      + plan.sessions.flatMap { session in
        block(
          language(session.title), remarks[session.id] ?? [], Sentences(plan, session, language))
      }
  }

  /// What would be asked about a session of the plan as it stands now, a sentence each, and last about the
  /// programme.
  static func remarks(of session: Session, _ scene: Scene) -> [String] {
    let plan = scene.workshop.plan
    var known = scene.content.known(with: scene.workshop.boards)
    known.kinds = scene.workshop.catalogue.kinds
    let remarks = Review(of: plan, knowing: known).remarks
    let (own, others) = (
      Sentences(plan, session, scene.language), Sentences(plan, nil, scene.language)
    )
    return remarks.filter { $0.session == session.id }.map { Text.sanitised(own.sentence($0)) }
      + remarks.filter { $0.session == nil }.map { Text.sanitised(others.sentence($0)) }
  }

  private static func block(
    _ title: String, _ remarks: [PlanDiagnostic], _ wording: Sentences
  ) -> [String] {
    guard !remarks.isEmpty else { return [] }
    return [Text.sanitised(title)]
      + remarks.map { "  " + Text.sanitised(wording.sentence($0)) }
  }
}

extension Content {
  /// The ids that a plan may name because they are content, or boards of the room.
  fileprivate func known(with boards: [Board]) -> Review.Known {
    Review.Known(
      sheets: Set(sheets.keys), canvases: Set(canvases.keys).union(journeys.keys),
      decks: Set(decks.keys),
      warmUps: Set(warmUps.map(\.id)), methods: Set(methods.map(\.id)),
      boards: Set(boards.map(\.id)))
  }
}

extension PlanReviewText {
  /// How the remarks on one session, or on the programme, are said.
  struct Sentences {
    private let plan: Plan
    private let language: Language
    /// The session's activities by id.
    private let places: [ActivityID: Place]

    /// An activity's title and when it is planned to start.
    private struct Place {
      let title: String
      let time: String
      /// Both, for the beginning of a sentence.
      var name: String { "\(title) (\(time))" }
    }

    init(_ plan: Plan, _ session: Session?, _ language: Language) {
      self.plan = plan
      self.language = language
      let activities = session?.activities ?? []
      let starts = session?.plannedStarts ?? []
      places = Dictionary(
        zip(activities, starts).map { activity, start in
          (activity.id, Place(title: language(activity.title), time: Self.clock(start)))
        }, uniquingKeysWith: { first, _ in first })
    }

    func sentence(_ remark: PlanDiagnostic) -> String { language(phrase(remark)) }

    private static func clock(_ minutes: Int) -> String { ClockTime(minutes: minutes).description }

    private func place(_ activity: ActivityID?) -> Place {
      activity.flatMap { places[$0] } ?? Place(title: activity ?? "", time: "")
    }

    private func phrase(_ remark: PlanDiagnostic) -> Phrase {
      let place = place(remark.activity)
      let name = place.name
      switch remark.point {
      case .longStretch(let minutes, let start):
        return "\(minutes) min without a break before \(place.title) at \(Self.clock(start))."
      case .longStretchThrough(let minutes, let end):
        return "\(minutes) min without a break to the end of \(place.title) at \(Self.clock(end))."
      case .littleBuffer(0, let total, let wanted):
        return
          "No buffer: nothing can be shortened; \(wanted) of \(total) min would be prudent."
      case .littleBuffer(let gives, let total, let wanted):
        return
          "Little buffer: \(gives) of \(total) min can be saved at most; \(wanted) would be prudent."
      case .noLunch(let wanted):
        return "No lunch break in a day that runs over noon; \(wanted) min would do."
      case .shortLunch(let minutes, let wanted) where remark.activity == nil:
        return "Around noon only \(minutes) min are left free, and lunch takes \(wanted)."
      case .shortLunch(let minutes, let wanted):
        return
          "The longest break around noon is \(name): \(minutes) min, and lunch takes \(wanted)."
      case .noPhase(let phase):
        return "Nothing is planned for the phase \(phase.name): is that meant?"
      case .noSpeaker(let nameless, let rounds):
        return nameless == rounds
          ? "\(name): no speaker is named yet."
          : "\(name): turns without a speaker so far: \(nameless) of \(rounds)."
      case .minimumAbove(let minimum, let planned):
        return "\(name): its minimum, \(minimum) min, is more than the \(planned) planned."
      case .maximumBelow(let maximum, let planned):
        return "\(name): its maximum, \(maximum) min, is less than the \(planned) planned."
      case .roundsDiffer(let rounds, let planned):
        return "\(name): its turns take \(rounds) min, and \(planned) are planned."
      case .startsTooEarly(let minutes):
        return
          "\(place.title) is fixed at \(place.time), but what is before it ends \(minutes) min later."
      case .overlaps(let other, let minutes):
        return "\(self.place(other).name) and \(name) are both fixed and share \(minutes) min."
      case .unknown(let reference, let id, let board):
        return unknown(reference, id, in: board.map(title(ofBoard:)) ?? name)
      case .voteWithoutBoard:
        return "\(name): a vote takes its options from a board, and none is named."
      case .capAboveDots(let cap, let dots):
        return "\(name): up to \(cap) dots on one card, but everybody has only \(dots)."
      case .unreadableDate(let date):
        return "“\(date)” is not a date such as 2026-11-23."
      case .datedBefore(let session, let date):
        let other = plan.session(session).map { language($0.title) } ?? session
        return "It comes after \(other), which is dated later, \(date)."
      case .programmeLacks(let fields):
        return "The programme does not say yet: \(ProgrammeWords.names(fields, language))."
      case .unreadableAmount(let amount):
        return "“\(amount)” is not a sum such as 12 500 €."
      case .closesBeforeOpening:
        return "The call closes before it opens."
      case .closesAfterSession(let date):
        return "The call closes after the first session, \(date)."
      case .longWarmUp(let minutes, let most):
        return "\(name): \(minutes) min is long for a warm-up game; \(most) would do here."
      }
    }

    private func unknown(
      _ reference: PlanDiagnostic.Reference, _ id: String, in subject: String
    ) -> Phrase {
      switch reference {
      case .board: "\(subject): the plan has no board “\(id)”."
      case .theme: "\(subject): the plan has no theme “\(id)”."
      case .sheet: "\(subject): there is no sheet “\(id)”."
      case .canvas: "\(subject): there is no canvas “\(id)”."
      case .deck: "\(subject): there is no deck “\(id)”."
      case .warmUp: "\(subject): there is no warm-up “\(id)”."
      case .method: "\(subject): there is no method “\(id)”."
      }
    }

    private func title(ofBoard id: BoardID) -> String {
      plan.boards.first { $0.id == id }.map { language($0.title) } ?? id
    }
  }
}
