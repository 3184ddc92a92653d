#!/usr/bin/env python3
"""The table "odd file -> what happened" (tests/data/hard-files.md): for every file of INDEX.tsv what
stillpoint-cli lists and what stillpoint-render answers, without a word of the file itself; and a few outcomes
that the rules for articles fix beforehand.

hardtable.py PROGRAMS FOLDER [--write FILE | --compare FILE]
"""
import argparse
import collections
import difflib
import hashlib
import os

import stillpoint

RULES = {"01-tags": "10 11", "02-fm-forms": "6 7", "03-fm-broken": "5 6", "04-dates": "12", "06-encoding": "1 2",
         "07-liquid": "18", "08-kramdown": "18", "09-hugo-shortcodes": "18", "10-html": "17", "11-extensions": "16",
         "12-images": "19", "13-size": "3 8", "14-scripts": "22", "15-seed-like": "21", "16-merge-conflict": "-",
         "17-names": "2 14", "18-derived-encodings": "1"}

# What must come out, by the beginning of the path: field of the outcome, value.
DEMANDS = [
    ("01-tags/01__", "tags", 7), ("01-tags/01__", "headings", 7), ("01-tags/01__", "categories", 1),
    ("01-tags/07__", "tags", 1), ("01-tags/11__", "tags", 2), ("01-tags/15__", "tags", 2), ("01-tags/17__", "tags", 1),
    ("01-tags/19__", "tags", 6), ("01-tags/23__", "tags", 2), ("01-tags/26__", "tags", 4),
    ("01-tags/34__", "categories", 1),
    ("02-fm-forms/05__", "title", "front matter"), ("02-fm-forms/06__", "title", "front matter"),
    ("02-fm-forms/09__", "title", "front matter"), ("02-fm-forms/10__", "title", "front matter"),
    ("02-fm-forms/19__", "title", "front matter"), ("02-fm-forms/20__", "title", "front matter"),
    ("02-fm-forms/21__", "title", "file"), ("02-fm-forms/24__", "title", "file"),
    ("02-fm-forms/28__", "title", "front matter"),
    ("03-fm-broken/02__", "warnings", 1), ("03-fm-broken/04__", "title", "file"), ("03-fm-broken/04__", "warnings", 0),
    ("03-fm-broken/05__", "title", "front matter"), ("03-fm-broken/06__", "title", "front matter"),
    ("03-fm-broken/09__", "title", "front matter"), ("03-fm-broken/09__", "warnings", 1),
    ("03-fm-broken/17__", "title", "front matter"), ("03-fm-broken/17__", "date", "front matter"),
    ("03-fm-broken/17__", "categories", 1), ("03-fm-broken/18__", "title", "front matter"),
    ("03-fm-broken/20__", "draft", True), ("03-fm-broken/23__", "warnings", 1),
    ("03-fm-broken/26__", "title", "front matter"),
    ("04-dates/02__", "date", "front matter"), ("04-dates/08__", "date", "front matter"),
    ("04-dates/10__", "date", "front matter"), ("04-dates/11__", "date", "front matter"),
    ("04-dates/15__", "date", "not understood"), ("04-dates/16__", "date", "front matter"),
    ("04-dates/19__", "date", "file name"),
    ("06-encoding/05__", "encoding", "UTF-16LE"), ("06-encoding/06__", "encoding", "UTF-16LE"),
    ("06-encoding/07__", "encoding", "GB18030"), ("06-encoding/08__", "encoding", "GB18030"),
    ("06-encoding/09__", "encoding", "GB18030"), ("06-encoding/10__", "encoding", "UTF-8"),
    ("06-encoding/10__", "warnings", 1), ("06-encoding/12__", "outcome", "refused: binary"),
    ("06-encoding/16__", "encoding", "windows-1252"), ("06-encoding/17__", "encoding", "windows-1252"),
    ("06-encoding/19__", "encoding", "windows-1254"), ("06-encoding/20__", "encoding", "UTF-8"),
    ("13-size/04__", "outcome", "listed"), ("13-size/06__", "outcome", "listed"), ("13-size/07__", "outcome", "listed"),
    ("18-derived-encodings/01__", "encoding", "windows-1250"), ("18-derived-encodings/02__", "encoding", "windows-1251"),
    ("18-derived-encodings/03__", "encoding", "KOI8-R"), ("18-derived-encodings/04__", "encoding", "Shift_JIS"),
    ("18-derived-encodings/05__", "encoding", "EUC-JP"), ("18-derived-encodings/06__", "encoding", "windows-949"),
    ("18-derived-encodings/07__", "encoding", "Big5"), ("18-derived-encodings/08__", "encoding", "GB18030"),
    ("18-derived-encodings/09__", "encoding", "windows-1255"), ("18-derived-encodings/10__", "encoding", "windows-1256"),
    ("18-derived-encodings/11__", "encoding", "windows-1252"), ("18-derived-encodings/12__", "encoding", "windows-1254"),
    ("18-derived-encodings/13__", "encoding", "UTF-16LE"), ("18-derived-encodings/14__", "encoding", "UTF-16LE"),
    ("18-derived-encodings/15__", "encoding", "UTF-16BE"), ("18-derived-encodings/16__", "encoding", "UTF-32LE"),
]


def outcome(answer, article):
    """The fields of one row."""
    if answer is None:
        return {"outcome": "the helper died"}
    meta = answer.get("meta", {})
    if not answer["ok"]:
        return {"outcome": "refused: " + answer["reason"]}
    date = meta.get("date_from", "none") if "date" in meta else "not understood" if "date_text" in meta else "none"
    remote = sum(picture["url"].startswith("http") for picture in answer["pictures"])
    digest = hashlib.sha256(repr([meta["title"], meta["tags"], meta["categories"], meta.get("date")]).encode())
    return {
        "outcome": "listed" if article else "not listed",
        "title": meta["title_from"], "date": date, "tags": len(meta["tags"]),
        "categories": len(meta["categories"]), "draft": meta["draft"], "encoding": meta["encoding"],
        "words": answer["words"], "headings": len(answer["outline"]),
        "pictures": f"{len(answer['pictures'])} ({remote} remote)", "links": len(answer["links"]),
        "warnings": sum(issue["severity"] != "note" for issue in answer["issues"]),
        "says": digest.hexdigest()[:8],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs")
    parser.add_argument("folder")
    parser.add_argument("--write")
    parser.add_argument("--compare")
    arguments = parser.parse_args()

    with open(os.path.join(arguments.folder, "INDEX.tsv"), encoding="utf-8") as index:
        files = [line.split("\t")[0] for line in index][1:]
    listed = {article["path"]: article for article in stillpoint.Library(arguments.programs, arguments.folder).list}
    render = stillpoint.Render(arguments.programs)
    rows, unmet, counts = [], [], collections.Counter()
    for name in files:
        path = os.path.join(arguments.folder, name)
        with open(path, "rb") as opened:
            row = outcome(render.ask(name, opened.read()), listed.get(path))
        counts[row["outcome"]] += 1
        for start, field, value in DEMANDS:
            if name.startswith(start) and row.get(field) != value:
                unmet.append(f"{name}: {field} is {row.get(field)}, not {value}")
        happened = "; ".join(f"{field} {value}" for field, value in row.items() if field != "outcome")
        cells = [name.replace("|", "\\|"), RULES[name.split("/")[0]],
                 row["outcome"] + (": " + happened if happened else "")]
        rows.append("| " + " | ".join(cells) + " |\n")
    head = ["# Odd files and what becomes of them\n", "\n",
            "Written by `tests/support/corpus/hardtable.py --write`; the corpus test compares. Rules are those of the\n",
            "article format; `says` is a digest of title, tags, categories and date.\n", "\n",
            "| file | rule | what happened |\n", "|---|---|---|\n"]
    table = head + rows
    print(dict(counts), f"{len(DEMANDS)} demands, {len(unmet)} unmet")
    print("\n".join(unmet))
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as written:
            written.writelines(table)
    changes = []
    if arguments.compare:
        with open(arguments.compare, encoding="utf-8") as before:
            changes = list(difflib.unified_diff(before.readlines(), table, arguments.compare, "now", n=0))
        print("".join(changes))
    return int(bool(unmet or changes))


if __name__ == "__main__":
    raise SystemExit(main())
