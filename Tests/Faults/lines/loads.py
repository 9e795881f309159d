"""Much at once: thousands of entries, a hundred journals, and a terminal that only waits."""

import os
import re
import signal
import subprocess
import time

import kit

#: bytes of memory that an entry may cost a terminal that is open
PER_ENTRY = 8_000


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(row.split()[1]) * 1024 for row in file if row.startswith("VmRSS"))


def descriptors(pid):
    """The numbers and targets of a process's open files."""
    folder = f"/proc/{pid}/fd"
    found = {}
    for number in os.listdir(folder):
        try:
            found[number] = os.readlink(os.path.join(folder, number))
        except OSError:
            pass
    return found


@kit.line(
    "loads", "20,000 entries that come in while notes and desk are open cost little memory and no descriptor"
)
def loads(trial):
    workshop = kit.begun(trial)
    folder = os.path.join(workshop, "journal")
    screens = {role: trial.open(role, workshop, "--as", "Ana") for role in ("notes", "run", "stage")}
    for role, screen in screens.items():
        trial.expect(screen.sees("0 cards", seconds=5), f"{role} does not open:\n{screen.text}")
    time.sleep(1)
    before = {role: (resident(one.pid), descriptors(one.pid)) for role, one in screens.items()}
    writer = "many00000000"
    path = os.path.join(folder, f"20261123-many-{writer}.jsonl")
    count = 20_000
    start = time.monotonic()
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "wb", buffering=0) as file:
        for first in range(0, count, 100):
            file.write(
                b"".join(
                    kit.row(
                        writer,
                        number + 1,
                        {"cardAdded": {"board": "ideas", "text": f"card {number} says a few words"}},
                        1_795_421_650_000 + number,
                    )
                    for number in range(first, first + 100)
                )
            )
            for screen in screens.values():
                screen.pump()
    for role, screen in screens.items():
        trial.expect(
            screen.sees(f"{count} cards", seconds=60),
            f"{role} does not come to see {count} cards:\n{screen.text}",
        )
    took = time.monotonic() - start
    # A journal of each of ten terminals that come and go.
    for number in range(10):
        done = trial.run("add", workshop, "--board", "ideas", f"one more {number}")
        trial.expect(done.returncode == 0, f"add ends with {done.returncode}")
        for screen in screens.values():
            screen.pump()
    for role, screen in screens.items():
        trial.expect(screen.sees(f"{count + 10} cards", seconds=20), f"{role} does not see those of ten more")
    time.sleep(1.5)
    for role, screen in screens.items():
        screen.pump(0.1)
        memory, files = before[role]
        grown = (resident(screen.pid) - memory) / count
        now = descriptors(screen.pid)
        # A journal of its own is one more, its draft another.
        more = {n: t for n, t in now.items() if n not in files}
        print(
            f"    {role}: {memory >> 20} MiB, then {resident(screen.pid) >> 20} MiB: {grown:.0f} bytes "
            f"an entry; "
            f"{len(files)} descriptors, then {len(now)}; all seen after {took:.1f} s"
        )
        trial.expect(grown < PER_ENTRY, f"{role}: {grown:.0f} bytes of memory for each entry")
        trial.expect(
            len(now) <= len(files) + 1, f"{role}: {len(files)} descriptors became {len(now)}: {more}"
        )
        waits = []
        typed = "xyz" if role == "notes" else ""
        for letter in typed:
            begin = time.monotonic()
            screen.send(letter.encode())
            while f"› {typed[:len(waits) + 1]}" not in screen.text and time.monotonic() - begin < 5:
                screen.pump(0.005)
            waits.append((time.monotonic() - begin) * 1000)
        trial.expect(
            not waits or max(waits) < 200, f"{role}: keys are answered in {waits} ms over {count} cards"
        )
    for role, screen in screens.items():
        screen.signal(signal.SIGTERM)
        begin = time.monotonic()
        trial.expect(screen.wait(5) == 0, f"{role} ended with {screen.status}")
        trial.expect(time.monotonic() - begin < 1, f"{role} takes {time.monotonic() - begin:.1f} s to leave")
        screen.close()


@kit.line(
    "idle", "a note-taker's terminal that waits, beside a hundred journals, hardly wakes", needs=("strace",)
)
def idle(trial):
    workshop = kit.begun(trial)
    for number in range(100):
        writer = f"j{number:011d}"
        kit.journal(
            workshop,
            [
                kit.row(
                    writer,
                    1,
                    {"cardAdded": {"board": "ideas", "text": f"card {number}"}},
                    1_795_421_650_000 + number,
                )
            ],
            writer,
        )
    screen = trial.open("notes", workshop, "--as", "Ana")
    assert screen.sees("100 cards", seconds=5), screen.text
    screen.pump(1.5)
    seconds = 1 if trial.isQuick else 5
    log = trial.path("calls")
    before = cpu(screen.pid)
    tracer = subprocess.Popen(
        ["strace", "-f", "-c", "-o", log, "-p", str(screen.pid)], stderr=subprocess.DEVNULL
    )
    screen.pump(seconds)
    used = cpu(screen.pid) - before
    tracer.send_signal(signal.SIGINT)
    tracer.wait(5)
    with open(log) as file:
        rows = re.findall(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(?:\d+ +)?(\w+)$", file.read(), re.M)
    counts = {name: int(count) for count, name in rows if name != "total"}
    total = sum(counts.values()) / seconds
    trial.expect(counts, "strace's notes were not understood")
    if not trial.isQuick:
        print(
            f"    {total:.0f} calls a second: "
            + ", ".join(
                f"{name} {count / seconds:.0f}"
                for name, count in sorted(counts.items(), key=lambda p: -p[1])[:8]
            )
            + f"; {used / seconds * 100:.1f} % of a processor under strace"
        )
    # A look a second opens each journal again: some five calls each.
    trial.expect(total < 1500, f"{total:.0f} system calls a second: {counts}")
    trial.expect(used / seconds < 0.2, f"{used / seconds * 100:.0f} % of a processor while nothing happens")
    screen.signal(signal.SIGTERM)
    trial.expect(screen.wait(3) == 0, f"notes ended with {screen.status}")
    screen.close()


def cpu(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
