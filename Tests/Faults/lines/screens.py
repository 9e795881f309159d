"""Screens drawn anew, and terminals of any size."""

import re
import signal
import time

import kit


def steady(text):
    """A screen without what the clock changes."""
    return [re.sub(r"\d?\d:\d\d", "--:--", row).rstrip() for row in text.split("\n")]


@kit.line("redraw", "^L draws the whole screen anew over anything, whatever was written over it", quick=True)
def redraw(trial):
    workshop = kit.voting(trial)
    garbage = b"".join(b"\x1b[%d;1H" % row + b"#" * 80 for row in range(1, 25))
    for screen in trial.random.sample(kit.SCREENS, 2) if trial.isQuick else kit.SCREENS:
        terminal = kit.openScreen(trial, workshop, screen)
        terminal.pump(0.15)
        before = steady(terminal.text)
        terminal.overwrite(garbage)
        terminal.press("^l")
        terminal.pump(0.15)
        after = steady(terminal.text)
        trial.expect(
            after == before,
            lambda: f"{kit.called(screen)}: ^L leaves or changes "
            + str([row for row in after if row not in before][:3]),
        )
        terminal.close()


@kit.line(
    "resize-storm",
    "two hundred sizes from 1x1 to 300x100: no crash, and the last is drawn as afresh",
    quick=True,
)
def resizeStorm(trial):
    workshop = kit.voting(trial)
    kit.journal(
        workshop,
        [
            kit.row(
                "cards0000000",
                number,
                {"cardAdded": {"board": "ideas", "text": f"card {number} " + "long " * number}},
                1_795_421_647_000 + number,
            )
            for number in range(1, 30)
        ],
        "cards0000000",
    )
    screens = trial.random.sample([s for s in kit.SCREENS if not s[1]], 1) if trial.isQuick else kit.SCREENS
    for screen in screens:
        terminal = kit.openScreen(trial, workshop, screen)
        sizes = [(1, 1), (300, 100), (1, 100), (300, 1), (2, 2)]
        sizes += [
            (trial.random.randrange(1, 301), trial.random.randrange(1, 101))
            for _ in range(10 if trial.isQuick else 195)
        ]
        trial.random.shuffle(sizes)
        last = (trial.random.randrange(70, 140), trial.random.randrange(20, 50))
        for columns, rows in [*sizes, last]:
            terminal.resize(columns, rows)
            terminal.pump(trial.random.choice([0, 0, 0.005, 0.03]))
            if terminal.wait(0) is not None:
                break
        where = f"{kit.called(screen)}, sizes {sizes}, then {last}"
        if not trial.expect(terminal.status is None, f"{where}: ended with {terminal.status}"):
            terminal.close()
            continue
        fresh = kit.openScreen(trial, workshop, screen, columns=last[0], rows=last[1])
        same = False
        end = time.monotonic() + 3
        while not same and time.monotonic() < end:
            terminal.pump(0.1)
            fresh.pump(0.1)
            one, other = (comparable(screen, t.text) for t in (terminal, fresh))
            same = one == other
        trial.expect(
            same,
            lambda: f"{where}: drawn otherwise than afresh: "
            + str([pair for pair in zip(one, other) if pair[0] != pair[1]][:4]),
        )
        for one in (terminal, fresh):
            one.signal(signal.SIGTERM)
            trial.expect(one.wait(2) == 0, f"{where}: ends with {one.status}")
            one.close()


def comparable(screen, text):
    """A screen without what two terminals do not share: who else is here, the order of a voter's options."""
    rows = [row for row in steady(text) if "Ana" not in row]
    return sorted(rows) if screen[0] == "ballot" else rows
