import Testing
import WorkshopCore
import WorkshopQueries

/// What holds of every proposal, for days made at random.
@Suite struct RecoveryPropertyTests {
  private static let seeds = Array(UInt64(0)..<300)

  /// A day of up to 14 items that the room is somewhere in, with a goal.
  private struct Case {
    var room: Room
    let goal: Recovery.Goal
    let second: Int

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
      var minute = 540
      var activities: [Activity] = []
      for index in 0..<Int.random(in: 2...14, using: &random) {
        let minutes = Int.random(in: 0...60, using: &random)
        let isFixed = chance(20)
        let gap = isFixed && chance(30) ? 15 : 0
        activities.append(
          Activity(
            id: "a\(index)", title: "", kind: chance(25) ? "break" : "board", minutes: minutes,
            minimum: chance(70) ? Int.random(in: 0...70, using: &random) : nil,
            maximum: chance(60) ? Int.random(in: 0...80, using: &random) : nil,
            priority: chance(30) ? .could : .must, isFixed: isFixed,
            start: isFixed ? ClockTime(minutes: minute + gap).description : nil,
            delay: chance(5) ? 7 : 0, isDropped: index > 0 && !isFixed && chance(10)))
        if activities[index].isDropped == false { minute += gap + minutes }
      }
      let session = Session(
        id: "day", title: "", date: chance(50) ? "2026-11-23" : nil, start: "09:00",
        activities: activities)
      var room = Room(Plan(title: "", sessions: [session]))
      var second = Int.random(in: -1800...2400, using: &random)
      let steps = Int.random(in: 0...activities.count, using: &random)
      for activity in activities.prefix(steps) where chance(90) {
        room.when(
          .activityOpened(
            activity: activity.id, seconds: chance(50) ? activity.minutes * 60 : nil), at: second)
        second += max(60, activity.minutes * 60 + Int.random(in: -900...900, using: &random))
      }
      self.second = second
      self.room = room
      var goal = Recovery.Goal()
      if chance(40) {
        goal.end = session.plannedEnd + Int.random(in: -60...30, using: &random)
      }
      for activity in activities where activity.isFixed && chance(30) {
        let start = activity.start.flatMap(ClockTime.init)?.minutes ?? 0
        goal.starts[activity.id] = start + Int.random(in: -20...20, using: &random)
      }
      self.goal = goal
    }

    var session: Session { room.workshop.plan.sessions[0] }
    var agenda: Agenda {
      Agenda(of: session, in: room.workshop, now: Room.moment(second))
    }
    var recovery: Recovery {
      Recovery(of: session, in: room.workshop, now: Room.moment(second), goal: goal)
    }
  }

  @Test(arguments: seeds) func `a fixed item keeps its minutes, and its start but for the goal's`(
    _ seed: UInt64
  ) {
    let made = Case(seed: seed)
    for proposal in made.recovery.proposals {
      for slot in proposal.course.fixed {
        #expect(slot.minutes == slot.activity.minutes)
        #expect(slot.start == made.goal.starts[slot.activity.id] ?? slot.plannedStart)
      }
    }
  }

  @Test(arguments: seeds) func `nothing goes below its minimum or above its maximum`(
    _ seed: UInt64
  ) {
    let made = Case(seed: seed)
    for proposal in made.recovery.proposals {
      for slot in proposal.course.slots {
        let activity = slot.activity
        if let minutes = slot.minutes {
          #expect(minutes >= min(activity.minutes, activity.minimum ?? activity.minutes))
          #expect(minutes <= max(activity.minutes, activity.maximum ?? activity.minutes))
        } else {
          #expect(activity.priority == .could && !activity.isFixed && activity.minutes > 0)
        }
      }
    }
  }

  @Test(arguments: seeds) func `only what is to come is touched`(_ seed: UInt64) {
    let made = Case(seed: seed)
    let ahead = Set(made.agenda.items.filter { $0.state == .ahead }.map(\.activity.id))
    for proposal in made.recovery.proposals {
      for case .activitySet(let activity, let field, _, _) in proposal.changes {
        #expect(ahead.contains(activity))
        #expect(["minutes", "dropped", "delay", "start"].contains(field))
        let isFixed = made.session.activities.first { $0.id == activity }?.isFixed == true
        #expect(!isFixed || field == "start")
      }
    }
  }

  @Test(arguments: seeds) func `what does not fit is said, to the minute`(_ seed: UInt64) {
    let recovery = Case(seed: seed).recovery
    for proposal in recovery.proposals {
      var cursor = recovery.start
      for slot in proposal.course.slots {
        if slot.activity.isFixed {
          #expect(slot.misfit == max(0, cursor - slot.start))
          cursor = max(cursor, slot.start + slot.activity.minutes)
        } else {
          #expect(slot.start == cursor)
          cursor += slot.minutes ?? 0
        }
        #expect(slot.end == cursor)
      }
      #expect(proposal.course.end == cursor)
    }
  }

  @Test(arguments: seeds) func `nothing more is cut than fits, and nothing more is left to cut`(
    _ seed: UInt64
  ) {
    let recovery = Case(seed: seed).recovery
    guard let first = recovery.proposals.first, first.kind == .shorten else { return }
    let course = first.course
    for (index, slot) in course.slots.enumerated() where slot.activity.isFixed && slot.misfit > 0 {
      let block = course.slots[..<index].reversed().prefix { !$0.activity.isFixed }
      for other in block {
        let floor = other.activity.minimum ?? other.activity.minutes
        #expect(other.isLeftOut || (other.minutes ?? 0) <= max(0, floor))
        #expect(other.isLeftOut || other.activity.priority != .could || other.minutes == 0)
      }
    }
  }

  @Test(arguments: seeds) func `proposals stand in their order, each different, at most three`(
    _ seed: UInt64
  ) {
    let recovery = Case(seed: seed).recovery
    let order = recovery.proposals.compactMap { Proposal.Kind.allCases.firstIndex(of: $0.kind) }
    #expect(order == order.sorted() && Set(order).count == order.count && order.count <= 3)
    for (index, proposal) in recovery.proposals.enumerated() {
      #expect(!proposal.changes.isEmpty)
      #expect(!recovery.proposals[..<index].contains { $0.course == proposal.course })
    }
  }

  @Test(arguments: seeds) func `applied, the agenda is the proposal's and nothing is late`(
    _ seed: UInt64
  ) {
    let made = Case(seed: seed)
    for proposal in made.recovery.proposals {
      var after = made
      after.room.when(.planChanged(changes: proposal.changes), at: made.second)
      let agenda = after.agenda
      #expect(agenda.projectedEnd == proposal.course.end)
      for slot in proposal.course.slots {
        let item = agenda.items.first { $0.activity.id == slot.activity.id }
        #expect(item?.state == (slot.isLeftOut ? .skipped : .ahead))
        guard !slot.isLeftOut else { continue }
        #expect(item?.start == slot.start && item?.end == slot.end)
        #expect(item?.plannedStart == slot.start)
      }
      let isBegun = agenda.items.contains { $0.state == .now }
      let next = proposal.course.slots.first { !$0.isLeftOut }
      if let next, !next.activity.isFixed { #expect(agenda.drift == 0) }
      if let next, isBegun, next.activity.isFixed {
        #expect(agenda.drift == after.recovery.start - next.start)
      }
    }
  }

  @Test(arguments: seeds) func `undone, all is as it was`(_ seed: UInt64) {
    let made = Case(seed: seed)
    for proposal in made.recovery.proposals {
      var after = made
      let entry = after.room.when(.planChanged(changes: proposal.changes), at: made.second)
      #expect(after.room.workshop.plan != made.room.workshop.plan)
      after.room.when(.reverted(entry: entry), at: made.second)
      #expect(after.room.workshop == made.room.workshop)
    }
  }

  @Test func `the random days try every kind of proposal`() {
    let kinds = Self.seeds.flatMap { Case(seed: $0).recovery.proposals.map(\.kind) }
    for kind in Proposal.Kind.allCases { #expect(kinds.contains(kind), "\(kind)") }
  }
}
