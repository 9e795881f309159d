"""A program in a pseudo-terminal of 80x24, and what it costs."""
import fcntl, os, pty, re, select, signal, statistics, struct, termios, time

now = time.perf_counter


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


class Terminal:
    def __init__(self, argv, home, size=(80, 24)):
        self.began = now()
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            env = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.execvpe(argv[0], argv, env)
            finally:
                os._exit(127)

    def read(self, first, quiet):
        """What comes: (when, bytes) of each piece, from the first, waited for so long, to a silence."""
        pieces = []
        while select.select([self.tty], [], [], quiet if pieces else first)[0]:
            try:
                data = os.read(self.tty, 1 << 16)
            except OSError:
                break
            if not data:
                break
            pieces.append((now(), data))
        return pieces

    def ready(self):
        """Milliseconds from exec to the last byte of the first whole frame."""
        seen = b""
        while b"\x1b[" not in seen or len(seen) < 500:
            pieces = self.read(15, 0.15)
            if not pieces:
                raise RuntimeError("no frame: %r" % seen)
            seen += b"".join(data for _, data in pieces)
        return (pieces[-1][0] - self.began) * 1e3

    def press(self, key, quiet=0.015):
        """Milliseconds until the last byte that a key brings, and how many bytes."""
        start = now()
        os.write(self.tty, key)
        pieces = self.read(1.5, quiet)
        return ((pieces[-1][0] - start) * 1e3, sum(len(data) for _, data in pieces)) if pieces else (None, 0)

    def keys(self, keys, count=60):
        """Medians and 95th percentiles over many keys."""
        for key in keys:
            self.press(key)
        all = []
        for index in range(count):
            all.append(self.press(keys[index % len(keys)]))
            time.sleep(0.005)
        times = [ms for ms, _ in all if ms is not None]
        return {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95),
                "bytes": statistics.median(size for _, size in all)}

    def flood(self, key, count=100):
        """Keys at once: milliseconds until all are on the screen, and bytes."""
        start = now()
        for _ in range(count):
            os.write(self.tty, key)
        pieces = self.read(2, 0.3)
        return {"ms": (pieces[-1][0] - start) * 1e3, "bytes": sum(len(data) for _, data in pieces)}

    def usage(self):
        """Milliseconds of processor time and wake-ups so far, by thread."""
        threads = {}
        for task in os.listdir(f"/proc/{self.pid}/task"):
            folder = f"/proc/{self.pid}/task/{task}/"
            try:
                cpu = int(open(folder + "schedstat").read().split()[0]) / 1e6
                wakes = int(re.search(r"\nvoluntary_ctxt_switches:\s+(\d+)", open(folder + "status").read())[1])
            except OSError:
                continue
            threads[task] = (cpu, wakes)
        return threads

    def idle(self, seconds=10):
        """Milliseconds of processor time and wake-ups while nobody types, per ten seconds; what threads of
        the start did that have ended since is not in it."""
        self.read(1, 1.2)
        time.sleep(6)
        before, end = self.usage(), now() + seconds
        while now() < end:
            self.read(end - now(), 0.01)
        after = self.usage()
        sums = [sum(used[kind] - before.get(task, (0, 0))[kind] for task, used in after.items()) for kind in (0, 1)]
        return {"cpu ms": sums[0] * 10 / seconds, "wakes": sums[1] * 10 / seconds}

    def resident(self):
        """Megabytes resident now."""
        return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{self.pid}/status").read())[1]) / 1024

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        self.read(1, 0.05)
        os.waitpid(self.pid, 0)
        os.close(self.tty)
