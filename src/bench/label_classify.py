"""Loads the model of label_train.py, labels paragraphs and prints a JSON record for each.

usage: label_classify.py MODEL.joblib FILE   (.jsonl: articles; else paragraphs between blank lines)
"""

import json
import sys

import joblib

BATCH = 1000

model, name = sys.argv[1:]
features, classifiers = joblib.load(model)


def texts():
    with open(name, encoding="utf-8") as file:
        if name.endswith(".jsonl"):
            for line in file:
                for paragraph in json.loads(line)["paragraphs"]:
                    yield paragraph["text"]
        else:
            yield from (p for p in file.read().split("\n\n") if p.strip())


def label(batch):
    matrix = features.transform(batch)
    scores = {task: c.predict_proba(matrix) for task, c in classifiers.items()}
    for i, text in enumerate(batch):
        record = {"text": text}
        for task, c in classifiers.items():
            best = scores[task][i].argmax()
            record[task] = {
                "label": c.classes_[best],
                "confidence": round(float(scores[task][i][best]), 4),
                "scores": dict(zip(c.classes_, scores[task][i].round(4).tolist())),
            }
        print(json.dumps(record, ensure_ascii=False))


batch = []
for text in texts():
    batch.append(text)
    if len(batch) == BATCH:
        label(batch)
        batch = []
if batch:
    label(batch)
