"""Trains a network on tables of features and writes the model file, its header and its card.

    train.py --feature-set features.json --features scenes.npy --out vegseg-day-1.0.0.dwm
    train.py ... --real licensed.csv --real-weight 0.5 --held-out test.npy --drop red,blue
"""
from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import math
import pathlib
import platform
import subprocess
import sys
import tempfile
import time
import zlib
from typing import Any

import numpy as np

import card
import likeness
import metrics
import model_file
import network
from choice import Chooser
from features import CLASSES, VEGETATION, WATER, CellTable, FeatureSet, read_cached

Layers = list[tuple[np.ndarray, np.ndarray]]

LIMITS = [
    "Night pictures in infrared: they have no colour; the quality gate refuses them.",
    "The area of mats in square metres without a calibrated camera.",
    "The species: it finds floating green plants of any kind.",
    "Scum of algae on the surface looks like floating plants to it.",
]


# Logits of vegetation from which a cell may be called vegetation, where pictures choose.
THRESHOLDS = [-0.25, 0.0, 0.25, 0.5]


def arguments() -> argparse.Namespace:
    recipe = network.Recipe()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--feature-set", type=pathlib.Path, required=True, metavar="JSON",
        help="what `duckweed-sampler --features` prints")
    add("--features", type=pathlib.Path, nargs="+", required=True, metavar="TABLE",
        help="tables of rendered pictures, CSV or .npy")
    add("--real", type=pathlib.Path, nargs="*", default=[], metavar="TABLE",
        help="tables of photographs whose licence allows training")
    add("--real-weight", type=float, default=0.3, metavar="SHARE",
        help="share of the loss that photographs have together (%(default)s)")
    add("--rendered-licence", default="of this project (rendered)",
        help="licence of the rendered pictures, for the card (%(default)s)")
    add("--real-licence", default="MIT", help="their licence, for the card (%(default)s)")
    add("--held-out", type=pathlib.Path, nargs="*", default=[], metavar="TABLE",
        help="tables to measure with only")
    add("--surfaces", type=pathlib.Path, metavar="CSV",
        help="weigh rendered surfaces by their likeness to these real ones (likeness.py)")
    add("--plant-width", type=float, default=0.55,
        help="width of the kernels over plants, in standard deviations (%(default)s)")
    add("--water-width", type=float, default=0.45, help="the same over water (%(default)s)")
    add("--likeness-limit", type=float, default=20, help="weights are at most this (%(default)s)")
    add("--choosing", type=pathlib.Path, nargs="*", default=[], metavar="FOLDER",
        help="labelled pictures that choose among restarts; nothing is fitted to them")
    add("--program", type=pathlib.Path, default=pathlib.Path(".build/release/duckweed"),
        metavar="PATH", help="the program that measures these (%(default)s)")
    add("--drop", default="", metavar="ID,…", help="features that the network shall not see")
    add("--hidden", type=int, nargs="+", default=list(recipe.hidden), metavar="WIDTH")
    add("--seed", type=int, default=recipe.seed)
    add("--restarts", type=int, default=1, metavar="N",
        help="train N networks from N seeds and keep the likeliest on held-out pictures")
    add("--epochs", type=int, default=recipe.epochs)
    add("--batch", type=int, default=recipe.batch)
    add("--rate", type=float, default=recipe.rate)
    add("--decay", type=float, default=recipe.decay)
    add("--empty-penalty", type=float, default=recipe.empty_penalty)
    add("--noise", type=float, default=recipe.noise)
    add("--smoothing", type=float, default=recipe.smoothing)
    add("--class-weights", type=float, nargs=4, default=[1, 3, 1, 1], metavar="W",
        help="of " + ", ".join(CLASSES))
    add("--picture-power", type=float, default=0, metavar="P",
        help="a picture's weight in all is its weight of cells to the power 1 − P (%(default)s)")
    add("--clip", type=float, default=4, help="in standard deviations (%(default)s)")
    add("--threshold-enter", type=float, default=0.5)
    add("--threshold-exit", type=float, default=0.4)
    add("--validation", type=float, default=0.05, metavar="SHARE",
        help="share of pictures that calibrate and measure instead (%(default)s)")
    add("--name", default="vegseg-day")
    add("--semver", default="1.0.0")
    add("--out", type=pathlib.Path, required=True, metavar="DWM")
    add("--card", type=pathlib.Path, metavar="README", help="also write the model card")
    return parser.parse_args()


def split(table: CellTable, share: float) -> tuple[CellTable, CellTable]:
    """Parts a table by the names of its pictures: the same picture is always on the same side."""
    chosen = np.array([zlib.crc32(name.encode()) % 1000 < 1000 * share
                       for name in table.pictures])
    return table.part(~chosen, table.name), table.part(chosen, f"{table.name}, held out")


def cell_weights(table: CellTable, class_weights: np.ndarray, picture_power: float) -> np.ndarray:
    """Weights of cells, so that no large picture drowns the others."""
    weight = table.weight * class_weights[table.label]
    sums = np.bincount(table.picture, weight, len(table.pictures))
    return (weight * np.maximum(sums, 1e-9)[table.picture] ** -picture_power).astype(np.float32)


def scale(values: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and one over the standard deviation of each feature."""
    mean = np.average(values, axis=0, weights=weight)
    deviation = np.sqrt(np.average((values - mean) ** 2, axis=0, weights=weight))
    return (mean.astype(np.float32),
            (1 / np.maximum(deviation, 1e-6)).astype(np.float32) * (deviation > 1e-6))


def golden(tables: list[CellTable], seed: int, count: int = 16) -> np.ndarray:
    """Cells of all classes, a quarter of them pushed beyond what was seen."""
    random = np.random.default_rng(seed)
    values = np.concatenate([table.values for table in tables])
    label = np.concatenate([table.label for table in tables])
    rows = [random.choice(np.flatnonzero(label == kind))
            for kind in np.resize(np.unique(label), count)]
    chosen = values[rows].astype(np.float64)
    chosen[::4] += 3 * values.std(axis=0) * random.choice([-1, 1], chosen[::4].shape)
    return chosen


def dataset(table: CellTable, licence: str) -> dict[str, Any]:
    return {"id": table.name, "licence": licence, "pictures": len(table.pictures),
            "cells": len(table), "sha256": table.sha256}


def commit() -> str:
    result = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True,
                            text=True, cwd=pathlib.Path(__file__).parent)
    return result.stdout.strip() or "unknown"


def train_once(cells: network.Cells, active: np.ndarray, options: argparse.Namespace,
               seed: int) -> Layers:
    """A network from one seed, as numpy arrays."""
    recipe = network.Recipe(
        hidden=tuple(options.hidden), seed=seed, epochs=options.epochs, batch=options.batch,
        rate=options.rate, decay=options.decay, empty_penalty=options.empty_penalty,
        noise=options.noise, smoothing=options.smoothing)
    began = time.monotonic()

    def report(number: int, loss: float) -> None:
        if number % 5 == 4 or number == recipe.epochs - 1:
            print(f"epoch {number + 1:3}  loss {loss:.4f}  {time.monotonic() - began:5.1f} s",
                  flush=True)

    layers = [(np.asarray(weights), np.asarray(biases)) for weights, biases in
              network.train(cells, len(CLASSES), recipe, active, report)]
    layers[0] = (layers[0][0] * active.astype(np.float32), layers[0][1])
    return layers


def main() -> None:
    options = arguments()
    started = time.monotonic()
    described = FeatureSet.read(options.feature_set)
    unknown = set(filter(None, options.drop.split(","))) - set(described.ids)
    if unknown:
        sys.exit(f"--drop: the program has no feature {', '.join(sorted(unknown))}")
    active = np.array([i not in options.drop.split(",") for i in described.ids])

    training, checking, provenance = [], [], []
    for paths, is_real in ((options.features, False), (options.real, True)):
        tables = [read_cached(path, described.ids) for path in paths]
        licence = options.real_licence if is_real else options.rendered_licence
        provenance += [dataset(table, licence) for table in tables]
        parts = [split(table, options.validation) for table in tables]
        training += [(part, is_real) for part, _ in parts]
        checking += [part for _, part in parts if len(part)]
    held_out = [read_cached(path, described.ids) for path in options.held_out]
    if options.surfaces:
        real = likeness.read(options.surfaces)
        widths = {VEGETATION: options.plant_width, WATER: options.water_width}
        for table in [table for table, is_real in training if not is_real]:
            table.weight *= likeness.weights(
                table, described.ids, real, widths, options.likeness_limit)
    chooser = Chooser(options.program, options.choosing) if options.choosing else None
    cell_count = sum(len(table) for table, _ in training)
    print(f"{cell_count} cells of {sum(len(t.pictures) for t, _ in training)} pictures read in "
          f"{time.monotonic() - started:.1f} s", flush=True)

    weights = [cell_weights(table, np.array(options.class_weights), options.picture_power)
               for table, _ in training]
    for wanted, is_wanted_real in ((1 - options.real_weight, False), (options.real_weight, True)):
        total = sum(w.sum() for w, (_, real) in zip(weights, training) if real == is_wanted_real)
        if options.real and total > 0:
            weights = [w * np.float32(wanted * cell_count / total) if real == is_wanted_real else w
                       for w, (_, real) in zip(weights, training)]
    values = np.concatenate([table.values for table, _ in training])
    weight = np.concatenate(weights)
    mean, inverse = scale(values, weight)
    inverse = inverse * active
    cells = network.Cells(
        values=np.clip((values - mean) * inverse, -options.clip, options.clip),
        label=np.concatenate([table.label for table, _ in training]), weight=weight,
        is_empty=np.concatenate([
            (~table.has_vegetation())[table.picture] for table, _ in training
        ]).astype(np.float32))

    calibrating = checking or [table for table, _ in training]
    calibrating_label = np.concatenate([table.label for table in calibrating])
    calibrating_weight = np.concatenate([
        cell_weights(table, np.array(options.class_weights), options.picture_power)
        for table in calibrating])

    def raw_logits(table: CellTable, layers: Layers) -> np.ndarray:
        return model_file.evaluate(table.values, mean, inverse, options.clip, layers, 1)

    libraries = {name: importlib.metadata.version(name) for name in ("numpy", "jax", "optax")}
    # Paths of this machine mean nothing elsewhere.
    command = " ".join(pathlib.Path(word).name if "/" in word else word for word in sys.argv)
    origin = {"command": command, "commit": commit(), "seed": options.seed,
              "libraries": {"python": platform.python_version(), **libraries},
              "datasets": provenance}

    def temperature_of(layers: Layers) -> float:
        return model_file.single(metrics.temperature(
            np.concatenate([raw_logits(table, layers) for table in calibrating]),
            calibrating_label, calibrating_weight))

    def write(path: pathlib.Path, layers: Layers, temperature: float, threshold: float,
              figures: list[dict[str, Any]]) -> str:
        enter = round(float(1 / (1 + np.exp(-threshold / temperature))), 3)
        now = datetime.datetime.now(datetime.UTC)
        return model_file.write(
            path, name=options.name, semver=options.semver,
            created=now.strftime("%Y-%m-%dT%H:%M:%SZ"), features=described, mean=mean,
            inverse=inverse, clip=options.clip, layers=layers,
            calibration={"temperature": temperature, "thresholdEnter": enter,
                         "thresholdExit": min(options.threshold_exit, enter)},
            provenance=origin, metrics=figures, limits=LIMITS,
            golden_inputs=golden([table for table, _ in training], options.seed))

    best: tuple[float, Layers, float, float] | None = None
    for seed in range(options.seed, options.seed + options.restarts):
        layers = train_once(cells, active, options, seed)
        temperature = temperature_of(layers)
        if chooser is None:
            enter = options.threshold_enter
            threshold = temperature * math.log(enter / (1 - enter))
            loss = metrics.entropy(
                np.concatenate([raw_logits(table, layers) for table in calibrating]),
                calibrating_label, calibrating_weight)
            print(f"seed {seed}: loss {loss:.4f} on held-out pictures", flush=True)
        else:
            with tempfile.TemporaryDirectory() as folder:
                candidate, tried = pathlib.Path(folder) / "candidate.dwm", []
                for level in THRESHOLDS:
                    write(candidate, layers, temperature, level, [])
                    tried.append((chooser.shortfall(candidate), level))
                loss, threshold = min(tried)
            print(f"seed {seed}: shortfall {loss:.3f} with the threshold at {threshold:.2f}",
                  flush=True)
        if best is None or loss < best[0]:
            best = (loss, layers, temperature, threshold)
    _, layers, temperature, threshold = best

    enter = 1 / (1 + math.exp(-threshold / temperature))
    figures = [metrics.evaluate(table, raw_logits(table, layers) / temperature, enter)
               for table in checking + held_out]
    for row in figures:
        print(metrics.line(row))

    fingerprint = write(options.out, layers, temperature, threshold, figures)
    if options.card:
        card.write(options.card, options.out.with_suffix(".json"), fingerprint)
    print(f"{options.out}: {options.name}-{options.semver}+{fingerprint[:8]}, temperature "
          f"{temperature:.2f}, {time.monotonic() - started:.0f} s in all")


if __name__ == "__main__":
    main()
