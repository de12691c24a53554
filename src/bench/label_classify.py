"""Loads the model of label_train.py, labels paragraphs and prints a JSON record for each.

usage: label_classify.py MODEL.joblib FILE   (.jsonl: articles; else paragraphs between blank lines)
"""

import json
import sys

import joblib

BATCH = 1000

model, name = sys.argv[1:]
groups = joblib.load(model)


def texts():
    with open(name, encoding="utf-8") as file:
        if name.endswith(".jsonl"):
            for line in file:
                for paragraph in json.loads(line)["paragraphs"]:
                    yield paragraph["text"]
        else:
            yield from (p for p in file.read().split("\n\n") if p.strip())


def label(batch):
    records = [{"text": text} for text in batch]
    for features, classifiers in groups:
        matrix = features.transform(batch)
        for task, classifier in classifiers.items():
            labels = classifier.classes_.tolist()
            for record, scores in zip(records, classifier.predict_proba(matrix).round(4).tolist()):
                confidence = max(scores)
                record[task] = {
                    "label": labels[scores.index(confidence)],
                    "confidence": confidence,
                    "scores": dict(zip(labels, scores)),
                }
    for record in records:
        print(json.dumps(record, ensure_ascii=False))


batch = []
for text in texts():
    batch.append(text)
    if len(batch) == BATCH:
        label(batch)
        batch = []
if batch:
    label(batch)
