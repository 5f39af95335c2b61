#!/usr/bin/env python3
"""Prepare what news_quote_similarity learns from (Python 3, stdlib only).

    learn_remark.py half GOLD >rows of ext/similarity/en/alike.tsv; make
    learn_remark.py pairs GOLD | build/mkremark >ext/similarity/remarkmodel.h
    learn_remark.py alike GOLD >rows of ext/similarity/en/alike.tsv
    learn_remark.py same GOLD | build/mkremark same >ext/similarity/samemodel.h

GOLD is a folder with wmt_sents.dev, wmt_quotes.dev, stsb.train and msrp.train
(.jsonl.gz). The weights of the model are learned from one half of the
translations over stems that were learned from the other: where the stems were
learned, they would be trusted too much. The stems that are shipped come from
all of them, beside those that were added by hand: keep these. Synonyms of
synonym.tsv (learn_synonym.py) are there throughout.

sts_news.dev and stsb.dev, by which the result is judged, are there too: they
have pairs of stsb.train and msrp.train in them, which are left out.
"""
import collections
import datetime
import gzip
import itertools
import json
import os
import random
import re
import sqlite3
import sys
import unicodedata
import zlib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
TABLES = os.path.join(ROOT, "ext", "similarity", "en")
FIXTURE = os.path.join(ROOT, "fixtures", "remarks.tsv")


def table(name):
    """Rows of a table, without comments."""
    with open(os.path.join(TABLES, name), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f
                if not line.startswith("#")]


def records(gold, name):
    path = os.path.join(gold, name + ".jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def plain(record):
    return tuple(sorted(re.sub(r"\W+", " ", record[x].lower()).strip()
                        for x in ("a", "b")))


def unseen(gold, name):
    """The pairs of a file that those that judge do not have."""
    seen = {plain(d) for other in ("sts_news.dev", "stsb.dev")
            for d in records(gold, other)}
    return [d for d in records(gold, name) if plain(d) not in seen]


def half(key):
    return zlib.crc32(key.encode()) % 2


def group(record):
    """Pairs with one group come from one original."""
    return record["id"].rsplit(".", 1)[0]


def stemmer():
    """The stems of ext/similarity/weight.c."""
    suffixes = [(a, "" if b == "-" else b, int(c))
                for a, b, c in table("suffix.tsv")]

    def stem(word):
        put, cut = None, 0
        for ending, place, left in suffixes:
            if len(word) >= len(ending) + left and word.endswith(ending):
                word = word[:len(word) - len(ending)] + place
                put, cut = place, len(ending)
                break
        if len(word) > 3 and word[-1] == word[-2] and cut > 1 and put == "":
            word = word[:-1]
        if len(word) > 3 and word[-1] == "e":
            word = word[:-1]
        return word
    return stem


def alike(gold, use=None, least_texts=3, least_share=.1,
          most_words=8):
    """Stems that take each other's place in texts that say the same."""
    stem = stemmer()
    sense = {row[0] for row in table("sense.tsv")}

    def stems(text):
        text = unicodedata.normalize("NFKD", text.lower())
        text = "".join(c for c in text if not unicodedata.combining(c))
        text = re.sub("['\u2019]", "", text)
        return {stem(w) for w in re.findall(r"[a-z]+", text) if w not in sense}

    same = [(d["a"], d["b"], group(d)) for d in records(gold, "wmt_sents.dev")
            if d["score"] and (use is None or use(group(d)))]
    clusters = collections.defaultdict(list)
    for d in records(gold, "wmt_quotes.dev"):
        if use is None or use(d["cluster"]):
            clusters[d["cluster"]].append(d["text"])
    for name, texts in clusters.items():
        same += [(texts[i], texts[j], name)
                 for i in range(len(texts)) for j in range(i)]
    if use is None:
        same += [(d["a"], d["b"], d["id"]) for d in unseen(gold, "stsb.train")
                 if d["score"] >= 4]
    both, either = (collections.defaultdict(set) for _ in range(2))
    for a, b, origin in same:
        a, b = stems(a), stems(b)
        only_a, only_b = a - b, b - a
        if len(only_a) > most_words or len(only_b) > most_words:
            continue
        for x in only_a | only_b:
            either[x].add(origin)
        for x in only_a:
            for y in only_b:
                both[min(x, y), max(x, y)].add(origin)
    for (x, y), origins in sorted(both.items()):
        share = 2 * len(origins) / (len(either[x]) + len(either[y]))
        if len(origins) >= least_texts and share >= least_share \
                and len(x) > 1 and len(y) > 1:
            print(x, y, round(min(1, share) * 100), sep="\t")


def excerpt(text):
    """Part of a text, or None where it is short."""
    words = text.split()
    if len(words) < 12:
        return None
    n = random.randint(max(6, len(words) // 2), len(words) - 3)
    at = random.choice([0, len(words) - n, random.randint(0, len(words) - n)])
    return " ".join(words[at:at + n])


# How much a pair counts, by what it is.
GENRES = {"main-news": 110, "main-captions": 40, "main-forum": 20}
MSRP = 15
QUOTES = 2


def pairs(gold):
    """Lines "weight, score, text, text" for mkremark."""
    random.seed(7)
    out = []

    def add(weight, score, *texts):
        cells = [re.sub(r"[\t\n\r\0]+", " ", t) for t in texts]
        out.append("%g\t%g\t%s\t%s" % (weight, score, *cells))

    for d in records(gold, "wmt_sents.dev"):
        if half(group(d)) == 0:
            continue
        add(1, d["score"], d["a"], d["b"])
        part = None
        if d["score"]:
            at = random.random()
            if .5 < at < .6:
                part = excerpt(d["b"])
            if .6 < at < .65:
                add(1, 1, d["a"], d["a"])
        elif random.random() < .1:
            part = excerpt(d["b"])
        if part:
            add(.7, .9 if d["score"] else 0, d["a"], part)
    clusters = collections.defaultdict(list)
    for d in records(gold, "wmt_quotes.dev"):
        if half(d["cluster"]):
            clusters[d["cluster"]].append(d["text"])
    names = list(clusters)
    for n, name in enumerate(names):
        texts = clusters[name]
        for _ in range(3):
            if len(texts) > 1:
                add(QUOTES, 1, *random.sample(texts, 2))
        for other in names[n + 1:n + 3] + [random.choice(names)]:
            add(QUOTES, 0, random.choice(texts),
                random.choice(clusters[other]))
    for d in unseen(gold, "stsb.train"):
        add(GENRES[d["genre"]], d["score"] / 5, d["a"], d["b"])
    for d in unseen(gold, "msrp.train"):
        add(MSRP, .8 if d["score"] else .4, d["a"], d["b"])
    random.shuffle(out)
    print("\n".join(out))


def wordings(reports):
    """(number of the report, start, text) of the statements of reports, by the
    extension itself: make it first."""
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(os.path.join(ROOT, "news"))
    db.execute("CREATE VIRTUAL TABLE wire USING news_index(body)")
    db.executemany("INSERT INTO wire(rowid, body) VALUES(?, ?)",
                   enumerate(reports))
    return db.execute("SELECT report, start, text FROM wire_wording"
                      " ORDER BY id").fetchall()


def near(texts, rarest=6, least=120, most=400):
    """Pairs of texts that share two of their rarest stems."""
    stem = stemmer()
    weight = {row[0]: int(row[1]) for row in table("weight.tsv")}
    lists = collections.defaultdict(list)
    for i, text in enumerate(texts):
        rare = {}
        for w in re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", text.lower())):
            x = min(weight.get(w, 140), 140)
            rare[stem(w)] = min(rare.get(stem(w), x), x)
        rare = sorted(rare.items(), key=lambda x: (-x[1], x[0]))[:rarest]
        for (a, wa), (b, wb) in itertools.combinations(rare, 2):
            if wa + wb >= least:
                lists[min(a, b), max(a, b)].append(i)
    return sorted({pair for some in lists.values() if len(some) <= most
                   for pair in itertools.combinations(some, 2)
                   if texts[pair[0]] != texts[pair[1]]})


def clipped(texts, others):
    """Pairs of what two reports make of one remark: each a part of it in words
    of its own. And one that has no more in common than how it begins."""
    def frame(most):
        words = random.choice(others).split()
        return words[:random.randint(0, min(most, len(words)))]

    def pair(a, b):
        return " ".join(a), " ".join(b)

    words = random.choice(texts).split()
    if len(words) < 8:
        return
    n = random.randint(max(6, len(words) // 3), len(words) - 1)
    at = random.randint(0, len(words) - n)
    part = words[at:at + n]
    more = words[max(0, at - random.randint(0, 6)):at + n + random.randint(0, 6)]
    own = max(2, n // 2)
    yield 1, pair(frame(own) + part + frame(own), frame(own) + more)
    other = random.choice(texts).split()
    own = max(2, len(words) // 4)
    yield 1, pair(frame(own) + words + frame(own), frame(own) + other)
    start = random.choice(others).split()
    start = start[:random.randint(3, max(3, min(8, len(start), len(words))))]
    yield 0, pair(start + words, start + random.choice(others).split())


def same(gold, far=1.5, days=45, part=.6):
    """Lines for mkremark: whether statements of reports are one remark. They
    are in translations of one quote, and not in those of different ones; nor
    in releases of two offices that are weeks apart, however alike; nor where
    fixtures/remarks.tsv says so."""
    random.seed(7)
    out = []

    def add(weight, score, *texts):
        cells = [re.sub(r"[\t\n\r\0]+", " ", t) for t in texts]
        out.append("%g\t%g\t%s\t%s" % (weight, score, *cells))

    quotes = records(gold, "wmt_quotes.dev")
    best = {}
    for i, start, text in wordings([d["context"] for d in quotes]):
        at = quotes[i]["context"].find(quotes[i]["text"]) + 1
        both = min(at + len(quotes[i]["text"]), start + len(text)) \
            - max(at, start)
        if both > best.get(i, (0, ""))[0]:
            best[i] = both, text
    items = [(text, quotes[i]["cluster"])
             for i, (_, text) in sorted(best.items())]
    size = collections.Counter(cluster for _, cluster in items)
    for i, j in near([text for text, _ in items]):
        (a, one), (b, other) = items[i], items[j]
        add(4 / (size[one] * size[other]) ** .5, one == other, a, b)
    members = collections.defaultdict(list)
    for text, cluster in items:
        members[cluster].append(text)
    for name, texts in members.items():
        for _ in range(10 if len(texts) > 1 else 0):
            add(.5, 1, *random.sample(texts, 2))
        others = [text for text, cluster in random.sample(items, 100)
                  if cluster != name]
        for _ in range(10):
            for score, two in clipped(texts, others):
                add(part, score, *two)
    releases = [d for d in records(gold, "releases") if d.get("published")]
    said = list({text: (text, releases[i]["outlet"], datetime.date.fromisoformat(
        releases[i]["published"][:10])) for i, _, text in
        wordings([d["text"] for d in releases])}.values())
    for i, j in near([text for text, _, _ in said], most=100):
        if said[i][1] != said[j][1] and abs(said[i][2] - said[j][2]).days > days \
                and random.random() < .3:
            add(far, 0, said[i][0], said[j][0])
    with open(FIXTURE, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f][1:]
    rows = [row for row in rows if row[0] == "train"]
    longest = {}
    for i, _, text in wordings([x for row in rows for x in row[3:]]):
        longest[i] = max(longest.get(i, ""), text, key=len)
    for i, row in enumerate(rows):
        if 2 * i in longest and 2 * i + 1 in longest:
            add(1, row[2] == "join", longest[2 * i], longest[2 * i + 1])
    print("\n".join(out))


if __name__ == "__main__":
    COMMANDS = {"alike": alike, "pairs": pairs, "same": same,
                "half": lambda gold: alike(gold, lambda key: half(key) == 0)}
    if len(sys.argv) != 3 or sys.argv[1] not in COMMANDS:
        raise SystemExit(__doc__)
    COMMANDS[sys.argv[1]](sys.argv[2])
