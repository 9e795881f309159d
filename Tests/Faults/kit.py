"""What the lines of the fault suite share: trials, workshops, commands, terminals, journals."""

import binascii
import contextlib
import dataclasses
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

import pyte

LINES = []


@dataclasses.dataclass
class Line:
    """One promise of the suite. `needs`: "root", or names of commands that must be on the PATH."""

    name: str
    title: str
    body: object
    isQuick: bool
    needs: tuple

    def missing(self):
        for need in self.needs:
            if need == "root" and os.geteuid() != 0:
                return "root"
            if need.startswith("/") and not os.path.exists(need):
                return need
            if need != "root" and not need.startswith("/") and not shutil.which(need):
                return need
        return None


def line(name, title, quick=False, needs=()):
    """Makes a function of a Trial a line of the suite."""

    def note(body):
        LINES.append(Line(name, title, body, quick, tuple(needs)))
        return body

    return note


def findProgram(given):
    if given:
        return os.path.abspath(given)
    root = pathlib.Path(__file__).resolve().parents[2]
    built = [p for p in root.glob(".build/*/atelier") if p.is_file()]
    if not built:
        raise SystemExit("No program is built: swift build")
    return str(max(built, key=lambda p: p.stat().st_mtime).resolve())


class Trial:
    """A run of one line: counts what was tried, keeps what was lost, and cleans up behind it."""

    def __init__(self, program, random, isQuick):
        self.program = program
        #: seeded: every choice of a line comes from here
        self.random = random
        #: whether fewer tries are wanted
        self.isQuick = isQuick
        self.tried = 0
        self.losses = []
        self.root = tempfile.mkdtemp(prefix="atelier-faults-")
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": self.root,
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "Europe/Paris",
            "TMPDIR": self.root,
        }
        self._open = []

    def lose(self, text):
        """Notes something lost, or said wrongly."""
        self.losses.append(text)

    def expect(self, holds, text):
        """Counts a try, and a loss unless it holds. Returns `holds`."""
        self.tried += 1
        if not holds:
            self.lose(text() if callable(text) else text)
        return holds

    def path(self, name):
        return os.path.join(self.root, name)

    def folder(self, name):
        path = self.path(name)
        os.makedirs(path, exist_ok=True)
        return path

    def workshop(self, name="w", plan=None):
        """A workshop directory: of a plan (a dict), else of the template half-day."""
        path = self.path(name)
        if plan is None:
            done = self.run("new", path, "--template", "half-day")
            assert done.returncode == 0, done.stderr
        else:
            os.makedirs(path)
            with open(os.path.join(path, "workshop.json"), "w") as file:
                json.dump(plan, file)
        return path

    def run(self, *words, input=None, timeout=60, environment=None, before=(), **more):
        """Runs a command of the program to its end; texts are bytes.

        `before`: words to put in front, as of strace.
        """
        return subprocess.run(
            [*before, self.program, *words],
            input=input,
            capture_output=True,
            timeout=timeout,
            env={**self.environment, **(environment or {})},
            **more,
        )

    def start(self, *words, before=(), environment=None, **more):
        """Starts a command and returns the process, which is killed when the line ends."""
        process = subprocess.Popen(
            [*before, self.program, *words], env={**self.environment, **(environment or {})}, **more
        )
        self._open.append(process)
        return process

    def adding(self, workshop, name, lines):
        """Starts `add` of these lines (texts with their ends) to the ideas; ids go to the file `ids-NAME`."""
        with open(self.path("lines-" + name), "w") as file:
            file.writelines(lines)
        with open(self.path("lines-" + name)) as given, open(self.path("ids-" + name), "w") as printed:
            return self.start("add", workshop, "--board", "ideas", "--as", name, stdin=given, stdout=printed)

    def open(self, *words, columns=80, rows=24, environment=None, before=()):
        """Opens a screen of the program in a terminal of its own."""
        terminal = Terminal(
            [*before, self.program, *words], columns, rows, {**self.environment, **(environment or {})}
        )
        self._open.append(terminal)
        return terminal

    def close(self):
        for one in self._open:
            if isinstance(one, Terminal):
                one.close()
            elif one.poll() is None:
                one.kill()
                one.wait()
        for path, folders, _ in os.walk(self.root):
            for folder in folders:
                try:
                    os.chmod(os.path.join(path, folder), 0o700)
                except OSError:
                    pass
        shutil.rmtree(self.root, ignore_errors=True)


KEYS = {
    "Enter": b"\r",
    "Esc": b"\x1b",
    "Tab": b"\t",
    "Back": b"\x7f",
    "Up": b"\x1b[A",
    "Down": b"\x1b[B",
    "Right": b"\x1b[C",
    "Left": b"\x1b[D",
    "PgUp": b"\x1b[5~",
    "PgDn": b"\x1b[6~",
    "F1": b"\x1bOP",
    "Home": b"\x1b[H",
    "End": b"\x1b[F",
}


class Terminal:
    """The program on a pseudo-terminal, its screen kept by pyte.

    Keys: texts go as they are; "^q" is Ctrl-Q, "M-p" is Alt-P, names are those of KEYS.
    """

    def __init__(self, words, columns, rows, environment):
        self.columns, self.rows = columns, rows
        #: everything the program wrote, as bytes
        self.output = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.status = None
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        #: the terminal's settings before the program ran
        self.before = termios.tcgetattr(follower)
        self._follower = follower
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(follower, termios.TIOCSCTTY, 0)
            for number in range(3):
                os.dup2(follower, number)
            os.closerange(3, 256)
            try:
                os.execvpe(words[0], words, environment)
            finally:
                os._exit(127)

    def pump(self, seconds=0.0):
        """Takes what the program writes for so long; at once when it says nothing."""
        end = time.monotonic() + seconds
        while True:
            left = max(0, end - time.monotonic())
            ready, _, _ = select.select([self._leader], [], [], left)
            if ready:
                try:
                    data = os.read(self._leader, 65536)
                except OSError:
                    data = b""
                if data:
                    self.output += data
                    self._stream.feed(data)
                    continue
                self.wait(0.2)
                return
            if left <= 0:
                return

    @property
    def text(self):
        """What the screen shows, a row a line."""
        self.pump()
        return "\n".join(row.rstrip() for row in self._screen.display)

    @property
    def brief(self):
        """The rows of the screen that hold something, for telling what went wrong."""
        return "\n".join(row for row in self.text.split("\n") if row)

    def sees(self, *texts, seconds=10):
        """Whether all of these come to stand on the screen within so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            hasEnded = self.wait(0) is not None
            shown = self.text
            if all(text in shown for text in texts):
                return True
            if hasEnded:
                return False
            self.pump(0.05)
        return False

    def send(self, data):
        """Sends bytes as they are."""
        view = memoryview(data)
        while view:
            _, ready, _ = select.select([], [self._leader], [], 5)
            if not ready:
                raise TimeoutError("the program takes no keys")
            count = os.write(self._leader, view[:1024])
            view = view[count:]
            self.pump()

    def press(self, *keys):
        for key in keys:
            if key in KEYS:
                self.send(KEYS[key])
            elif len(key) == 2 and key[0] == "^":
                self.send(bytes([ord(key[1].upper()) & 0x1F]))
            elif len(key) == 3 and key.startswith("M-"):
                self.send(b"\x1b" + key[2].encode())
            else:
                self.send(key.encode())
            # Single keys that come faster than a person's would be taken for a word.
            self.pump(0.21 if len(key) == 1 else 0.06)

    def overwrite(self, data):
        """Lets something else write over the screen, as a message of the system would."""
        self._stream.feed(data)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def signal(self, number):
        if self.status is None:
            os.kill(self.pid, number)

    def wait(self, seconds=10):
        """Waits for the program's end: its exit status, minus the signal that ended it; None: it goes on."""
        end = time.monotonic() + seconds
        while self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
                break
            if time.monotonic() > end:
                return None
            ready, _, _ = select.select([self._leader], [], [], 0.02)
            if ready:
                try:
                    data = os.read(self._leader, 65536)
                    self.output += data
                    self._stream.feed(data)
                except OSError:
                    pass
        return self.status

    @property
    def isRestored(self):
        """Whether the terminal is as it was: its settings, no alternate screen, a cursor."""
        self.pump(0.05)
        shown = self.output
        alternate = shown.rfind(b"\x1b[?1049h") > shown.rfind(b"\x1b[?1049l")
        hidden = max(shown.rfind(b"\x1b[?25l"), -1) > max(
            shown.rfind(b"\x1b[?25h"), shown.rfind(b"\x1b[?12;25h"), shown.rfind(b"\x1b[?12l\x1b[?25h")
        )
        return termios.tcgetattr(self._follower) == self.before and not alternate and not hidden

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except OSError:
                pass
            self.status = -9
        for number in (self._leader, self._follower):
            try:
                os.close(number)
            except OSError:
                pass


class Tracer:
    """strace at work on a running process, making calls of it fail until it is taken away."""

    def __init__(self, pid, *words):
        self._process = subprocess.Popen(
            ["strace", "-f", "-o", "/dev/null", *words, "-p", str(pid)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 5
        while time.monotonic() < end and not self._holds(pid):
            time.sleep(0.01)
        assert self._holds(pid), "strace could not be attached"

    @staticmethod
    def _holds(pid):
        for task in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{task}/status") as file:
                if "TracerPid:\t0\n" in file.read():
                    return False
        return True

    def remove(self):
        self._process.terminate()
        self._process.wait(5)


def journalFiles(workshop):
    folder = os.path.join(workshop, "journal")
    return sorted(os.path.join(folder, name) for name in os.listdir(folder)) if os.path.isdir(folder) else []


def entries(workshop):
    """The whole entries of a workshop's journals, checked independently of the program: id -> entry."""
    found = {}
    for path in journalFiles(workshop):
        with open(path, "rb") as file:
            for row in file.read().split(b"\n"):
                entry = whole(row)
                if entry:
                    found[entry["id"]] = entry
    return found


def whole(row):
    """The entry in a journal's row when its check sum is right, else None."""
    start = len(row) - 16
    if start < 0 or row[start : start + 6] != b',"c":"' or row[-2:] != b'"}':
        return None
    if b"%08x" % binascii.crc32(row[:start]) != row[-10:-2]:
        return None
    return json.loads(row)


def row(writer, sequence, event, milliseconds, by="made", at=None):
    """A journal's row as the program writes it, its newline included; `at`: the writer's clock, else as stamped."""
    at = at or time.strftime("%Y-%m-%dT%H:%M:%S+01:00", time.gmtime(milliseconds / 1000 + 3600))
    text = json.dumps(
        {
            "v": 1,
            "id": f"{writer}-{sequence}",
            "t": f"{milliseconds:012x}-0000",
            "at": at,
            "by": by,
            "e": event,
        },
        separators=(",", ":"),
        ensure_ascii=False,
    )[:-1].encode()
    return text + b',"c":"%08x"}\n' % binascii.crc32(text)


def flipped(row, random, low, high):
    """The row with one bit flipped from byte `low` to before `high`; the place, and the bit."""
    place = random.randrange(low, high)
    bit = random.randrange(8)
    struck = bytearray(row)
    struck[place] ^= 1 << bit
    return bytes(struck), place, bit


def cards(workshop):
    """The texts of the cards that were added, of whole entries only."""
    return [e["e"]["cardAdded"]["text"] for e in entries(workshop).values() if "cardAdded" in e["e"]]


def hasControls(data, allowed=b"\n\t"):
    """Whether bytes hold a control character of C0, DEL or C1 (as UTF-8) that nobody wants in a text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return True
    keep = allowed.decode()
    return any((ord(c) < 32 or 127 <= ord(c) < 160) and c not in keep for c in text)


#: when a workshop was begun, in ms: a minute ago, for the stage shows nothing of a day that was left
OPENED = int(time.time() * 1000) - 60_000

#: a day of one board: whoever opens notes or the desk on it can write at once
PLAN = {
    "v": 1,
    "title": "Sample",
    "language": "en",
    "boards": [{"id": "ideas", "title": "Ideas"}],
    "sessions": [
        {
            "id": "day",
            "title": "Day",
            "start": "09:00",
            "activities": [
                {"id": "collect", "title": "Collect", "kind": "board", "minutes": 30, "board": "ideas"},
                {"id": "talk", "title": "Talk", "kind": "plenary", "minutes": 20},
            ],
        }
    ],
}


def begun(trial, name="w", plan=PLAN):
    """A workshop of a plan, the room at its board: others may not read it, and `check` finds it sound."""
    workshop = trial.workshop(name, plan=plan)
    os.chmod(workshop, 0o700)
    os.chmod(os.path.join(workshop, "workshop.json"), 0o600)
    event = {"activityOpened": {"activity": "collect"}}
    journal(workshop, [row("desk00000000", 1, event, OPENED)], "desk00000000")
    return workshop


def journal(workshop, rows, unique, user="made"):
    """Puts rows into a workshop as a journal of their own; returns its path."""
    folder = os.path.join(workshop, "journal")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    path = os.path.join(folder, f"20261123-{user}-{unique}.jsonl")
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(b"".join(rows))
    return path


def brokenRows(workshop):
    """Finished rows of a workshop's journals whose check sum does not fit, as (path, number)."""
    broken = []
    for path in journalFiles(workshop):
        with open(path, "rb") as file:
            rows = file.read().split(b"\n")[:-1]
        broken += [(path, number) for number, one in enumerate(rows, 1) if one and not whole(one)]
    return broken


def rescueFiles(terminal):
    """The rescue files that are named on the terminal once it was given back, and exist."""
    shown = terminal.output[terminal.output.rfind(b"\x1b[?1049l") :].decode(errors="replace")
    return sorted(set(filter(os.path.exists, re.findall(r"/[^\s\x1b“”]+\.jsonl", shown))))


def crashed(done):
    """Whether a command was ended by a signal, a trap of Swift's included."""
    return done.returncode < 0 or done.returncode >= 128


def voting(trial, name="w"):
    """A begun workshop in which a vote is open, so that every role has something to do."""
    workshop = begun(trial, name)
    event = {
        "pollOpened": {
            "activity": "collect",
            "question": "Which?",
            "method": "dots",
            "options": ["bus", "form", "desk"],
            "dots": 3,
            "cap": 3,
            "winners": 1,
        }
    }
    journal(workshop, [row("poll00000000", 1, event, OPENED + 1000)], "poll00000000")
    return workshop


#: what a begun workshop shows in each role: (role, keys that open what lies over the screen, a text of it)
SCREENS = (
    ("run", (), "Collect"),
    ("run", ("?",), "Keys"),
    ("run", ("F1",), "Keys"),
    ("run", (":",), "What would you like to do?"),
    ("run", ("a",), "New card"),
    ("run", ("I",), "Check-in"),
    ("run", ("o",), "Open a board"),
    ("run", ("O",), "Projects"),
    ("run", ("A",), "Agenda"),
    ("run", ("A", "Enter"), "Title"),
    ("run", ("S",), "How much time"),
    ("run", ("M-p",), "Parked for later"),
    ("run", ("Enter",), "Ideas"),
    ("notes", (), "Ideas"),
    ("notes", ("F1",), "Keys"),
    ("notes", ("M-x",), "What would you like to do?"),
    ("notes", ("^b",), "Write on"),
    ("notes", ("M-p",), "Parked for later"),
    ("stage", (), "Collect"),
    ("stage", ("?",), "Keys"),
    ("stage", ("F1",), "Keys"),
    ("ballot", (), "Which?"),
    ("ballot", ("F1",), "Keys"),
    ("ballot", ("+", "Enter"), "before it is given"),
)


def openScreen(trial, workshop, screen, *words, **more):
    """Opens one of SCREENS; a text that does not come is a loss."""
    role, keys, seen = screen
    name = [] if role in ("ballot", "stage") else ["--as", "Ana"]
    terminal = trial.open(role, workshop, *name, *words, **more)
    first = "Which?" if role == "ballot" else "Collect" if role == "stage" else "Ideas"
    if terminal.sees(first, seconds=5):
        terminal.press(*keys)
    trial.expect(terminal.sees(seen, seconds=3), f"{called(screen)} does not open:\n{terminal.text}")
    return terminal


def called(screen):
    """One of SCREENS in words."""
    return " ".join([screen[0], *screen[1]])
