#!/usr/bin/env python3
"""Weights of the frequent words of another language than English.

    tongue.py LANGUAGE >ext/similarity/LANGUAGE/weight.tsv

LANGUAGE is a code such as fr. Needs wordfreq (R. Speer, from PyPI), which tells
how frequent words are. What is written is what tool/mkweight.c learns of
English from texts: 16 * ln(texts / texts with the word), for texts of so many
words as the gist of a report has.
"""
import importlib.metadata
import math
import sys
import unicodedata

import wordfreq

WORDS = 300     # of a text
LEAST = 3e-5


def folded(word):
    """The word as ext/text/fold.c has it, without apostrophes."""
    text = unicodedata.normalize("NFKD", word.casefold()).replace("'", "")
    return "".join(c for c in text if not unicodedata.combining(c))


def main():
    share = {}
    for word, often in wordfreq.get_frequency_dict(sys.argv[1], "best").items():
        form = folded(word)
        if often >= LEAST and form.isalpha():
            share[form] = share.get(form, 0) + often
    print("# Words and weights: 16 * ln(texts / texts with the word), for texts of\n"
          "# %d words. Made by tool/tongue.py of the frequencies of wordfreq %s; a word\n"
          "# that is not here is rarer than 1 in %d."
          % (WORDS, importlib.metadata.version("wordfreq"), round(1 / LEAST)))
    for form in sorted(share):
        texts = 1 - (1 - min(share[form], 1)) ** WORDS
        print("%s\t%d" % (form, max(1, round(-16 * math.log(texts)))))


if __name__ == "__main__":
    main()
