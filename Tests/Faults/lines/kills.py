"""Killing the program: at each of its system calls, and at any moment."""

import collections
import os
import re
import signal
import subprocess
import time

import kit

#: the calls by which files are opened, read, written, made durable and named
CALLS = (
    "openat",
    "write",
    "fsync",
    "fdatasync",
    "close",
    "mkdirat",
    "renameat",
    "unlinkat",
    "newfstatat",
    "pread64",
    "getdents64",
    "faccessat2",
    "inotify_add_watch",
    "flock",
)
TEXTS = ["one", "two", "three", "four"]
ENTRY = re.compile(r'write\(\d+, "\\?n?\{\\"v\\":1,\\"id\\":\\"([a-z0-9]+-\d+)\\".* = \d+$')
CALL = re.compile(r"^(\d+) +(\w+)\(")


class Calls:
    """What strace noted of a run."""

    def __init__(self, path):
        with open(path, errors="replace") as file:
            self.rows = file.read().splitlines()

    def points(self):
        """Every call from the first look at the journals on, as (name, its count in its thread)."""
        counts = collections.Counter()
        found = []
        isBegun = False
        for row in self.rows:
            call = CALL.match(row)
            if not call:
                continue
            thread, name = call.groups()
            if name not in CALLS:
                continue
            counts[thread, name] += 1
            isBegun = isBegun or '"journal"' in row
            if isBegun and (name, counts[thread, name]) not in found:
                found.append((name, counts[thread, name]))
        return found

    def durable(self):
        """Ids of entries that were written before a call began that made them durable, and returned."""
        written, waiting, safe = [], {}, set()
        for row in self.rows:
            entry = ENTRY.search(row)
            thread = row.split(" ", 1)[0]
            if entry:
                written.append(entry.group(1))
            elif re.search(r"\bf(data)?sync\(", row):
                waiting[thread] = list(written)
                if re.search(r"= 0$", row):
                    safe.update(waiting.pop(thread))
            elif re.search(r"f(data)?sync resumed.*= 0$", row):
                safe.update(waiting.pop(thread, []))
        return safe


def traced(log, point=None):
    """The words that run a program under strace, killing it at a point."""
    words = ["strace", "-f", "-o", log, "-s", "64", "-e", "trace=" + ",".join(CALLS)]
    return words + (["-e", f"inject={point[0]}:signal=KILL:when={point[1]}"] if point else [])


def isWhole(trial, workshop, acknowledged, where):
    """Looks at what a killed process left."""
    there = kit.entries(workshop)
    lost = sorted(set(acknowledged) - set(there))
    broken = kit.brokenRows(workshop)
    check = trial.run("check", workshop)
    # Both read alike; that both work is asked often enough.
    status = trial.run("status", workshop) if trial.random.random() < (0.2 if trial.isQuick else 1) else check
    named = [row for row in check.stdout.decode().splitlines() if row.startswith("journal/")]
    worse = [row for row in named if "not finished" not in row]
    trial.expect(
        not lost
        and not broken
        and not kit.crashed(check)
        and (status is check or status.returncode == 0)
        and not worse,
        f"{where}: lost {lost}, damaged {broken}, check {check.returncode} {worse}, "
        f"status {status.returncode} {status.stderr.decode().strip()}",
    )


def bare(trial, name):
    """A workshop in which nobody wrote yet, so that whoever is first makes its folder of journals."""
    workshop = trial.workshop(name, plan=kit.PLAN)
    os.chmod(workshop, 0o700)
    os.chmod(os.path.join(workshop, "workshop.json"), 0o600)
    return workshop


def typed(terminal):
    """Types cards one after another; how many the screen called saved."""
    saved = 0
    if not terminal.sees("Ideas", seconds=20):
        return saved
    for count, text in enumerate(TEXTS, 1):
        if terminal.status is not None:
            break
        try:
            terminal.press(text, "Enter")
        except (OSError, TimeoutError):
            break
        if terminal.sees(f"{count} card", "saved ✓", seconds=3):
            saved = count
    return saved


@kit.line(
    "kill-each-call",
    "killed at any system call, what was acknowledged is there and nothing is damaged",
    quick=True,
    needs=("strace",),
)
def killEachCall(trial):
    log = trial.path("calls")
    lines = "\n".join(TEXTS).encode()
    done = trial.run("add", bare(trial, "first"), "--board", "ideas", input=lines, before=traced(log))
    assert done.returncode == 0, done.stderr
    assert len(Calls(log).durable()) == len(TEXTS), "strace's notes were not understood"
    points = Calls(log).points()
    # Of each kind of call some, when only a few are wanted.
    if trial.isQuick:
        writing = [p for p in points if p[0] in ("write", "fsync", "fdatasync", "mkdirat")]
        points = trial.random.sample(writing, 2) + trial.random.sample(points, 1)
    for number, point in enumerate(points):
        workshop = bare(trial, f"add{number}")
        done = trial.run("add", workshop, "--board", "ideas", input=lines, before=traced(log, point))
        printed = done.stdout.decode().split()
        isWhole(trial, workshop, Calls(log).durable() | set(printed), f"add, killed at {point}")
        trial.expect(
            done.returncode in (0, -signal.SIGKILL), f"add, killed at {point}: ended by {done.returncode}"
        )
    first = kit.begun(trial, "firstNotes")
    terminal = trial.open("notes", first, "--as", "Ana", before=traced(log))
    assert typed(terminal) == len(TEXTS), terminal.text
    terminal.press("^q", "^q")
    assert terminal.wait(5) == 0
    points = Calls(log).points()
    points = trial.random.sample(points, min(len(points), 1 if trial.isQuick else 120))
    for number, point in enumerate(points):
        workshop = kit.begun(trial, f"notes{number}")
        terminal = trial.open("notes", workshop, "--as", "Ana", before=traced(log, point))
        saved = typed(terminal)
        terminal.signal(signal.SIGTERM)
        terminal.wait(5)
        terminal.close()
        isWhole(trial, workshop, Calls(log).durable(), f"notes, killed at {point}")
        count = len(kit.cards(workshop))
        trial.expect(count >= saved, f"notes, killed at {point}: {saved} called saved, {count} are there")


def killStreaming(trial, number):
    """Kills `add` while lines are streamed to it."""
    workshop = bare(trial, f"stream{number}")
    process = trial.start("add", workshop, "--board", "ideas", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    end = time.monotonic() + 0.05 + trial.random.random() * (0.2 if trial.isQuick else 0.4)
    try:
        count = 0
        os.set_blocking(process.stdin.fileno(), False)
        while time.monotonic() < end:
            try:
                process.stdin.write(b"".join(b"card %d\n" % (count + n) for n in range(50)))
                process.stdin.flush()
                count += 50
            except BlockingIOError:
                time.sleep(0.001)
    finally:
        process.kill()
    printed = process.stdout.read().decode()
    process.wait()
    process.stdout.close()
    # An id that was cut off was not told.
    acknowledged = printed[: printed.rfind("\n") + 1].split()
    isWhole(trial, workshop, acknowledged, f"add killed after {len(acknowledged)} ids")


def killTyping(trial, number):
    """Kills notes while keys come in."""
    workshop = kit.begun(trial, f"typing{number}")
    terminal = trial.open("notes", workshop, "--as", "Ana")
    assert terminal.sees("Ideas")
    end = time.monotonic() + trial.random.random() * (0.4 if trial.isQuick else 0.8)
    saved = count = 0
    while time.monotonic() < end:
        terminal.send(b"card %d\r" % count)
        count += 1
        terminal.pump(0.01)
        shown = re.search(r"(\d+) cards? · saved ✓", terminal.text)
        saved = max(saved, int(shown.group(1)) if shown else 0)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait(5)
    terminal.close()
    there = kit.cards(workshop)
    isWhole(trial, workshop, [], f"notes killed after {count} cards")
    trial.expect(
        len(there) >= saved and all(f"card {n}" in there for n in range(saved)),
        f"notes killed: {saved} called saved, there are {len(there)}",
    )


@kit.line("kill-anywhere", "killed at any moment, every id that was printed and every ✓ is there", quick=True)
def killAnywhere(trial):
    for number in range(15 if trial.isQuick else 300):
        (killTyping if number % 5 == 4 else killStreaming)(trial, number)
