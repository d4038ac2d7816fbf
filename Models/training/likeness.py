"""Weighs rendered pictures by how much their surfaces look like those of real rivers.

The renderer draws far more than rivers show, so that a network does not learn its habits; left
alone, the odd scenes would rule. Each surface of a picture, its plants and its greenest water, is
described by a few means. A rendered surface weighs as much more, or less, as such surfaces are
more, or less, common among real pictures than among rendered ones (importance weighting, Shimodaira,
"Improving predictive inference under covariate shift", J. Stat. Plan. Inference 90, 2000), both
densities estimated with Gaussian kernels.

    likeness.py river.csv --feature-set features.json --out real_surfaces.csv

writes the descriptions of real pictures: numbers alone, of which no picture can be made again.
"""
from __future__ import annotations

import argparse
import csv
import pathlib

import numpy as np

from features import VEGETATION, WATER, CellTable, FeatureSet, read_cached

# What describes a surface: means over its cells.
MEASURES = {
    VEGETATION: ["blue", "red", "contrast3", "activity3", "luma", "greenAboveLow"],
    WATER: ["green3", "red", "contrast3", "activity3", "luma"],
}
NAMES = {VEGETATION: "vegetation", WATER: "water"}
# Even surfaces like no real one that is known keep this weight: rivers differ.
FLOOR = 0.3
# A surface of fewer cells is not described.
CELLS_MIN = 8
# Of water, the greenest part is described: it is what is mistaken for plants.
GREENEST_SHARE = 0.2


def describe(table: CellTable, ids: list[str], kind: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the pictures that show a surface, and its description [pictures, measures]."""
    columns = [ids.index(name) for name in MEASURES[kind]]
    green = ids.index("green3")
    order = np.argsort(table.picture, kind="stable")
    ends = np.searchsorted(table.picture[order], np.arange(len(table.pictures) + 1))
    numbers, descriptions = [], []
    for number in range(len(table.pictures)):
        rows = order[ends[number]:ends[number + 1]]
        values = table.values[rows[table.label[rows] == kind]]
        if len(values) < CELLS_MIN:
            continue
        if kind == WATER:
            values = values[values[:, green] >= np.quantile(values[:, green], 1 - GREENEST_SHARE)]
        numbers.append(number)
        descriptions.append(values[:, columns].mean(axis=0))
    return np.array(numbers, dtype=int), np.array(descriptions, dtype=np.float64)


def read(path: pathlib.Path) -> dict[int, np.ndarray]:
    """The descriptions of real surfaces, by kind."""
    kinds = {name: kind for kind, name in NAMES.items()}
    found: dict[int, list[list[float]]] = {kind: [] for kind in NAMES}
    with path.open() as file:
        for row in csv.DictReader(file):
            kind = kinds[row["surface"]]
            found[kind].append([float(row[name]) for name in MEASURES[kind]])
    return {kind: np.array(rows) for kind, rows in found.items()}


def density(kernels: np.ndarray, points: np.ndarray, width: float, without_own: bool) -> np.ndarray:
    distance = ((points[:, None] - kernels[None]) ** 2).sum(axis=-1)
    value = np.exp(-distance / (2 * width * width))
    if without_own:
        np.fill_diagonal(value, 0)
    return value.mean(axis=1) + 1e-6


def weights(table: CellTable, ids: list[str], real: dict[int, np.ndarray],
            widths: dict[int, float], limit: float) -> np.ndarray:
    """A weight for each cell, 1 on average over pictures; before that at most `limit`, and at
    least `FLOOR`.

    `widths` are those of the kernels, in standard deviations of the rendered surfaces.
    """
    weight = np.ones(len(table), dtype=np.float32)
    for kind in MEASURES:
        numbers, rendered = describe(table, ids, kind)
        deviation = rendered.std(axis=0)
        ratio = np.log(density(real[kind] / deviation, rendered / deviation, widths[kind], False))
        ratio -= np.log(density(rendered / deviation, rendered / deviation, widths[kind], True))
        ratio = np.exp(np.clip(ratio, np.log(FLOOR), np.log(limit)))
        by_picture = np.ones(len(table.pictures))
        by_picture[numbers] = ratio / ratio.mean()
        chosen = table.label == kind
        weight[chosen] = by_picture[table.picture[chosen]]
    return weight


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--feature-set", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    ids = FeatureSet.read(options.feature_set).ids
    table = read_cached(options.table, ids)
    names = list(dict.fromkeys(name for measures in MEASURES.values() for name in measures))
    with options.out.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["surface", *names])
        for kind, measures in MEASURES.items():
            for row in describe(table, ids, kind)[1]:
                known = dict(zip(measures, row))
                writer.writerow([NAMES[kind], *(f"{known[name]:.4g}" if name in known else ""
                                                for name in names)])


if __name__ == "__main__":
    main()
