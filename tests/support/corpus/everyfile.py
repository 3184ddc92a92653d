#!/usr/bin/env python3
"""Every article of a folder is listed or named in the import report with its reason; no file kills or stalls the
helper. With --titles SHARE, at least that share of the titles comes from front matter or a heading.

everyfile.py PROGRAMS FOLDER [--titles 0.99]
"""
import argparse
import collections
import time

import stillpoint


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs")
    parser.add_argument("folder")
    parser.add_argument("--titles", type=float)
    arguments = parser.parse_args()

    files = stillpoint.articles_below(arguments.folder)
    library = stillpoint.Library(arguments.programs, arguments.folder)
    listed = {article["path"] for article in library.list}
    named = {issue["file"] for issue in library.report["issues"] if issue["message"]}
    lost = [file for file in files if file not in listed and file not in named]
    print(f"{len(files)} files: {len(listed)} listed, {len(set(files) - listed)} only named in the report,"
          f" {len(lost)} lost; imported in {library.report['seconds']:.1f} s")
    print("report:", dict(collections.Counter(issue["severity"] for issue in library.report["issues"])))

    render = stillpoint.Render(arguments.programs)
    died, slow, sources = [], (0.0, ""), collections.Counter()
    for file in files:
        with open(file, "rb") as opened:
            content = opened.read()
        start = time.monotonic()
        answer = render.ask(file, content)
        slow = max(slow, (time.monotonic() - start, file))
        if answer is None:
            died.append(file)
        else:
            sources[answer.get("meta", {}).get("title_from", "refused")] += 1
    print("titles from:", dict(sources))
    print(f"slowest page: {slow[0]:.2f} s; helper died at {len(died)} files")
    for file in lost + died:
        print("  ", file)
    wrong = bool(lost or died or not files)
    if arguments.titles is not None:
        share = (sources["front matter"] + sources["heading"]) / len(files)
        print(f"titles from front matter or heading: {share:.2%}")
        wrong = wrong or share < arguments.titles
    return int(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
