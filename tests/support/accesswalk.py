#!/usr/bin/python3
"""Reads the program as a screen reader does: starts it on a virtual screen, walks what it shows through AT-SPI and
asks that every control has a name and a role, that pages have the controls they are made of, and that the body map
reads region by region.

accesswalk.py PROGRAMS

Debian's own Python, since python3-pyatspi is installed for that one.
"""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NOW = "2026-11-11T18:42:00+01:00"
PATIENCE = 20  # seconds for a page to appear, on a machine that is busy
WHOLE = 150  # seconds for everything; a machine with nothing else to do needs a tenth

# What a person works with, as AT-SPI names it.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "entry", "combo box", "list",
            "list box", "list item", "table", "table cell", "slider", "spin button", "link", "menu item", "check menu item",
            "page tab", "page tab list", "tree", "tree item", "editbar", "date editor"}
# What may take the focus without being worked with: a pane that scrolls, a group that shows which part has it.
GROUPS = {"scroll pane", "panel", "grouping", "filler", "label", "image", "chart", "canvas", "document text",
          "calendar"}
SILENT = {"", "unknown", "invalid"}


def seed(programs, folder):
    """A few entries of every sort."""
    def cli(*words):
        subprocess.run([programs / "stillpoint-cli", "--data", folder, "journal", *words], check=True,
                       stdout=subprocess.DEVNULL, timeout=30)
    cli("log", "--start", "2026-11-10T17:30+01:00", "--minutes", "60", "--modality", "deep-tissue",
        "--practitioner", "Ilse Brand", "--pressure", "4", "--area", "back.right.trapezius",
        "--hurts", "back.right.trapezius=2", "--before", "stress=7,mobility=4", "--after", "stress=4,mobility=6",
        "--context", "desk-week", "--reason", "worse", "--note", "Jaw **locked** after a week at the desk.")
    cli("log", "--start", "2026-10-27T17:30+01:00", "--minutes", "45", "--modality", "thai",
        "--hurts", "back.right.trapezius=2", "--before", "stress=6", "--after", "stress=5")
    for day in range(1, 10):
        cli("check-in", f"stress={day % 10}", "mobility=5", "--at", f"2026-11-{day:02d}T08:00+01:00")


class Wrong(Exception):
    """What a listener would stumble over."""


def every(poll, what):
    """Asks until there is an answer; the screen reader's bus tells of nothing that is not yet there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = poll()
        if found:
            return found
        time.sleep(0.05)
    raise Wrong(f"waited {PATIENCE} s in vain for {what}")


class Node:
    """What a screen reader learns of one object, asked for once."""

    def __init__(self, accessible, path):
        import pyatspi
        states = accessible.getState()
        self.accessible = accessible
        self.role = accessible.getRoleName()
        self.name = accessible.name.strip()
        self.shows = states.contains(pyatspi.STATE_SHOWING)
        self.takes_focus = states.contains(pyatspi.STATE_FOCUSABLE)
        self.path = path + [f"{self.role} “{self.name}”"]

    def children(self):
        for index in range(self.accessible.childCount):
            child = self.accessible.getChildAtIndex(index)
            if child is not None:
                yield Node(child, self.path)

    def __str__(self):
        return " / ".join(self.path)


def walk(node):
    """What shows, parents first. The rows of long lists are left to the list."""
    if not node.shows:
        return
    yield node
    for child in node.children():
        yield from walk(child)


def faults(nodes):
    for node in nodes:
        if node.role in SILENT:
            yield f"has no role: {node}"
        elif node.role in CONTROLS and not node.name:
            yield f"has no name: {node}"
        elif node.takes_focus and node.role not in CONTROLS | GROUPS:
            yield f"takes the focus as something that nobody works with: {node}"
        elif node.takes_focus and not node.name:
            yield f"takes the focus without a name: {node}"


def window_of(process):
    import pyatspi

    def look():
        if process.poll() is not None:
            raise Wrong(f"the program ended with code {process.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            program = desktop.getChildAtIndex(index)
            if program is not None and program.get_process_id() == process.pid and program.childCount > 0:
                return Node(program.getChildAtIndex(0), [])
        return None
    return every(look, "the window on the screen reader's bus")


@contextlib.contextmanager
def running(programs, folder, page):
    process = subprocess.Popen([programs / "stillpoint", "--data", folder, "--page", page, "--now", NOW,
                                "--size", "1360x860", "--theme", "light"])
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def has(nodes, role, name):
    return any(node.role == role and name in node.name for node in nodes)


def check_page(programs, folder, page, wanted):
    """Walks a page until what belongs on it is there, then looks for faults."""
    with running(programs, folder, page) as process:
        window = window_of(process)
        missing = [wanted]

        def look():
            nodes = list(walk(Node(window.accessible, [])))
            missing[0] = [f"{role} “{name}”" for role, name in wanted if not has(nodes, role, name)]
            return None if missing[0] else nodes
        try:
            nodes = every(look, "a whole page")
        except Wrong as wrong:
            raise Wrong(f"{page}: {wrong}; missing: {', '.join(map(str, missing[0]))}") from None
        found = [f"{page}: {fault}" for fault in faults(nodes)]
        if page == "editor":
            found += check_body_map(window)
        controls = [node for node in nodes if node.role in CONTROLS]
        print(f"{page}: {len(nodes)} objects, {len(controls)} controls, {len(found)} faults")
        if "-v" in sys.argv:
            for node in nodes:
                print("   ", node)
        return found


PAGES = {
    "today": [("panel", "Stress: not rated"), ("panel", "Mobility: not rated"), ("radio button", "5, "),
              ("push button", "Log a session"), ("push button", "Same as last time"), ("push button", "Rate now"),
              ("push button", "Add for an earlier time"), ("push button", "Skip today")],
    "journal": [("list", "Entries"), ("list item", "Deep tissue"), ("push button", "Edit"),
                ("push button", "Log a session"), ("push button", "Delete"), ("text", "Notes")],
    "editor": [("push button", "Save session"), ("panel", "Stress before: not rated"), ("panel", "Body map"),
               ("check box", "Right top of shoulder: not marked"), ("text", "Notes")],
    "settings": [("spin button", "Text size"), ("check box", "Stress"), ("push button", "Back up now"),
                 ("push button", "Add a folder"), ("push button", "Export tables"),
                 ("push button", "Import a journal file")],
}
REGIONS = 53


def check_body_map(window):
    """The map reads as its regions, and pressing one through the screen reader marks it and says so."""
    nodes = list(walk(Node(window.accessible, [])))
    body = next(node for node in nodes if node.role == "panel" and node.name.startswith("Body map"))
    regions = list(body.children())
    if len(regions) != REGIONS:
        yield f"editor: the body map has {len(regions)} regions instead of {REGIONS}"
    yield from (f"editor: a region without name or role: {region}" for region in regions
                if region.role != "check box" or ": " not in region.name)
    shoulder = next(region for region in regions if region.name.startswith("Right top of shoulder"))
    for _ in range(2):
        shoulder.accessible.queryAction().doAction(0)
    try:
        every(lambda: shoulder.accessible.name == "Right top of shoulder: hurts, 2 of 3", "a region that was pressed")
    except Wrong as wrong:
        yield f"editor: {wrong}; it says “{shoulder.accessible.name}”"


def inside(programs):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        first = pathlib.Path(folder) / "data"
        seed(programs, first)
        for page, wanted in PAGES.items():
            data = pathlib.Path(folder) / page
            shutil.copytree(first, data)
            found += check_page(programs, data, page, wanted)
    for fault in found:
        print("WRONG", fault)
    return 1 if found else 0


def outside(programs):
    """Its own display, bus and home, so that nothing of this machine is read or left behind."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("XDG_", "DBUS_", "AT_SPI", "QT_", "WAYLAND"))}
        environment.update(HOME=home, XDG_RUNTIME_DIR=home, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        whole = subprocess.Popen(["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "dbus-run-session", "--",
                                  sys.executable, __file__, programs, "--inside", *sys.argv[2:]],
                                 env=environment, start_new_session=True)
        try:
            return whole.wait(WHOLE)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(whole.pid, signal.SIGTERM)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    try:
        sys.exit(inside(folder) if "--inside" in sys.argv else outside(folder))
    except Wrong as wrong:
        sys.exit(f"WRONG {wrong}")
