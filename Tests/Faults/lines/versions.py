"""What older and newer versions wrote."""

import binascii
import json
import os
import pathlib
import shutil

import kit

FIXTURE = pathlib.Path(__file__).resolve().parents[2] / "JournalTests" / "Fixtures" / "v1"


@kit.line(
    "plans-old-new",
    "the first version's directory opens; a later version's is only looked at, and that is said",
    quick=True,
)
def plansOldNew(trial):
    firstVersion(trial)
    laterEntry(trial)
    laterPlan(trial)
    unknownFields(trial)


def firstVersion(trial):
    """A directory that the first version wrote: read as it was meant, and gone on with."""
    old = trial.path("v1")
    shutil.copytree(FIXTURE, old)
    count = len(kit.entries(old))
    assert count == 28
    document = json.loads(trial.run("export", old, "--format", "json").stdout)
    cards = {card["id"]: card["text"] for card in document["cards"]}
    poll = document["polls"][0]
    trial.expect(
        document["current"] == "ideas-1"
        and cards["bbbbbbbbbbbb-2"] == "Bus at night"
        and [row["score"] for row in poll["results"]] == [2, 1],
        f"the first version's entries say something else: {document['current']}, {cards}, {poll}",
    )
    told = trial.run("check", old).stdout.decode()
    faults = [row for row in told.splitlines() if row.startswith("journal/") and "may open it" not in row]
    trial.expect(not faults, f"check finds fault with the first version: {faults}")
    screen = trial.open("notes", old, "--as", "Ana")
    assert screen.sees("Ideas")
    screen.press("gone on with", "Enter")
    trial.expect(screen.sees("saved ✓", "gone on with", seconds=3), "nothing can be added:\n" + screen.brief)
    screen.press("^q", "^q")
    trial.expect(screen.wait(5) == 0, f"left with {screen.status}")
    trial.expect(len(kit.entries(old)) == count + 1, "the card is not there")


def later(row):
    """A row as a version to come might write it: its check sum is right."""
    head = row.replace(b'"v":1', b'"v":2', 1)[:-17]
    return head + b',"c":"%08x"}\n' % binascii.crc32(head)


def laterEntry(trial):
    workshop = kit.begun(trial, "later")
    event = {"cardAdded": {"board": "ideas", "text": "from the years to come", "fields": {"scent": "rose"}}}
    rows = [later(kit.row("latelatelate", 1, event, 1_795_421_700_000))]
    path = kit.journal(workshop, rows, "latelatelate")
    with open(path, "rb") as file:
        assert kit.whole(file.read()[:-1])["v"] == 2
    names = sorted(os.listdir(os.path.join(workshop, "journal")))
    for role in ("notes", "run"):
        screen = trial.open(role, workshop, "--as", "Ana")
        assert screen.sees("Collect")
        trial.expect(
            screen.sees("Read-only", seconds=1) or screen.sees("later version", seconds=0.1),
            f"{role} does not say that it only looks:\n" + screen.brief,
        )
        screen.press(*(["typed", "Enter"] if role == "notes" else ["a", "typed", "Enter", "Esc", "n"]))
        screen.pump(0.3)
        screen.press(*(["^q", "^q"] if role == "notes" else ["Esc", "q", "q"]))
        trial.expect(screen.wait(5) == 0, f"{role} left with {screen.status}")
        screen.close()
    done = trial.run("add", workshop, "--board", "ideas", "x")
    trial.expect(
        done.returncode == 1 and done.stderr, f"add over a later version's entry ends with {done.returncode}"
    )
    trial.expect(
        names == sorted(os.listdir(os.path.join(workshop, "journal"))),
        "something was written beside later entries",
    )
    told = trial.run("check", workshop)
    trial.expect(
        told.returncode == 1 and "later version" in told.stdout.decode(),
        "check does not tell:\n" + told.stdout.decode(),
    )
    trial.expect(trial.run("status", workshop).returncode == 0, "status does not work")


def laterPlan(trial):
    workshop = kit.begun(trial, "laterPlan")
    plan = os.path.join(workshop, "workshop.json")
    with open(plan, "w") as file:
        json.dump({**kit.PLAN, "v": 2}, file)
    for words in (("status", workshop), ("add", workshop, "--board", "ideas", "x")):
        done = trial.run(*words)
        trial.expect(
            not kit.crashed(done) and (done.returncode == 0 or b"later version" in done.stderr),
            f"{words[0]} over a later version's plan: {done.returncode}, {done.stderr.decode()!r}",
        )
    with open(plan) as file:
        trial.expect(json.load(file)["v"] == 2, "a later version's plan was written over")


def unknownFields(trial):
    """A plan with fields that nobody here knows works, and keeps them."""
    plan = json.loads(json.dumps(kit.PLAN))
    plan["weather"] = {"outside": "rain"}
    plan["sessions"][0]["mood"] = ["calm"]
    plan["sessions"][0]["activities"][0]["scent"] = "rose"
    plan["boards"][0]["colour"] = 7
    workshop = trial.workshop("unknown", plan=plan)
    screen = trial.open("run", workshop)
    assert screen.sees("Collect")
    screen.press("n")
    screen.pump(0.3)
    # Begun while it runs, edited by hand, gone on with.
    plan["sessions"][0]["activities"][0]["title"] = "Collect more"
    with open(os.path.join(workshop, "workshop.json"), "w") as file:
        json.dump(plan, file)
    trial.expect(
        screen.sees("Collect more", seconds=3), "an edit of such a plan is not taken:\n" + screen.brief
    )
    screen.press("q", "q")
    trial.expect(screen.wait(5) == 0, f"the desk left with {screen.status}")
    done = trial.run("add", workshop, "--board", "ideas", "x")
    trial.expect(done.returncode == 0, f"add ends with {done.returncode}: {done.stderr.decode()}")
    with open(os.path.join(workshop, "workshop.json")) as file:
        trial.expect(json.load(file) == plan, "the plan's file was changed by opening it")
