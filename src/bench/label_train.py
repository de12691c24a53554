"""Trains what src/bench/label.sh measures voci against, once: word and character TF-IDF and
logistic regression for each of the tasks named.

usage: label_train.py TRAIN.jsonl OWN.joblib SHARED.joblib TASK...

OWN.joblib has a pipeline for each task, each with vectorisers of its own; in SHARED.joblib the
tasks share theirs.
"""

import json
import sys

import joblib
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

train, own, shared, *tasks = sys.argv[1:]
with open(train, encoding="utf-8") as file:
    paragraphs = [p for line in file for p in json.loads(line)["paragraphs"]]


def fit(tasks):
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True),
    )
    matrix = features.fit_transform([p["text"] for p in paragraphs])
    classifiers = {}
    for task in tasks:
        labelled = [i for i, p in enumerate(paragraphs) if p.get(task) is not None]
        classifiers[task] = LogisticRegression(C=4, max_iter=100).fit(
            matrix[labelled], [paragraphs[i][task] for i in labelled]
        )
    return features, classifiers


joblib.dump([fit([task]) for task in tasks], own)
joblib.dump([fit(tasks)], shared)
