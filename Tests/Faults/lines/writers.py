"""Many who write at once, and entries that come in any order."""

import json
import os
import re
import shutil
import time

import kit


def exported(trial, workshop):
    """The whole state as bytes; a failure is a loss."""
    done = trial.run("export", workshop, "--format", "json", timeout=120)
    trial.expect(done.returncode == 0, f"export ends with {done.returncode}: {done.stderr.decode().strip()}")
    return done.stdout


def leave(terminal, role):
    terminal.press(*(["q", "q"] if role in ("run", "stage") else ["^q", "^q"]))
    return terminal.wait(10)


@kit.line("many-writers", "forty writers at once: every id is there, and every reader ends the same")
def manyWriters(trial):
    workshop = kit.begun(trial)
    lines = 20 if trial.isQuick else 250
    roles = ("notes",) if trial.isQuick else ("notes", "run")
    screens = [(role, trial.open(role, workshop)) for role in roles]
    for _, screen in screens:
        assert screen.sees("Collect")
    writers = [
        trial.adding(workshop, f"writer{n}", [f"writer {n} says {line}\n" for line in range(lines)])
        for n in range(40)
    ]
    acknowledged = set()
    for number, writer in enumerate(writers):
        while writer.poll() is None:
            for _, screen in screens:
                screen.pump()
            time.sleep(0.005)
        with open(trial.path(f"ids-writer{number}")) as file:
            ids = file.read().split()
        trial.expect(
            writer.returncode == 0 and len(ids) == lines,
            f"writer {number} ends with {writer.returncode}, {len(ids)} of {lines} acknowledged",
        )
        acknowledged |= set(ids)
    there = kit.entries(workshop)
    count = 40 * lines
    trial.expect(
        acknowledged <= set(there) and len(acknowledged) == count,
        f"{len(acknowledged - set(there))} of {count} acknowledged ids are not there",
    )
    sent = {f"writer {number} says {line}" for number in range(40) for line in range(lines)}
    trial.expect(set(kit.cards(workshop)) == sent, "other texts are there than were sent")
    trial.expect(not kit.brokenRows(workshop), f"damaged: {kit.brokenRows(workshop)[:3]}")
    for role, screen in screens:
        wanted = f"{count} cards"
        trial.expect(screen.sees(wanted, seconds=5), f"{role} does not come to see {wanted}:\n{screen.brief}")
        trial.expect(leave(screen, role) == 0, f"{role} left with {screen.status}")
    shutil.copytree(workshop, trial.path("copy"))
    one, other = exported(trial, workshop), exported(trial, trial.path("copy"))
    trial.expect(one == other, "two copies export differently")
    cards = {card["id"] for card in json.loads(one)["cards"]}
    trial.expect(acknowledged <= cards, f"{len(acknowledged - cards)} acknowledged cards are not exported")
    for words in (("status",), ("check",)):
        done = [trial.run(*words, path) for path in (workshop, trial.path("copy"))]
        trial.expect(
            done[0].returncode == done[1].returncode == 0
            and done[0].stdout.replace(workshop.encode(), b"")
            == done[1].stdout.replace(trial.path("copy").encode(), b""),
            f"{words[0]} of two copies differs: {done[0].stdout[:300]!r} {done[1].stdout[:300]!r}",
        )


def rowsOfMany(trial):
    """Rows of several writers who worked on the same cards at once."""
    writers = ["anaanaana000", "benbenben000", "cleocleo0000"]
    time_ = 1_795_421_645_000
    rows, cards, last = [], [], {}
    counts = dict.fromkeys(writers, 0)

    def add(event):
        nonlocal time_
        writer = trial.random.choice(writers)
        counts[writer] += 1
        # Clocks that do not agree, and entries of one moment.
        time_ += trial.random.choice([0, 0, 1, 700])
        skew = {"anaanaana000": 0, "benbenben000": -3_000, "cleocleo0000": 50_000}[writer]
        rows.append(kit.row(writer, counts[writer], event, time_ + skew, by=writer[:3]))
        return f"{writer}-{counts[writer]}"

    for number in range(20):
        cards.append(add({"cardAdded": {"board": "ideas", "text": f"idea {number}"}}))
    zones = [add({"zoneAdded": {"board": "ideas", "title": f"cluster {n}"}}) for n in range(3)]
    for number in range(60):
        card = trial.random.choice(cards)
        field, value = trial.random.choice(
            [("text", f"text {number}"), ("note", f"note {number}"), ("zone", trial.random.choice(zones))]
        )
        event = {"card": card, "field": field, "value": value}
        over = last.get((card, field)) or (card if field == "text" else None)
        # Somebody who had not seen the last edit.
        if over and trial.random.random() < 0.7:
            event["over"] = over
        last[card, field] = add({"fieldSet": event})
        kind = trial.random.randrange(5)
        if kind == 0:
            add({"voiceAdded": {"card": card}})
        elif kind == 1:
            add({trial.random.choice(["cardBinned", "cardRestored"]): {"card": card}})
        elif kind == 2:
            team = add({"memberAdded": {"card": card, "set": "team", "member": "ana"}})
            if trial.random.random() < 0.5:
                add({"memberRemoved": {"card": card, "set": "team", "member": "ana", "over": [team]}})
        elif kind == 3:
            add({"reverted": {"entry": last[card, field]}})
    poll = add(
        {
            "pollOpened": {
                "activity": "collect",
                "question": "Which?",
                "method": "dots",
                "options": cards[:4],
                "dots": 3,
                "cap": 3,
                "winners": 1,
            }
        }
    )
    for number in range(12):
        add(
            {
                "ballotCast": {
                    "poll": poll,
                    "voter": f"voter {number % 9}",
                    "marks": {trial.random.choice(cards[:4]): 2, trial.random.choice(cards[:4]): 1},
                }
            }
        )
    add({"pollClosed": {"poll": poll, "cut": dict(counts)}})
    add({"ballotCast": {"poll": poll, "voter": "late", "marks": {cards[0]: 3}}})
    add({"pollRevealed": {"poll": poll}})
    return rows


def scattered(trial, workshop, rows):
    """Rows dealt out over some journals in any order, some of them in several."""
    rows = trial.random.sample(rows, len(rows))
    rows += trial.random.sample(rows, trial.random.randrange(len(rows)))
    count = trial.random.randrange(1, 9)
    hands = [[] for _ in range(count)]
    for one in rows:
        trial.random.choice(hands).append(one)
    for number, hand in enumerate(hands):
        kit.journal(workshop, hand, f"hand{trial.random.randrange(10 ** 7):07d}{number}")


@kit.line(
    "orders",
    "the same entries in any order, doubled and parted: the exported state is the same to the byte",
    quick=True,
)
def orders(trial):
    rows = rowsOfMany(trial)
    plain = kit.begun(trial, "plain")
    kit.journal(plain, rows, "plainplain00")
    wanted = exported(trial, plain)
    assert len(json.loads(wanted)["cards"]) == 20
    for number in range(4 if trial.isQuick else 200):
        workshop = kit.begun(trial, f"order{number}")
        if number % 3 < 2:
            scattered(trial, workshop, rows)
        else:
            # Parts in copies that are united in any order, once or twice.
            copies = []
            for part in range(3):
                copies.append(kit.begun(trial, f"part{number}-{part}"))
                scattered(trial, copies[-1], trial.random.sample(rows, len(rows) * 2 // 3))
            scattered(trial, copies[0], rows)
            trial.random.shuffle(copies)
            for copy in [*copies, copies[0]]:
                done = trial.run("merge", workshop, copy)
                trial.expect(
                    done.returncode == 0, f"merge ends with {done.returncode}: {done.stderr.decode()}"
                )
        found = exported(trial, workshop)
        trial.expect(
            found == wanted, lambda: f"order {number} exports otherwise: {difference(wanted, found)}"
        )
        shutil.rmtree(workshop)


def difference(one, other):
    """The first lines in which two documents differ."""
    pairs = zip(one.decode().splitlines(), other.decode().splitlines())
    return [pair for pair in pairs if pair[0] != pair[1]][:2] or f"{len(one)} and {len(other)} bytes"


def isSteady(text):
    """A screen without the clock, what is left of a time, and the foot with its notices."""
    rows = re.sub(r"\d\d?:\d\d", "--:--", text).split("\n")
    return [row.rstrip() for row in rows[:-2]]


@kit.line("two-desks", "two facilitators act at once on one directory: both see the same in the end")
def twoDesks(trial):
    # A board wherever the room goes, so that there always is something to add to.
    plan = json.loads(json.dumps(kit.PLAN))
    plan["sessions"][0]["activities"][1].update(kind="board", board="ideas")
    for number in range(2 if trial.isQuick else 20):
        workshop = kit.begun(trial, f"desks{number}", plan)
        desks = [trial.open("run", workshop, "--as", name) for name in ("Ana", "Ben")]
        for desk in desks:
            assert desk.sees("Collect")
        texts = []
        deeds = trial.random.choices(["card", "card", "n", "b", "Space", "+", "-", "B", "s"], k=12)
        for step, deed in enumerate(["card", *deeds]):
            desk = trial.random.choice(desks)
            if deed == "card":
                desk.press("a")
                if desk.sees("New card", seconds=2):
                    texts.append(f"said {number} {step}")
                    desk.press(texts[-1], "Enter")
            elif deed == "s":
                desk.press("s", "s")
            else:
                desk.press(" " if deed == "Space" else deed)
            # Both at once, now and then.
            if trial.random.random() < 0.4:
                desks[0].press("+")
                desks[1].press("n")
        time.sleep(0.2)
        for desk in desks:
            # The highlight follows the room again; a time that runs would make two glances differ.
            desk.press("Esc", "Esc")
            desk.pump(1.3)
        both = [isSteady(desk.text) for desk in desks]
        same = both[0] == both[1]
        end = time.monotonic() + 3
        while not same and time.monotonic() < end:
            for desk in desks:
                desk.pump(0.3)
            both = [isSteady(desk.text) for desk in desks]
            same = both[0] == both[1]
        trial.expect(
            same, lambda: "two desks differ: " + str([pair for pair in zip(*both) if pair[0] != pair[1]])
        )
        gone = set(texts) - set(kit.cards(workshop))
        trial.expect(texts and not gone, f"of {len(texts)} cards that a desk took are gone: {gone}")
        for desk in desks:
            trial.expect(leave(desk, "run") == 0, f"a desk left with {desk.status}")
        with open(os.path.join(workshop, "session.json")) as file:
            kept = json.load(file)
        now = json.loads(trial.run("status", workshop, "--json").stdout)
        for document in (kept, now):
            document.pop("countdown", None)
            document.pop("clocks", None)
        steady = [json.dumps(d["cards"], sort_keys=True) + str(d["current"]) for d in (kept, now)]
        trial.expect(steady[0] == steady[1], "session.json is not the state that the journals give")
        trial.expect(not kit.brokenRows(workshop), "a row is damaged")
        for desk in desks:
            desk.close()
