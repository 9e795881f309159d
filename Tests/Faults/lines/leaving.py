"""Leaving the program by signals: what the terminal gets back, and what is kept of half a text."""

import os
import shutil
import signal
import sys
import time

import kit

#: what can be half typed: (role, keys that lead there, the half, what shows that it came back)
HALVES = (
    ("notes", (), "half a line", "half a line"),
    ("notes", ("M-p",), "half a question", "half a question"),
    ("run", ("a",), "half a card", "half a card"),
    ("run", ("M-p",), "half a desk question", "half a desk question"),
    ("run", ("S",), "17:3", "17:3"),
    ("run", ("A", "Enter"), "half a title", "half a title"),
    ("run", ("A", "i"), "half an item", "half an item"),
    ("run", ("I",), "half a name", "half a name"),
)

#: what can be left with Esc: (role, keys that lead there, the half)
LEFT = (
    ("notes", ("M-p",), "half a question"),
    ("run", ("a",), "half a card"),
    ("run", ("M-p",), "half a desk question"),
    ("run", ("S",), "17:3"),
)


def ends(trial, screen, number, workshop):
    """Opens a screen, sends it a signal, and looks at the terminal behind it; milliseconds until it ended."""
    terminal = kit.openScreen(trial, workshop, screen)
    start = time.monotonic()
    terminal.signal(number)
    status = terminal.wait(1)
    took = (time.monotonic() - start) * 1000
    where = f"{kit.called(screen)}, {number.name}"
    trial.expect(status is not None, f"{where}: still runs after a second")
    if status is not None:
        trial.expect(status == 0, f"{where}: ends with {status}")
        trial.expect(terminal.isRestored, f"{where}: the terminal is not as it was")
    terminal.close()
    return took


@kit.line("signals", "a signal over any screen ends within 300 ms, and the terminal is as it was", quick=True)
def signals(trial):
    workshop = kit.voting(trial)
    pairs = [
        (screen, number)
        for screen in kit.SCREENS
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    ]
    if trial.isQuick:
        pairs = trial.random.sample(pairs, 3)
    for screen, number in pairs:
        took = ends(trial, screen, number, workshop)
        trial.expect(took > 990 or took < 300, f"{kit.called(screen)}, {number.name}: took {took:.0f} ms")


#: a shell as far as it matters: gives its child a job of its own, in the foreground, and waits for its end
SHELL = """
import os, signal, sys
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
status = os.waitpid(child, 0)[1]
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
"""


def isStopped(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()[0] == "T"


@kit.line(
    "suspended",
    "stopped and continued over any screen: the terminal is given back, and then drawn anew",
    quick=True,
)
def suspended(trial):
    workshop = kit.voting(trial)
    for screen in trial.random.sample(kit.SCREENS, 1) if trial.isQuick else kit.SCREENS:
        where = kit.called(screen)
        terminal = kit.openScreen(trial, workshop, screen, before=(sys.executable, "-c", SHELL))
        terminal.pump(0.15)
        shown = [row for row in terminal.text.split("\n")[1:-2] if row.strip()][:3]
        with open(f"/proc/{terminal.pid}/task/{terminal.pid}/children") as file:
            child = int(file.read().split()[0])
        for way in ("signal", "key"):
            if way == "signal":
                os.kill(child, signal.SIGTSTP)
            else:
                terminal.press("^z")
            end = time.monotonic() + 1
            while time.monotonic() < end and not isStopped(child):
                terminal.pump(0.01)
            if not trial.expect(isStopped(child), f"{where}: does not stop by {way}"):
                continue
            trial.expect(terminal.isRestored, f"{where}: stopped by {way}, the terminal is not as it was")
            terminal.overwrite(b"\x1b[2J\x1b[Hsomething else was here")
            os.kill(child, signal.SIGCONT)
            trial.expect(
                terminal.sees(*shown, seconds=2) and "something else" not in terminal.text,
                f"{where}: stopped by {way}, not drawn anew afterwards:\n{terminal.text}",
            )
        os.kill(child, signal.SIGTERM)
        trial.expect(
            terminal.wait(1) == 0 and terminal.isRestored,
            f"{where}: after stop and continue ended with {terminal.status}",
        )
        terminal.close()
        # It may have outlived what stands for its shell.
        if os.path.exists(f"/proc/{child}"):
            os.kill(child, signal.SIGKILL)


@kit.line(
    "half-typed", "what was half typed when a signal came is offered to the same person at the next start"
)
def halfTyped(trial):
    workshop = kit.begun(trial)
    numbers = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL]
    cases = [(half, number) for half in HALVES for number in numbers]
    if trial.isQuick:
        cases = [
            (half, trial.random.choice(numbers[:3]))
            for half in [HALVES[0], *trial.random.sample(HALVES[1:], 1)]
        ]
    for (role, keys, text, wanted), number in cases:
        where = f"{kit.called((role, keys))}, {number.name}"
        screen = kit.openScreen(trial, workshop, (role, keys, ""))
        screen.press(text)
        trial.expect(screen.sees(text, seconds=2), f"{where}: what is typed does not show:\n{screen.text}")
        if number == signal.SIGKILL:
            # Nothing can be done at once then: a text is kept once a second.
            screen.pump(2.2)
        screen.signal(number)
        screen.wait(2)
        screen.close()
        again = kit.openScreen(trial, workshop, (role, (), ""))
        trial.expect(
            again.sees(wanted, seconds=1.5 if not trial.isQuick else 0.7),
            f"{where}: {text!r} is not offered back",
        )
        again.signal(signal.SIGTERM)
        again.wait(2)
        again.close()
        # The next one begins with nothing that waits.
        shutil.rmtree(os.path.join(workshop, "drafts"), ignore_errors=True)


@kit.line("left-typed", "what Esc left is behind its key, which is told, also after a signal")
def leftTyped(trial):
    workshop = kit.begun(trial)
    for role, keys, text in LEFT:
        for number in (signal.SIGTERM, signal.SIGKILL):
            where = f"{kit.called((role, keys))}, {number.name}"
            screen = kit.openScreen(trial, workshop, (role, keys, ""))
            screen.press(text, "Esc")
            told = f"Press {keys[-1]} to continue"
            trial.expect(screen.sees(told, seconds=2), f"{where}: the key is not told:\n{screen.text}")
            trial.expect(text not in screen.text, f"{where}: what was left still shows:\n{screen.text}")
            screen.pump(0.3)
            screen.signal(number)
            screen.wait(2)
            screen.close()
            again = kit.openScreen(trial, workshop, (role, (), ""))
            trial.expect(again.sees(told, seconds=2), f"{where}: the next start does not tell of it")
            again.press(*keys)
            trial.expect(again.sees(text, seconds=2), f"{where}: {text!r} is not behind its key")
            again.signal(signal.SIGTERM)
            again.wait(2)
            again.close()
            shutil.rmtree(os.path.join(workshop, "drafts"), ignore_errors=True)
