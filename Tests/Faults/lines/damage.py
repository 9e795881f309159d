"""Journals that are cut, or damaged bit by bit."""

import json
import os
import re
import shutil

import kit

BOARD = {"board": "ideas"}


def manyKinds(writer):
    """Some sixty rows of one writer, of every kind of event, that belong together."""

    def mine(number):
        return f"{writer}-{number}"

    events = [
        {"activityOpened": {"activity": "collect", "seconds": 600}},
        {"countdownExtended": {"activity": "collect", "seconds": 60}},
        {"countdownPaused": {"activity": "collect"}},
        {"countdownResumed": {"activity": "collect"}},
        {"countdownSet": {"activity": "collect", "seconds": 90}},
        {"countdownPaused": {"activity": "collect"}},
        {"countdownStarted": {"activity": "collect", "seconds": 300, "table": "2"}},
        {"countdownPaused": {"activity": "collect", "table": "2"}},
        {"settingChanged": {"setting": "bell", "isOn": False}},
        {"zoneAdded": {"board": "ideas", "title": "Later"}},
        {"zoneRenamed": {"zone": mine(10), "title": "Much later"}},
    ]
    events += [
        {"cardAdded": {**BOARD, "text": text, "fields": {"zone": mine(10)}}}
        for text in (
            "Night bus",
            "One form",
            'Közös űrlap / "one" 🙂',
            "A desk *in* every hall",
            "Juries",
            "Zoo",
            "Less paper; more people",
            "Café ouvert",
        )
    ]
    events += [{"cardAdded": {**BOARD, "text": f"card {number}"}} for number in range(12)]
    events += [
        {"fieldSet": {"card": mine(12), "field": "text", "value": "Bus at night", "over": mine(12)}},
        {"fieldSet": {"card": mine(13), "field": "note", "value": "two\nlines"}},
        {"fieldsSet": {"field": "table", "values": {mine(14): "2", mine(15): "1"}}},
        {"cardBinned": {"card": mine(16)}},
        {"cardRestored": {"card": mine(16)}},
        {"voiceAdded": {"card": mine(12)}},
        {"voiceAdded": {"card": mine(13)}},
        {"memberAdded": {"card": mine(12), "set": "team", "member": "ana"}},
        {"memberRemoved": {"card": mine(12), "set": "team", "member": "ana", "over": [mine(39)]}},
        {"boardAdded": {"title": "Canvas", "canvas": "social", "about": mine(12)}},
        {"boardShown": {"board": "ideas"}},
        {"boardShown": {}},
        {"boardSet": {"board": "ideas", "setting": "closed", "value": "yes"}},
        {"boardSet": {"board": "ideas", "setting": "closed", "value": ""}},
        {"boardKept": {"board": "ideas", "title": "v1"}},
        {"cardShown": {"card": mine(12)}},
        {"viewShown": {"activity": "collect", "view": "deal", "step": 3}},
        {"readied": {"activity": "collect", "ready": True}},
        {"reverted": {"entry": mine(41)}},
        {"tokensIssued": {"marks": ["0123456789abcdef0123"]}},
    ]
    opened = len(events) + 1
    events += [
        {
            "pollOpened": {
                "activity": "collect",
                "question": "Which?",
                "method": "dots",
                "options": [mine(12), mine(13), "something else"],
                "dots": 2,
                "cap": 2,
                "winners": 1,
            }
        },
        {"ballotCast": {"poll": mine(opened), "voter": "table 1", "marks": {mine(12): 2}}},
        {"ballotCast": {"poll": mine(opened), "voter": "table 2", "marks": {mine(12): 1, mine(13): 1}}},
        {"ballotCast": {"poll": mine(opened), "voter": "table 3", "marks": {"something else": 2}}},
        {"totalsCounted": {"poll": mine(opened), "totals": {mine(13): 3}, "voters": 3}},
        {"pollClosed": {"poll": mine(opened), "cut": {writer: opened + 4}}},
        {"pollRevealed": {"poll": mine(opened)}},
        {"activityOpened": {"activity": "talk"}},
    ]
    return [
        kit.row(writer, number, event, 1_795_421_645_000 + 1000 * number)
        for number, event in enumerate(events, 1)
    ]


def unique(number):
    """A writer's name for a number."""
    return f"x{number:011d}"


def findings(done):
    """What `check` says of journals: file name -> the numbers of lines named; 0 is the whole file."""
    named = {}
    for row in done.stdout.decode(errors="replace").splitlines():
        found = re.match(r"(?:journal/)?(\d{8}-\w+-\w{12}\.jsonl)(?::(\d+))?: ", row)
        if found:
            named.setdefault(found.group(1), set()).add(int(found.group(2) or 0))
    return named


def commands(trial, workshop, where):
    """Runs what reads journals and returns what check said; a crash is a loss."""
    done = {
        words[0]: trial.run(*words, timeout=120)
        for words in (("check", workshop), ("status", workshop), ("export", workshop, "--format", "json"))
    }
    for name, one in done.items():
        # What gives data says on standard error what is missing, and exits with 1 then.
        isTold = one.returncode == 1 and b".jsonl" in one.stderr
        holds = not kit.crashed(one) if name == "check" else one.returncode == 0 or isTold
        trial.expect(holds, f"{where}: {name} ends with {one.returncode}, {one.stderr[-200:]!r}")
    return done


def cuts(trial):
    """Journals that end at a byte: whole lines count, and the piece of a line is told."""
    length = sum(map(len, manyKinds(unique(0))))
    points = list(range(1, length))
    if trial.isQuick:
        points = trial.random.sample(points, 100)
    for first in range(0, len(points), 200):
        workshop = kit.begun(trial, f"cuts{first}")
        wanted, ends = set(), {}
        for point in points[first : first + 200]:
            writer = unique(point)
            rows = manyKinds(writer)
            start = end = 0
            for number, one in enumerate(rows):
                start, end = end, end + len(one)
                if end > point:
                    break
            # Only the rows just before: the journal ends in the same piece, and many are read at once.
            kept = rows[max(0, number - 2) : number]
            piece = rows[number][: point - start]
            path = kit.journal(workshop, [*kept, piece], writer)
            ends[os.path.basename(path)] = bool(piece)
            for entry in map(kit.whole, (row[:-1] for row in kept)):
                if "cardAdded" in entry["e"]:
                    wanted.add(entry["id"])
        done = commands(trial, workshop, f"cut at {points[first]} and after")
        named = findings(done["check"])
        wrong = [name for name, isCut in ends.items() if isCut != (named.get(name) == {0})]
        trial.expect(not wrong, f"cut: {len(wrong)} of {len(ends)} ends are told wrongly: {wrong[:3]}")
        there = {card["id"] for card in json.loads(done["export"].stdout)["cards"]}
        trial.expect(wanted <= there, f"cut: {len(wanted - there)} cards of whole lines are gone")
        trial.tried += len(ends)
        shutil.rmtree(workshop)


def flips(trial):
    """Journals of a few lines with one bit flipped in each; every one of them is told."""
    count = 150 if trial.isQuick else 5000
    for first in range(0, count, 150):
        workshop = kit.begun(trial, f"flips{first}")
        made = {}
        for number in range(first, min(count, first + 150)):
            rows = manyKinds(unique(number))
            at = trial.random.randrange(1, len(rows) - 1)
            # Every fourth where the check sum and its key are.
            low = len(rows[at]) - 17 if number % 4 == 0 else 0
            struck, place, bit = kit.flipped(rows[at], trial.random, low, len(rows[at]))
            path = kit.journal(workshop, [rows[at - 1], struck, rows[at + 1]], unique(number))
            made[os.path.basename(path)] = (path, place - len(struck), bit, struck)
        done = commands(trial, workshop, f"flips {first} and after")
        named = findings(done["check"])
        for name, (path, place, bit, struck) in made.items():
            # A flipped newline joins the line to the next one.
            trial.expect(
                named.get(name, set()) & {2, 3},
                f"bit {bit} of byte {place} (from the line's end) is not told: {struck!r}",
            )
        trial.expect(done["check"].returncode == 1, "check ends with 0 over damaged journals")
        shutil.rmtree(workshop)


def countedFlips(trial):
    """Votes with one bit flipped in one ballot each: it is counted as it was cast, or not at all."""
    count = 60 if trial.isQuick else 2000
    for first in range(0, count, 60):
        workshop = kit.begun(trial, f"votes{first}")
        struckBits = {}
        for number in range(first, min(count, first + 60)):
            writer = unique(number)
            poll = f"{writer}-1"
            events = [
                {
                    "pollOpened": {
                        "activity": "collect",
                        "question": "Which?",
                        "method": "dots",
                        "options": ["a", "b", "c"],
                        "dots": 5,
                        "cap": 5,
                        "winners": 1,
                    }
                },
                {"ballotCast": {"poll": poll, "voter": "one", "marks": {"a": 4}}},
                {"ballotCast": {"poll": poll, "voter": "two", "marks": {"b": 2, "c": 1}}},
                {"totalsCounted": {"poll": poll, "totals": {"c": 8}, "voters": 2}},
                {"pollClosed": {"poll": poll, "cut": {writer: 4}}},
                {"pollRevealed": {"poll": poll}},
            ]
            rows = [kit.row(writer, n, event, 1_795_421_645_000 + n) for n, event in enumerate(events, 1)]
            at = trial.random.randrange(1, 4)
            struck, place, bit = kit.flipped(rows[at], trial.random, 0, len(rows[at]) - 1)
            rows[at] = struck
            kit.journal(workshop, rows, writer)
            struckBits[poll] = (at, place - len(struck), bit)
        done = trial.run("export", workshop, "--format", "json", timeout=120)
        named = findings(trial.run("check", workshop, timeout=120))
        isTold = done.returncode == 1 and b".jsonl" in done.stderr
        if not trial.expect(done.returncode == 0 or isTold, f"export ends with {done.returncode}"):
            continue
        polls = {poll["id"]: poll for poll in json.loads(done.stdout)["polls"]}
        whole = {"a": 4, "b": 2, "c": 9}
        without = {1: {"a": 0, "b": 2, "c": 9}, 2: {"a": 4, "b": 0, "c": 8}, 3: {"a": 4, "b": 2, "c": 1}}
        for poll, (at, place, bit) in struckBits.items():
            results = {row["id"]: row["score"] for row in polls.get(poll, {}).get("results", [])}
            isTold = bool(named.get(f"20261123-made-{poll.split('-')[0]}.jsonl"))
            trial.expect(
                results in (whole, without[at]) and isTold,
                f"bit {bit} of byte {place} of line {at + 1} of a vote: counted {results}, told: {isTold}",
            )
        shutil.rmtree(workshop)


@kit.line(
    "cuts-and-flips",
    "a journal cut or flipped anywhere: no crash, all told, and no result is changed by it",
    quick=True,
)
def cutsAndFlips(trial):
    whole = kit.begun(trial, "whole")
    kit.journal(whole, manyKinds("manykinds000"), "manykinds000")
    done = commands(trial, whole, "whole")
    told = done["check"].stdout.decode()
    assert done["check"].returncode == 0, "what is to be damaged is not sound:\n" + told
    cuts(trial)
    flips(trial)
    countedFlips(trial)
