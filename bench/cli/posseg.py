"""The script that a researcher writes today: posseg.py WORDS CORPUS.jsonl

Cuts every text into words with parts of speech and looks each word up in a list. Prints one JSON
object: the milliseconds without loading the dictionary, and how many words were in the list.
"""

import json
import logging
import pathlib
import sys
import time

import jieba
import jieba.posseg


def main(words: str, corpus: str) -> None:
    """Measures one pass."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    with open(words, encoding="utf-8") as file:
        markers = set(file.read().split("\n"))
    # The model of unknown words is loaded with the first text.
    jieba.posseg.lcut("也許")

    start = time.process_time()
    count = 0
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            count += sum(word in markers for word, _ in jieba.posseg.cut(text))
    seconds = time.process_time() - start
    name = pathlib.Path(corpus).stem
    print(json.dumps({"subject": "posseg", "input": name, "ms": [seconds * 1000], "count": count}))


main(*sys.argv[1:])
