"""Machines whose clocks do not agree, and readers in other zones."""

import calendar
import json
import re
import shutil
import time

import kit

HOUR = 3_600_000
#: what the clock of another machine may say, against the right one, in milliseconds
SKEWS = {
    "15 minutes ahead": HOUR // 4,
    "1 hour ahead": HOUR,
    "1 day ahead": 24 * HOUR,
    "2090": calendar.timegm((2090, 1, 1, 0, 0, 0)) * 1000 - int(time.time() * 1000),
    "15 minutes behind": -HOUR // 4,
    "1 hour behind": -HOUR,
    "1 day behind": -24 * HOUR,
    "1970": None,
}
ZONES = (
    "Europe/Paris",
    "UTC",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "America/St_Johns",
    "No/Such",
    ":",
    "XXX-14:59",
)


def wall(milliseconds):
    """What a clock that shows this instant writes as the time of day in Paris, in winter."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+01:00", time.gmtime(milliseconds / 1000 + 3600))


def started(trial, name, at, seconds=600):
    """A workshop whose room is at its board, with a time that began then."""
    workshop = trial.workshop(name, plan=kit.PLAN)
    kit.journal(
        workshop,
        [
            kit.row(
                "desk00000000",
                1,
                {"activityOpened": {"activity": "collect", "seconds": seconds}},
                at,
                at=wall(at),
            )
        ],
        "desk00000000",
        user="desk",
    )
    return workshop


def foreign(workshop, at, text="from another clock"):
    kit.journal(
        workshop,
        [
            kit.row(
                "other0000000", 1, {"cardAdded": {"board": "ideas", "text": text}}, at, by="Ben", at=wall(at)
            )
        ],
        "other0000000",
        user="ben",
    )


def left(trial, workshop):
    """The seconds that a workshop's countdown has left, as `status` tells."""
    told = json.loads(trial.run("status", workshop, "--json").stdout)
    return (told["countdown"] or {}).get("remaining")


@kit.line(
    "clocks",
    "a machine whose clock is wrong moves no countdown, changes no order, and is named on the desk",
    quick=True,
)
def clocks(trial):
    names = list(SKEWS)
    for name in ["1 hour ahead"] if trial.isQuick else names:
        now = int(time.time() * 1000)
        wrong = now + SKEWS[name] if SKEWS[name] is not None else 1000
        workshop = started(trial, name.replace(" ", ""), now)
        foreign(workshop, wrong)
        for role in ("stage", "run", "notes"):
            screen = trial.open(role, workshop)
            trial.expect(
                screen.sees("from another", seconds=3),
                f"{name}: {role} does not show the card:\n{screen.text}",
            )
            shown = screen.text
            screen.pump(0.2)
            words = {"stage": ("Time is up",), "run": ("overtime",), "notes": ("time is up",)}[role]
            trial.expect(
                not any(word in shown for word in words), f"{name}: {role} says that a time just begun is up"
            )
            if role == "run" and "ahead" in name or role == "run" and name == "2090":
                trial.expect(
                    "ben" in shown.lower() and "clock" in shown,
                    f"{name}: the desk does not name whose clock is wrong:\n{shown}",
                )
            if role == "stage":
                trial.expect("ben" not in shown.lower(), f"{name}: the room is shown whose clock is wrong")
            screen.close()
        remaining = left(trial, workshop)
        trial.expect(
            remaining is not None and 500 <= remaining <= 600,
            f"{name}: status tells {remaining} of 600 s left",
        )
        # What is written now by a right clock counts after it, on every copy alike.
        done = trial.run("add", workshop, "--board", "ideas", "after")
        trial.expect(done.returncode == 0, f"{name}: add ends with {done.returncode}: {done.stderr.decode()}")
        copy = shutil.copytree(workshop, trial.path("copy" + name.replace(" ", "")))
        states = [json.loads(trial.run("export", w, "--format", "json").stdout) for w in (workshop, copy)]
        cards = [[(card["id"], card["text"]) for card in state["cards"]] for state in states]
        trial.expect(cards[0] == cards[1], f"{name}: two copies order otherwise: {cards}")
        stamps = [
            entry["t"]
            for entry in kit.entries(workshop).values()
            if entry["e"].get("cardAdded", {}).get("text") == "after"
        ]
        # Nobody's stamp goes on from a clock that is more than a day wrong.
        trial.expect(
            stamps and (int(stamps[0][:12], 16) - now < 25 * HOUR), f"{name}: a new entry is stamped {stamps}"
        )
        check = trial.run("check", workshop).stdout.decode()
        if SKEWS[name] and SKEWS[name] > 0:
            trial.expect("ben" in check and "ahead" in check, f"{name}: check does not name the clock")


@kit.line("clock-ahead-desk", "a time begun by a desk whose clock is ahead runs on another machine's stage")
def clockAheadDesk(trial):
    for name, skew in SKEWS.items():
        if not skew or skew < 0 or skew > 24 * HOUR:
            continue
        workshop = started(trial, name.replace(" ", ""), int(time.time() * 1000) + skew)
        stage = trial.open("stage", workshop)
        trial.expect(stage.sees("0 cards", seconds=3), f"{name}: no stage:\n{stage.text}")
        shown = stage.text
        trial.expect("Time is up" not in shown, f"{name}: the stage says that a time just begun is up")
        remaining = left(trial, workshop)
        trial.expect(
            remaining is not None and 590 <= remaining <= 600, f"{name}: of 600 s status tells {remaining}"
        )
        stage.pump(2.5)
        trial.expect(stage.text != shown, f"{name}: the time does not run on the stage:\n{shown}")
        stage.close()


@kit.line(
    "clock-behind-live", "a time begun by a desk whose clock is behind runs in full on a stage that looks on"
)
def clockBehindLive(trial):
    for name, skew in SKEWS.items():
        if not skew or skew > 0 or skew < -HOUR:
            continue
        workshop = trial.workshop(name.replace(" ", ""), plan=kit.PLAN)
        stage = trial.open("stage", workshop)
        trial.expect(stage.sees("Sample", seconds=3), f"{name}: no stage:\n{stage.text}")
        at = int(time.time() * 1000) + skew
        kit.journal(
            workshop,
            [
                kit.row(
                    "desk00000000",
                    1,
                    {"activityOpened": {"activity": "collect", "seconds": 600}},
                    at,
                    at=wall(at),
                )
            ],
            "desk00000000",
            user="desk",
        )
        trial.expect(stage.sees("0 cards", seconds=4), f"{name}: the stage does not follow")
        stage.pump(1.2)
        trial.expect("Time is up" not in stage.text, f"{name}: the stage says that a time just begun is up")
        stage.close()


@kit.line(
    "zones",
    "whoever exports, in whatever zone, gets the same bytes; a day whose clocks change is counted",
    quick=True,
)
def zones(trial):
    plan = json.loads(json.dumps(kit.PLAN))
    plan["sessions"][0].update(date="2026-10-25", start="01:30")
    workshop = trial.workshop(plan=plan)
    # Summer time ends in Paris at 3:00, which is 2:00 again: half an hour later it is 2:15.
    begin = calendar.timegm((2026, 10, 25, 0, 45, 0)) * 1000
    events = [
        ({"activityOpened": {"activity": "collect", "seconds": 1800}}, 0, "2026-10-25T02:45:00+02:00"),
        ({"cardAdded": {"board": "ideas", "text": "before"}}, 600, "2026-10-25T02:55:00+02:00"),
        ({"cardAdded": {"board": "ideas", "text": "after"}}, 1200, "2026-10-25T02:05:00+01:00"),
        ({"activityOpened": {"activity": "talk"}}, 1800, "2026-10-25T02:15:00+01:00"),
        ({"countdownPaused": {"activity": "talk"}}, 1801, "2026-10-25T02:15:01+01:00"),
    ]
    kit.journal(
        workshop,
        [
            kit.row("desk00000000", number, event, begin + 1000 * seconds, at=at)
            for number, (event, seconds, at) in enumerate(events, 1)
        ],
        "desk00000000",
    )
    others = [z for z in ZONES if z != "Europe/Paris"]
    if trial.isQuick:
        others = ["America/Los_Angeles"]
    for form in ("json", "markdown") if trial.isQuick else ("json", "markdown", "html", "ics"):
        wanted = trial.run("export", workshop, "--format", form, "-o", "/dev/stdout").stdout
        trial.expect(len(wanted) > 100, f"{form}: nothing is exported")
        for zone in others:
            found = trial.run(
                "export", workshop, "--format", form, "-o", "/dev/stdout", environment={"TZ": zone}
            ).stdout
            # The one thing that tells when the export was made.
            wanted, found = (re.sub(rb"DTSTAMP:[^\r\n]*", b"", data) for data in (wanted, found))
            trial.expect(
                found == wanted,
                lambda: f"{form} under TZ={zone!r} differs: "
                + str(
                    [pair for pair in zip(wanted.splitlines(), found.splitlines()) if pair[0] != pair[1]][:2]
                ),
            )
    state = json.loads(trial.run("export", workshop, "--format", "json").stdout)
    collect = state["sessions"][0]["activities"][0]
    trial.expect(
        collect["spent"] == 30, f"half an hour over the change of clocks counts {collect['spent']} min"
    )
    texts = [card["text"] for card in state["cards"]]
    trial.expect(texts == ["before", "after"], f"cards over the change of clocks stand {texts}")
    for command in (("check",), ("status",), ("kpi",), ("show", "--as", "stage")):
        done = trial.run(command[0], workshop, *command[1:])
        trial.expect(not kit.crashed(done), f"{command[0]} crashed on such a day: {done.returncode}")
