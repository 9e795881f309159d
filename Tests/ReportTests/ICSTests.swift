import Foundation
import Testing
import WorkshopCore

@testable import Reporting

/// An entry as a calendar program reads it.
private struct Read: Decodable, Equatable {
  let uid: String
  let summary: String
  let start: String
  let end: String
  let place: String
  let notes: String

  static func all(_ ics: String) throws -> [Read] {
    try Reader.read(
      Data(ics.utf8),
      with: """
        sys.path.append('/usr/lib/python3/dist-packages')
        import vobject
        data = open(sys.argv[1], 'rb').read()
        assert all(len(l) <= 75 for l in data.split(b'\\r\\n')), 'a line is too long'
        assert b'\\n' not in data.replace(b'\\r\\n', b'')
        calendar = vobject.readOne(data.decode('utf-8'))
        assert calendar.validate(raiseException=True)
        assert calendar.version.value == '2.0' and calendar.prodid.value
        result = []
        for e in calendar.contents.get('vevent', []):
            assert e.dtstamp.value.isoformat() == '2026-03-12T09:01:30+00:00'
            end = e.dtend if hasattr(e, 'dtend') else e.dtstart
            result.append({'uid': e.uid.value, 'summary': e.summary.value,
                'start': e.dtstart.value.isoformat(), 'end': end.value.isoformat(),
                'place': e.location.value if hasattr(e, 'location') else '',
                'notes': e.description.value if hasattr(e, 'description') else ''})
        print(json.dumps(result))
        """, as: [Read].self)
  }
}

@Suite(.enabled(if: Reader.hasCalendar, "python3-vobject is not installed"))
struct ICSTests {
  private func read(_ entries: [CalendarDates.Entry]) throws -> [Read] {
    try Read.all(
      ICS.render(CalendarDates(name: "Name; with, marks", entries: entries), now: Sample.now))
  }

  @Test func `A session has its hours, a due date its day, also across a year's end`() throws {
    let day = try #require(Day("2027-12-31"))
    let found = try read([
      .init(
        id: "a@atelier", summary: "Day 1", notes: "09:00 One\n10:00 Two", place: "Hall, 2nd floor",
        time: .hours(day, from: 545, to: 1500)),
      .init(id: "b@atelier", summary: "Due: write", time: .day(day)),
    ])
    #expect(
      found == [
        Read(
          uid: "a@atelier", summary: "Day 1", start: "2027-12-31T09:05:00",
          end: "2028-01-01T01:00:00", place: "Hall, 2nd floor", notes: "09:00 One\n10:00 Two"),
        Read(
          uid: "b@atelier", summary: "Due: write", start: "2027-12-31", end: "2028-01-01",
          place: "", notes: ""),
      ])
  }

  @Test func `A session without an activity is there at its hour`() throws {
    let day = try #require(Day("2027-12-31"))
    let found = try read([
      .init(id: "a", summary: "Day 1", time: .hours(day, from: 540, to: 540))
    ])
    #expect(found.map(\.start) == ["2027-12-31T09:00:00"])
    #expect(found.map(\.end) == ["2027-12-31T09:00:00"])
  }

  @Test func `A next step is a task with its owner, and rings on the day before while it is open`()
    throws
  {
    let day = try #require(Day("2027-12-31"))
    let past = try #require(Day("2026-03-11"))
    func step(_ id: String, _ day: Day, _ state: CalendarDates.Task.State)
      -> CalendarDates.Entry
    {
      .init(
        id: id, summary: "Ask, " + id, time: .day(day),
        task: .init("Do, " + id, owner: "Ana; or Éva", state: state))
    }
    let ics = ICS.render(
      CalendarDates(
        name: "N",
        entries: [
          step("open", day, .open), step("done", day, .done), step("dropped", day, .dropped),
          step("past", past, .open), .init(id: "event", summary: "E", time: .day(day)),
        ]), now: Sample.now)
    let found = try Reader.read(
      Data(ics.utf8),
      with: """
        sys.path.append('/usr/lib/python3/dist-packages')
        import vobject
        calendar = vobject.readOne(open(sys.argv[1], 'rb').read().decode('utf-8'))
        assert calendar.validate(raiseException=True)
        result = [[t.uid.value, t.due.value.isoformat(), t.summary.value, t.contact.value,
            t.status.value, t.related_to.value] for t in calendar.vtodo_list]
        result += [[e.uid.value, e.valarm.action.value, e.valarm.description.value,
            str(e.dtstart.value.day) + ' ' + str(e.valarm.trigger.value)]
            for e in calendar.vevent_list if hasattr(e, 'valarm')]
        print(json.dumps(result))
        """, as: [[String]].self)
    #expect(
      found == [
        ["todo-open", "2027-12-31", "Do, open", "Ana; or Éva", "NEEDS-ACTION", "open"],
        ["todo-done", "2027-12-31", "Do, done", "Ana; or Éva", "COMPLETED", "done"],
        ["todo-dropped", "2027-12-31", "Do, dropped", "Ana; or Éva", "CANCELLED", "dropped"],
        ["todo-past", "2026-03-11", "Do, past", "Ana; or Éva", "NEEDS-ACTION", "past"],
        ["open", "DISPLAY", "Ask, open", "31 -1 day, 9:00:00"],
      ])
  }

  @Test func `Hostile texts stay in their own entry`() throws {
    let day = try #require(Day("2028-02-29"))
    let texts =
      HostileTexts.corpus + HostileTexts.random(300, seed: 5) + [
        "END:VEVENT\r\nBEGIN:VALARM", "a;b,c\\n\\", "X:Y", String(repeating: "é", count: 4_000),
        String(repeating: "👩", count: 200), "\"quoted\"", "\\;", "\\\\n",
      ]
    let found = try read(
      texts.enumerated().map { index, text in
        .init(
          id: "\(index)", summary: "." + text, notes: "." + text, place: "." + text,
          time: .day(day))
      })
    try #require(found.count == texts.count)
    for (entry, text) in zip(found, texts) {
      let line = Report.line("." + text)
      #expect(entry.summary == line && entry.place == line)
      #expect(entry.notes == Report.lines("." + text).joined(separator: "\n"))
    }
  }

  @Test(arguments: [
    "2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "friday", "", "2027-04-31", "+027-01-01",
  ])
  func `A day that does not exist is none`(text: String) {
    #expect(Day(text) == nil)
  }
}
