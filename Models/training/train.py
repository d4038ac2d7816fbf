"""Trains a network on tables of features and writes the model file, its header and its card.

    train.py --feature-set features.json --features scenes.npy --out vegseg-day-1.0.0.dwm
    train.py ... --real licensed.csv --real-weight 0.5 --held-out test.npy --drop red,blue
"""
from __future__ import annotations

import sys
import time

import card
import metrics
from candidate import Candidate
from choice import Chooser
from features import FeatureSet
from options import arguments
from training_set import TrainingSet


def main() -> None:
    options = arguments(__doc__.splitlines()[0])
    started = time.monotonic()
    try:
        data = TrainingSet.read(options, FeatureSet.read(options.feature_set))
    except ValueError as error:
        sys.exit(str(error))
    print(f"{len(data.cells.label)} cells of {sum(len(t.pictures) for t in data.training)} "
          f"pictures read in {time.monotonic() - started:.1f} s", flush=True)

    chooser = Chooser(options.program, options.choosing) if options.choosing else None
    best: Candidate | None = None
    for seed in range(options.seed, options.seed + options.restarts):
        candidate = Candidate.train(data, options, seed)
        if chooser:
            candidate = candidate.at_best_threshold(chooser, options)
            print(f"seed {seed}: shortfall {candidate.loss:.3f} with the threshold at "
                  f"{candidate.threshold:.2f}", flush=True)
        else:
            candidate = candidate.at_probability(options.threshold_enter)
            print(f"seed {seed}: loss {candidate.loss:.4f} on held-out pictures", flush=True)
        if best is None or candidate.loss < best.loss:
            best = candidate
    if best is None:
        sys.exit("--restarts must be 1 or more")

    figures = best.figures()
    for row in figures:
        print(metrics.line(row))
    fingerprint = best.write(options.out, options, figures)
    if options.card:
        card.write(options.card, options.out.with_suffix(".json"), fingerprint)
    print(f"{options.out}: {options.name}-{options.semver}+{fingerprint[:8]}, temperature "
          f"{best.temperature:.2f}, {time.monotonic() - started:.0f} s in all")


if __name__ == "__main__":
    main()
