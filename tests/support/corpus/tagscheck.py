#!/usr/bin/env python3
"""Tags and categories of a folder's articles, read a second time with PyYAML (Debian: python3-yaml) and compared
with `stillpoint-cli --json library list`. Scalars are strings (BaseLoader). Independent of app/article on purpose:
do not share code or expressions with it.

Tags are what stands under tag, tags, keywords, topics and hashtags in any case; categories under category and
categories. Lists may be nested, items may hold commas; a string is cut at commas and semicolons, at spaces only
under plural `tags` and `categories` and only when there is nothing else to cut at. Empties and nulls do not count.
Spellings that differ only by case, width, hyphens, underscores or a leading # are one, the first one stays.
A last block of nothing but #words adds its words.

tagscheck.py PROGRAMS FOLDER
"""
import collections
import sys
import unicodedata

import yaml

import stillpoint

CUTS = dict.fromkeys(map(ord, ";，、；\n"), ",")


def fold(tag):
    letters = unicodedata.normalize("NFKD", tag).casefold()
    folded = unicodedata.normalize("NFKC", "".join(c for c in letters if not "\u0300" <= c <= "\u036f"))
    folded = " ".join(folded.replace("-", " ").replace("_", " ").split())
    return folded[1:].strip() if folded.startswith("#") else folded


def pieces(value, by_spaces):
    if isinstance(value, list):
        return [piece for item in value for piece in pieces(item, False)]
    if not isinstance(value, str):
        return []
    parts = value.translate(CUTS).split(",")
    if len(parts) == 1 and by_spaces:
        parts = value.split()
    return [" ".join(part.split()) for part in parts]


def union(front, keys):
    found = {}
    for key, value in front.items():
        if isinstance(key, str) and key.lower() in keys:
            for tag in pieces(value, key.lower() in ("tags", "categories")):
                if fold(tag) and tag not in ("null", "~"):
                    found.setdefault(fold(tag), tag)
    return found


def split(text):
    """(front matter or None, body)"""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start == len(lines) or lines[start].rstrip() != "---":
        return None, "\n".join(lines)
    for end in range(start + 1, len(lines)):
        if lines[end].rstrip() in ("---", "..."):
            return "\n".join(lines[start + 1:end]), "\n".join(lines[end + 1:])
    return None, "\n".join(lines)


def hashtags(body):
    last = body.rstrip().rsplit("\n", 1)[-1]
    above = body.rstrip().rsplit("\n", 1)[0].rstrip(" ") if "\n" in body.rstrip() else ""
    words = last.split()
    heading = bool(words) and set(words[0]) == {"#"} and len(words[0]) <= 6
    if heading:
        words = words[1:]
    if not words or last.startswith("    ") or body.count("```") % 2 or (not heading and above and above[-1] != "\n"):
        return []
    return [word[1:] for word in words] if all(len(w) > 1 and w[0] == "#" != w[1] for w in words) else []


def main():
    programs, folder = sys.argv[1:]
    ours = {article["path"]: article for article in stillpoint.Library(programs, folder).list}
    count, wrong = collections.Counter(), []
    for file in stillpoint.articles_below(folder):
        with open(file, "rb") as opened:
            content = opened.read()
        try:
            front, body = split(content.decode())
        except UnicodeDecodeError:
            count["not UTF-8"] += 1
            continue
        if front is None:
            count["no YAML front matter"] += 1
            continue
        try:
            values = yaml.load(front, Loader=yaml.BaseLoader)
        except yaml.YAMLError as error:
            count["PyYAML refuses"] += 1
            print("PyYAML refuses", file, str(error).split("\n")[0])
            continue
        values = values if isinstance(values, dict) else {}
        tags = union(values, ("tag", "tags", "keywords", "topics", "hashtags"))
        for tag in hashtags(body):
            tags.setdefault(fold(tag), tag)
        categories = union(values, ("category", "categories"))
        article = ours.get(file, {"tags": None, "categories": None})
        same = article["tags"] == list(tags.values()) and article["categories"] == list(categories.values())
        count["equal" if same else "different"] += 1
        count["tags"] += len(tags)
        count["categories"] += len(categories)
        if not same:
            wrong.append((file, list(tags.values()), article["tags"], list(categories.values()), article["categories"]))
    print(dict(count))
    for file, *values in wrong:
        print(file, *values, sep="\n    ")
    return int(bool(wrong) or not count["equal"])


if __name__ == "__main__":
    raise SystemExit(main())
