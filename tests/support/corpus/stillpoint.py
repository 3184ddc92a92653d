"""The programs as a person's scripts would use them: stillpoint-render by its frames, stillpoint-cli by its JSON."""
import json
import os
import struct
import subprocess
import tempfile

os.environ["TZ"] = "UTC"  # dates without a zone are local
ENDINGS = (".md", ".markdown", ".mdx")


def articles_below(folder):
    """Every article file below a folder, absolute, sorted."""
    found = []
    for base, _, names in os.walk(folder):
        found += [os.path.join(base, name) for name in names if name.lower().endswith(ENDINGS)]
    return sorted(found)


class Render:
    """One stillpoint-render. ask() gives the answer's header with `text` and `html`, or None when it died."""

    def __init__(self, programs):
        self.program = os.path.join(programs, "stillpoint-render")
        self.process = None

    def ask(self, name, content, want=("meta", "text", "outline", "html")):
        if self.process is None:
            self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        header = json.dumps({"v": 1, "job": 1, "name": name, "want": list(want)}).encode()
        try:
            self.process.stdin.write(struct.pack(">II", len(header), len(content)) + header + content)
            self.process.stdin.flush()
            header_size, body_size = struct.unpack(">II", self.process.stdout.read(8))
        except (BrokenPipeError, struct.error):
            self.process = None
            return None
        answer = json.loads(self.process.stdout.read(header_size))
        body = self.process.stdout.read(body_size)
        text_size = answer.get("text_bytes", 0)
        answer["text"] = body[:text_size].decode()
        answer["html"] = body[text_size:].decode()
        return answer


class Library:
    """A fresh library with one place; `report` and `list` are the JSON of `library add` and `library list`."""

    def __init__(self, programs, place):
        self.program = os.path.join(programs, "stillpoint-cli")
        self.folder = tempfile.TemporaryDirectory()
        self.report = self.run("add", place)
        self.list = self.run("list")

    def run(self, *arguments):
        command = [self.program, "--data", self.folder.name, "--json", "library", *arguments]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
