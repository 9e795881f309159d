"""Many voters at once."""

import json
import os
import re
import shutil
import threading

import kit
from kit import KEYS

OPTIONS = ["bus", "form", "desk", "jury"]
PLAN = {
    **kit.PLAN,
    "sessions": [
        {
            "id": "day",
            "title": "Day",
            "start": "09:00",
            "activities": [
                {"id": "vote", "title": "Choose", "kind": "poll", "minutes": 15, "board": "ideas"},
                {"id": "talk", "title": "Talk", "kind": "plenary", "minutes": 20},
            ],
        }
    ],
}
OPEN = {
    "pollOpened": {
        "activity": "vote",
        "question": "Which?",
        "method": "dots",
        "options": OPTIONS,
        "dots": 3,
        "cap": 3,
        "winners": 1,
    }
}
POLL = "poll00000000-2"


def voting(trial, name):
    workshop = trial.workshop(name, plan=PLAN)
    kit.journal(
        workshop,
        [
            kit.row("poll00000000", 1, {"activityOpened": {"activity": "vote"}}, 1_795_421_645_000),
            kit.row("poll00000000", 2, OPEN, 1_795_421_646_000),
        ],
        "poll00000000",
    )
    return workshop


def ballot(random):
    """Marks of one voter: at most three dots in all."""
    marks = {}
    for _ in range(random.randrange(4)):
        option = random.choice(OPTIONS)
        marks[option] = marks.get(option, 0) + 1
    return marks


def added(ballots):
    total = dict.fromkeys(OPTIONS, 0)
    for marks in ballots:
        for option, dots in marks.items():
            total[option] += dots
    return total


def give(terminal, marks):
    """Gives a ballot key by key, whatever the order in which this voter's options stand."""
    rows = [re.sub(r"[^a-z]", "", row) for row in terminal.text.split("\n")]
    order = [row for row in rows if row in OPTIONS]
    keys = "".join("+" * marks.get(option, 0) + "\x1b[B" for option in order)
    terminal.send(keys.encode())
    terminal.pump(0.05)
    terminal.press("Enter")
    return order


def clear(terminal):
    """Takes every mark away and goes back to the first option."""
    terminal.send((KEYS["Back"] + KEYS["Down"]) * len(OPTIONS) + KEYS["Up"] * 2 * len(OPTIONS))
    terminal.pump(0.2)


def closed(trial, workshop):
    """Closes and reveals the vote at a desk; the score of each option, and how many voted."""
    desk = trial.open("run", workshop)
    assert desk.sees("Choose"), desk.text
    desk.press("c")
    desk.pump(0.3)
    if "losed" not in desk.text:
        desk.press("c")
    desk.press("v")
    desk.pump(0.4)
    shown = desk.text
    desk.press("q", "q")
    desk.wait(5)
    desk.close()
    done = trial.run("export", workshop, "--format", "json")
    poll = next(poll for poll in json.loads(done.stdout)["polls"] if poll["id"] == POLL)
    trial.expect(
        poll["revealed"] and not poll["open"], "the desk does not close and reveal the vote:\n" + shown
    )
    return {row["id"]: row["score"] for row in poll.get("results", [])}, poll["voters"], done.stdout


@kit.line(
    "ballot-storm", "thirty voters at once: the count is exactly what was cast, and the same ever after"
)
def ballotStorm(trial):
    workshop = voting(trial, "w")
    count = 3 if trial.isQuick else 30
    screens = [trial.open("ballot", workshop) for _ in range(count)]
    for screen in screens:
        assert screen.sees("Which?"), screen.text
    cast = [ballot(trial.random) for _ in screens]
    for screen, marks in zip(screens, cast):
        order = give(screen, marks)
        trial.expect(
            sorted(order) == sorted(OPTIONS), f"a ballot shows other options: {order}\n{screen.text}"
        )
    for screen in screens:
        screen.press("Enter")
    for screen, marks in zip(screens, cast):
        trial.expect(
            screen.sees("is counted", seconds=3),
            f"a ballot of {marks} is not said to be counted:\n{screen.text}",
        )
    # Some change their mind.
    for number in trial.random.sample(range(count), max(1, count // 5)):
        screens[number].press("Enter")
        screens[number].pump(0.2)
        clear(screens[number])
        cast[number] = ballot(trial.random)
        give(screens[number], cast[number])
        screens[number].press("Enter")
        screens[number].pump(0.3)
    for screen in screens:
        screen.pump(0.05)
        screen.press("^q", "^q")
        trial.expect(screen.wait(3) == 0, f"a ballot terminal left with {screen.status}")
        screen.close()
    scores, voters, exported = closed(trial, workshop)
    trial.expect(scores == added(cast), f"cast {added(cast)}, counted {scores}")
    trial.expect(voters in (count, sum(map(bool, cast))), f"{count} voted, {voters} counted")
    for _ in range(3):
        shutil.rmtree(trial.path("copy"), ignore_errors=True)
        shutil.copytree(workshop, trial.path("copy"))
        again = trial.run("export", trial.path("copy"), "--format", "json").stdout
        trial.expect(again == exported, "another run counts otherwise")


@kit.line("slips", "slips printed four times at once: no code comes twice, and a code is one ballot")
def slips(trial):
    workshop = voting(trial, "w")
    printed = []

    def printSlips():
        printed.append(trial.run("ballots", workshop, "--print", "30"))

    threads = [threading.Thread(target=printSlips) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    codes = []
    for done in printed:
        trial.expect(done.returncode == 0, f"ballots ends with {done.returncode}: {done.stderr.decode()}")
        codes += re.findall(r"Your code: +(\S+)", done.stdout.decode())
    trial.expect(len(codes) >= 120, f"120 slips have {len(codes)} codes: {printed[0].stdout[:300].decode()}")
    trial.expect(len(set(codes)) == len(codes), "a code was printed twice")
    journals = b"".join(open(path, "rb").read() for path in kit.journalFiles(workshop))
    trial.expect(not any(code.encode() in journals for code in codes), "a code stands in a journal")
    # Two terminals with one code are one ballot: the later one.
    code = codes[0]
    for marks in ({"bus": 3}, {"form": 2}):
        screen = trial.open("ballot", workshop, "--token", code)
        trial.expect(screen.sees("Choose", seconds=3), f"a code is not taken:\n{screen.text}")
        if "is counted" in screen.text:
            screen.press("Enter")
            screen.pump(0.2)
            clear(screen)
        give(screen, marks)
        screen.press("Enter")
        screen.pump(0.4)
        screen.press("^q", "^q")
        screen.wait(3)
        screen.close()
    wrong = trial.open("ballot", workshop, "--token", "aaaaa-aaaaa")
    wrong.pump(0.7)
    trial.expect("You have 3 dots" not in wrong.text, "a wrong code may vote")
    wrong.close()
    scores, voters, _ = closed(trial, workshop)
    trial.expect(
        scores.get("form") == 2 and scores.get("bus") == 0 and voters == 1,
        f"one code, twice: counted {scores} of {voters}",
    )


@kit.line(
    "ballots-merged",
    "ballots cast in thirty copies and merged in any order are counted once each",
    quick=True,
)
def ballotsMerged(trial):
    count = 4 if trial.isQuick else 30
    cast = [ballot(trial.random) for _ in range(count)]
    workshop = voting(trial, "w")
    copies = []
    for number, marks in enumerate(cast):
        copy = shutil.copytree(workshop, trial.path(f"copy{number}"))
        event = {"ballotCast": {"poll": POLL, "voter": f"voter {number}", "marks": marks}}
        kit.journal(
            copy, [kit.row(f"v{number:011d}", 1, event, 1_795_421_700_000 - 1000 * number)], f"v{number:011d}"
        )
        copies.append(copy)
    results = set()
    for order in range(1 if trial.isQuick else 6):
        united = shutil.copytree(workshop, trial.path(f"united{order}"))
        trial.random.shuffle(copies)
        done = trial.run("merge", united, *copies, *copies[:2])
        trial.expect(done.returncode == 0, f"merge ends with {done.returncode}: {done.stderr.decode()}")
        scores, voters, _ = closed(trial, united)
        trial.expect(
            scores == added(cast) and voters == count, f"cast {added(cast)}, counted {scores} of {voters}"
        )
        results.add(json.dumps(scores, sort_keys=True))
    trial.expect(len(results) == 1, f"the order of merging changes the count: {results}")
    trial.expect(os.path.isdir(workshop), "the workshop is gone")
