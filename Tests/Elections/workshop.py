"""What atelier says of elections: a directory is written for it, and its exports are read again."""

import binascii
import collections
import csv
import json
import os
import re
import subprocess
import time

PLAN = {
    "v": 1,
    "title": "Elections",
    "language": "en",
    "boards": [],
    "sessions": [
        {
            "id": "day",
            "title": "Day",
            "start": "09:00",
            "activities": [{"id": "vote", "title": "Choose", "kind": "poll", "minutes": 15}],
        }
    ],
}
WRITER = "elections000"


class Journal:
    """Rows as the storage says: one event each, a check sum at its end."""

    def __init__(self):
        self.rows = []
        self._start = int(time.time() * 1000) - 600_000

    def add(self, event):
        number = len(self.rows) + 1
        entry = {
            "v": 1,
            "id": f"{WRITER}-{number}",
            "t": f"{self._start + number:012x}-0000",
            "at": time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime((self._start + number) / 1000)),
            "by": "made",
            "e": event,
        }
        text = json.dumps(entry, separators=(",", ":"))[:-1].encode()
        self.rows.append(text + b',"c":"%08x"}\n' % binascii.crc32(text))
        return entry["id"]


def question(number):
    return f"Election {number}"


def write(folder, elections):
    """A workshop in which all of these were held, one after another."""
    os.makedirs(os.path.join(folder, "journal"), mode=0o700)
    with open(os.path.join(folder, "workshop.json"), "w") as file:
        json.dump(PLAN, file)
    journal = Journal()
    journal.add({"activityOpened": {"activity": "vote"}})
    for number, election in enumerate(elections):
        hold(journal, number, election)
    with open(os.path.join(folder, "journal", f"20261123-made-{WRITER}.jsonl"), "wb") as file:
        file.write(b"".join(journal.rows))


def hold(journal, number, election):
    poll = journal.add(
        {
            "pollOpened": {
                "activity": "vote",
                "question": question(number),
                "method": election.method,
                "options": election.options,
                "dots": election.dots,
                "cap": election.cap,
                "winners": election.winners,
                "settings": election.settings,
            }
        }
    )

    def cast(voter, marks):
        event = {"poll": poll, "voter": f"voter {voter}", "marks": marks, "way": "paper"}
        if election.method == "consent":
            event["reasons"] = {option: "too dear" for option in marks}
        journal.add({"ballotCast": event})

    for voter, marks in election.replaced + election.refused + list(enumerate(election.ballots)):
        cast(voter, marks)
    counts = []
    if election.hands:
        event = {"poll": poll, "totals": election.totals, "voters": election.hands, "way": "hands"}
        counts.append(journal.add({"totalsCounted": event}))
    cut = {WRITER: len(journal.rows)}
    for voter, marks in election.late:
        cast(voter, marks)
    journal.add({"pollClosed": {"poll": poll, "cut": cut, "counts": counts}})
    journal.add({"pollRevealed": {"poll": poll}})


class Exports:
    """The files that leave a workshop, as texts."""

    def __init__(self, program, folder):
        def run(*words):
            done = subprocess.run([program, *words], capture_output=True, timeout=600)
            if done.returncode:
                raise SystemExit(f"{' '.join(words)} ends with {done.returncode}: {done.stderr.decode()}")
            return done.stdout.decode()

        self.json = json.loads(run("export", folder, "--format", "json"))["polls"]
        self.status = json.loads(run("status", folder, "--json"))["polls"]
        self.markdown = run("export", folder, "--detail", "full").split("\n")
        self.results = table(run("export", folder, "--format", "csv", "--list", "results"))
        self.ballots = table(run("export", folder, "--format", "csv", "--list", "ballots"))


def table(text):
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))


def number(text):
    """A number as it is written for people; None for what has none."""
    return float(text.replace("−", "-")) if text.strip() not in ("", "–") else None


def readJSON(poll):
    """Of one vote: scores, ranks, what is chosen, counts, and the ballots as sorted marks."""
    rows = poll["results"]
    return {
        "score": {row["id"]: row["score"] for row in rows},
        "rank": {row["id"]: row["rank"] for row in rows},
        "chosen": {row["id"]: row["chosen"] for row in rows},
        "voters": poll["voters"],
        "abstained": poll["abstained"],
        "totals": {k: v for one in poll.get("counted", []) for k, v in one["totals"].items()},
        "ballots": collections.Counter(tuple(sorted(one["marks"].items())) for one in poll["ballots"]),
    }


def readCSV(exports, place, election):
    rows = [row for row in exports.results if row["Vote"] == question(place)]
    # Grades are told from 1 in lists; in the JSON they begin at 0.
    shift = 1 if election.method == "judgment" else 0
    names = {one["name"]["en"]: one["id"] for one in election.settings.get("criteria", [])}
    names |= {"Impact": "impact", "Effort": "effort"}
    ballots, totals = collections.defaultdict(dict), {}
    for row in exports.ballots:
        if row["Vote"] != question(place):
            continue
        if not row["Ballot"].isdigit():  # hands; of grades with the grade
            part = f"{int(row['Criterion']) - shift}:" if row["Criterion"] else ""
            totals[part + row["Option"]] = int(row["Marks"])
            continue
        marks = ballots[row["Ballot"]]
        if row["Marks"]:
            part = names[row["Criterion"]] + ":" if row["Criterion"] in names else ""
            marks[part + row["Option"]] = int(row["Marks"]) - shift
    scores = {row["Option"]: number(row["Score"]) for row in rows}
    return {
        "score": {option: score if score is None else score - shift for option, score in scores.items()},
        "rank": {row["Option"]: int(row["Place"]) for row in rows},
        "chosen": {row["Option"]: row["Chosen"] == "1" for row in rows},
        "voters": int(rows[0]["Voters"]),
        "totals": totals,
        "ballots": collections.Counter(tuple(sorted(marks.items())) for marks in ballots.values()),
    }


BAR = re.compile(r" *(\S.*?) +(?:█+[▏▎▍▌▋▊▉]? +|[▏▎▍▌▋▊▉] +)?(O\d+)( ✓)?$")
TIE = re.compile(r"\*Tie \((\d+)\)")


def readMarkdown(exports, place, election, grades):
    """The report's chapter and annex of one vote; `rules`: the rank of each option by each rule's name."""
    lines = exports.markdown
    starts = [index for index, line in enumerate(lines) if line == question(place)]
    chapter, annex = (section(lines, start) for start in starts)
    told = {"chosen": {}, "bars": {}, "score": {}, "rules": {}, "tied": 0}
    names = {name: grade for grade, name in enumerate(grades)}
    fence = [index for index, line in enumerate(chapter) if line == "```"]
    for line in chapter[fence[0] + 1 : fence[1]]:
        text, option, chosen = BAR.match(line).groups()
        told["chosen"][option] = bool(chosen)
        told["bars"][option] = names.get(text, text) if election.method == "judgment" else number(text)
    for line in chapter:
        if tie := TIE.match(line):
            told["tied"] = int(tie[1])
        if voters := re.match(r"Voters: (\d+)", line):
            told["voters"] = int(voters[1])
    heading = "The same ballots by other rules: places"
    if heading in chapter:
        rows = cells(chapter[chapter.index(heading) :])
        for column, rule in enumerate(rows[0][1:], 1):
            if rule.endswith(" or better"):
                rule = "good or better" if "good or better" not in told["rules"] else "fair or better"
            told["rules"][rule] = {row[0]: int(row[column]) for row in rows[1:]}
    for row in cells(annex)[1:]:
        first = row[-1].split(" · ")[0]
        told["score"][row[1]] = int(first) - 1 if election.method == "judgment" else number(first)
    return told


def section(lines, start):
    end = start + 1
    while end < len(lines) and not re.match(r"#|Election \d+$", lines[end]):
        end += 1
    return lines[start:end]


def cells(lines):
    """The first table among lines: rows of cells, without the line beneath the head."""
    start = next(index for index, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [row for row in rows if not re.fullmatch(r"[-: ]+", row[0])]
