"""Compares colour rules with this program on one labelled set; prints a Markdown table.

Usage: compare.py FOLDER [--evaluation FILE] [--measured-only]

FILE is what `duckweed evaluate FOLDER --json` printed. With --measured-only the pictures that the
program refused are left out for everybody; else colour rules have to answer for them too.
"""
import argparse
import json
import math

import colour_rules
from labelled_set import pictures
from scores import Agreement, Figures
from thresholds import IndexHistogram, best_bin

# Name, index, its range, and whether Otsu's threshold is tried as well.
INDICES = [
    ("−(Cb+Cr)", colour_rules.blue_red_deficit, (-255, 255), True),
    ("ExG 2g−r−b (and GLI)", colour_rules.excess_green, (-1, 2), False),
    ("2G−R−B", colour_rules.raw_excess_green, (-510, 510), False),
]
FIXED = [
    ("Canopeo (0.95, 0.95, 20)", colour_rules.canopeo),
    ("HSV range, opened and closed", colour_rules.hue_range),
]
# What a threshold is chosen for, with hindsight.
MERITS = [
    ("best for IoU", lambda figures: figures.iou_mean),
    ("best for coverage", lambda figures: -figures.coverage_mae),
]
HEAD = ("", "pictures", "IoU mean", "IoU pooled", "F1", "coverage MAE", "bias", "false mean",
        "false median", "false p95")


def main():
    arguments = parse()
    evaluation = None
    if arguments.evaluation:
        with open(arguments.evaluation, encoding="utf-8") as file:
            evaluation = json.load(file)
    measured = {one["name"] for one in evaluation["perImage"] if one["accepted"]} \
        if evaluation else None

    kinds, histograms, agreements = [], {}, {}
    for picture in pictures(arguments.folder):
        if arguments.measured_only and measured is not None and picture.name not in measured:
            continue
        kinds.append(picture.kind)
        for name, index, limits, _ in INDICES:
            histograms.setdefault(name, []).append(
                IndexHistogram(index(picture.rgb), picture, limits))
        for name, rule in FIXED:
            agreements.setdefault(name, []).append(Agreement.of(rule(picture.rgb), picture))

    rows = []
    if evaluation:
        rows.append((f"this, {evaluation['model']}", Figures.of_evaluation(evaluation)))
    rows += index_rows(histograms, kinds)
    rows += [(name, Figures.of(agreements[name], kinds)) for name, _ in FIXED]
    print_table(rows)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--evaluation")
    parser.add_argument("--measured-only", action="store_true")
    return parser.parse_args()


def index_rows(histograms, kinds):
    for name, _, _, has_otsu in INDICES:
        ones = histograms[name]
        for goal, merit in MERITS:
            best = best_bin(ones, kinds, merit)
            yield (f"{name} > {ones[0].edges[best]:.3g}, {goal}",
                   Figures.of([one.agreement(best) for one in ones], kinds))
        if has_otsu:
            yield (f"{name}, Otsu for each picture",
                   Figures.of([one.agreement(one.otsu_bin()) for one in ones], kinds))


def print_table(rows):
    print("| " + " | ".join(HEAD) + " |")
    print("|---|" + "--:|" * (len(HEAD) - 1))
    for name, one in rows:
        cells = [str(one.pictures)]
        cells += [cell(value, ".3f") for value in (one.iou_mean, one.iou_pooled, one.f1)]
        cells += [cell(one.coverage_mae, ".1f"), cell(one.coverage_bias, "+.1f")]
        cells += [cell(value, ".1f", " %") for value in (
            one.false_coverage_mean, one.false_coverage_median, one.false_coverage_p95)]
        print("| " + " | ".join([name] + cells) + " |")


def cell(value, style, unit=""):
    return "–" if math.isnan(value) else format(value, style) + unit


if __name__ == "__main__":
    main()
