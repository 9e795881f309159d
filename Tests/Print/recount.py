#!/usr/bin/env python3
"""Counts every figure on the first page of the demo's report again, from its plan and its journals alone.

    Tests/Print/recount.py                    the release build, else the debug one
    Tests/Print/recount.py PATH/TO/atelier    another one

None of the program's code is used: the journals are read as lines of JSON, and what they say is folded here.
Told is each text that the page has to hold; the exit status is 1 where one is missing, or where the page has a
number that was not counted.
"""

import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STATUS = {"go": "approved", "on-hold": "on hold", "dropped": "dropped"}
#: a reason for which services are chosen: what says so, what says the contrary, the jury's score
REASONS = [
    ({"group-active"}, {"group-inactive", "too-few-people"}, "score-group"),
    ({"stakeholders-present"}, {"stakeholders-missing"}, "score-stakeholders"),
    ({"policy-link"}, {"no-policy-link"}, "score-policy"),
    ({"easy-test"}, {"hard-to-test", "hard-to-implement"}, "score-test"),
]


class Room:
    """What the journals of a workshop say, folded."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.plan = json.loads((folder / "workshop.json").read_text(encoding="utf-8"))
        entries = []
        for path in folder.rglob("*.jsonl"):
            for line in path.read_text(encoding="utf-8").splitlines():
                entries.append(json.loads(line))
        entries.sort(key=lambda entry: (entry["t"], entry["id"]))
        undone = {entry["e"]["reverted"]["entry"] for entry in entries if "reverted" in entry["e"]}
        self.entries = [entry for entry in entries if entry["id"] not in undone]
        self.cards = {
            person["id"]: {"board": "people", **person} for person in self.plan["people"]}
        self.opened = {}
        for entry in self.entries:
            self.apply(entry["id"], entry["at"], entry["e"])

    def apply(self, identity, at, event):
        (kind, value), = event.items()
        if kind == "cardAdded":
            self.cards[identity] = {
                "board": value["board"], "text": value["text"], **(value.get("fields") or {})}
        elif kind == "fieldSet" and value["card"] in self.cards:
            self.cards[value["card"]][value["field"]] = value["value"]
        elif kind == "fieldsSet":
            for card, text in value["values"].items():
                self.cards.get(card, {})[value["field"]] = text
        elif kind == "cardBinned":
            self.cards.pop(value["card"], None)
        elif kind == "activityOpened":
            self.opened.setdefault(value["activity"], []).append(at[:10])

    def on(self, board):
        return {
            identity: card for identity, card in self.cards.items() if card["board"] == board}


def day(text, weekday=True):
    date = datetime.date.fromisoformat(text)
    return (date.strftime("%a ") if weekday else "") + f"{date.day} {date.strftime('%B %Y')}"


def money(text):
    """A sum in whole units: 240000, 240 000 €, 0.8 M€."""
    number = float(re.sub(r"[^\d.]", "", text.replace(",", ".")))
    return round(number * (1_000_000 if re.search(r"M|million", text) else 1))


def plural(number, one):
    return f"{number} {one}" + ("" if number == 1 else "s")


def english(text):
    return text["en"] if isinstance(text, dict) else text


def degree(reason, decisions, forms):
    met, unmet, score = reason
    for decision in reversed(decisions):
        motives = set(decision.get("motive", "").split())
        if motives & met and motives & unmet:
            return "◐ partly"
        if motives & (met | unmet):
            return "● met" if motives & met else "○ not met"
    # A juror with a tie to the project does not count.
    scores = [int(form[score]) for form in forms if form.get("interest") != "declared"]
    share = (sum(scores) / len(scores) - 1) / 4
    return "● met" if share >= 0.75 else "○ not met" if share < 0.4 else "◐ partly"


def expected(room):
    """Every line or part of one that the first page has to hold."""
    plan, people = room.plan, room.on("people")
    held = []
    for session in plan["sessions"]:
        days = [one for activity in session["activities"]
                for one in room.opened.get(activity["id"], [])]
        held.append(max(sorted(set(days)), key=days.count))
    yield "**Days:** " + " · ".join(day(one) for one in held)
    yield "**State at:** " + day(room.entries[-1]["at"][:10])
    organisations = {card["organisation"] for card in people.values() if card.get("organisation")}
    yield (f"{len(people)} people of {plural(len(organisations), 'organisation')}, "
           f"{plural(len(held), 'session')}.")
    yield "Themes: " + ", ".join(english(theme["name"]) for theme in plan["themes"]) + "."
    for one in plan["programme"]["earlier"]:
        yield (f"({one['years']}): {one['municipalities']} municipalities, {one['projects']} "
               f"projects, €{money(one['money']):,}")

    projects, log = room.on("projects"), {}
    for card in sorted(room.on("decisions").values(), key=lambda card: card["date"]):
        if card.get("project"):
            log.setdefault(card["project"], []).append(card)
    services = {}
    for project, decisions in log.items():
        last = decisions[-1]
        if last["status"] == "go":
            services[project] = f"approved, wave {last['wave']}"
        elif last["status"] == "on-hold":
            services[project] = f"on hold, to review {day(last['review'])}"
    for project, status in services.items():
        yield f"- {projects[project]['text']}: {status}"

    ladder = ["potential", "defined", "go", "delivered"]
    def reached(step):
        far = set(ladder[ladder.index(step):])
        return sum(any(one["status"] in far for one in decisions) for decisions in log.values())
    tested = {card["project"] for card in room.on("drafts").values()
              if card.get("result") or int(card.get("users-tested") or 0)}
    funnel = [(reached("potential"), "Potential"), (reached("defined"), "Defined"),
              (len(tested), "Tested"), (reached("go"), "Approved"),
              (reached("delivered"), "Delivered")]
    for number, name in funnel:
        yield re.compile(rf"^{number}  [█▌ ]+  {name}$", re.MULTILINE)

    for project in services:
        forms = [card for card in room.on("advice").values() if card.get("project") == project]
        cells = [degree(reason, log[project], forms) for reason in REASONS]
        yield row(projects[project]["text"], *cells)

    def budget(chosen):
        return sum(money(projects[project]["budget"]) for project in chosen
                   if projects[project].get("budget"))
    for project, status in services.items():
        card = projects[project]
        yield row(card["text"], status, f"€{money(card['budget']):,}", card["funding"])
    # What was given up asks for nothing any more.
    asked = [project for project, decisions in log.items() if decisions[-1]["status"] != "dropped"]
    granted = [project for project, decisions in log.items() if decisions[-1]["status"] == "go"]
    fund = money(plan["programme"]["fund"]["amount"])
    yield f"**Fund:** €{fund:,}"
    yield f"**Budgets:** €{budget(asked):,}"
    yield f"**Approved:** €{budget(granted):,}"
    yield f"**Left after all budgets:** €{fund - budget(asked):,}"
    for project, decisions in log.items():
        if decisions[-1]["status"] == "on-hold":
            yield row("Look at it again, and decide", projects[project]["text"],
                      day(decisions[-1]["review"]))


def row(*cells):
    """A row of a table, however wide its columns are."""
    return re.compile(r"\| *" + r" *\| *".join(re.escape(cell) for cell in cells) + r" *\|")


def program(given):
    if given:
        return str(pathlib.Path(given).resolve())
    for kind in ("release", "debug"):
        path = ROOT / ".build" / kind / "atelier"
        if path.exists():
            return str(path)
    sys.exit("there is no build: swift build")


def check(atelier):
    """Prints what was counted; returns what is wrong."""
    with tempfile.TemporaryDirectory() as place:
        workshop = pathlib.Path(place) / "demo"
        subprocess.run(
            [atelier, "demo", "--finished", "--no-open", "--to", workshop, "--language", "en"],
            check=True, capture_output=True)
        report = subprocess.run(
            [atelier, "export", workshop, "--language", "en"], check=True, capture_output=True,
            text=True).stdout
        room = Room(workshop)
        page = report.split("\n## Results by theme")[0]
        wrong, rest = [], page
        for one in expected(room):
            pattern = one if isinstance(one, re.Pattern) else re.compile(re.escape(one))
            found = pattern.search(page)
            text = found.group(0) if found else pattern.pattern
            print(("  ok    " if found else "  WRONG ") + re.sub(r" {2,}", "  ", text))
            if found:
                rest = pattern.sub("", rest, count=1)
            else:
                wrong.append(text)
        # A number that nobody counted again is not to stand there unseen.
        for text in [room.plan["programme"]["call"].get("text", ""), english(room.plan["goal"])]:
            rest = rest.replace(english(text), "")
        for line in rest.splitlines():
            if re.search(r"\d", line):
                print("  WRONG not counted: " + line)
                wrong.append(line)
        print(f"{len(wrong)} wrong")
        return wrong


if __name__ == "__main__":
    sys.exit(1 if check(program(sys.argv[1] if len(sys.argv) > 1 else None)) else 0)
