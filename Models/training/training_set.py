"""What networks are trained on and measured with: tables of cells, weighed and scaled."""
from __future__ import annotations

import argparse
import dataclasses
import zlib
from typing import Any

import numpy as np

import likeness
import network
from features import VEGETATION, WATER, CellTable, FeatureSet, read_cached


@dataclasses.dataclass
class TrainingSet:
    """Cells to train on, tables that calibrate and measure, and how features are scaled."""

    described: FeatureSet
    # Which features a network may see.
    active: np.ndarray
    training: list[CellTable]
    # Pictures kept from training: they find the temperature.
    checking: list[CellTable]
    # Tables to measure with only.
    held_out: list[CellTable]
    provenance: list[dict[str, Any]]
    cells: network.Cells
    mean: np.ndarray
    inverse: np.ndarray
    clip: float
    # Labels and weights of the cells that find the temperature.
    calibrating: list[CellTable]
    calibrating_label: np.ndarray
    calibrating_weight: np.ndarray
    # Inputs whose outputs the model file holds, to check a program with.
    golden_inputs: np.ndarray

    @staticmethod
    def read(options: argparse.Namespace, described: FeatureSet) -> TrainingSet:
        """Reads the tables that the options name.

        Raises `ValueError` for tables of other features, or a feature to drop that there is not.
        """
        dropped = set(filter(None, options.drop.split(",")))
        unknown = dropped - set(described.ids)
        if unknown:
            raise ValueError(f"--drop: the program has no feature {', '.join(sorted(unknown))}")
        active = np.array([i not in dropped for i in described.ids])

        rendered, real, checking, provenance = [], [], [], []
        for paths, licence, kept in (
                (options.features, options.rendered_licence, rendered),
                (options.real, options.real_licence, real)):
            for table in [read_cached(path, described.ids) for path in paths]:
                provenance.append(dataset(table, licence))
                part, held = split(table, options.validation)
                kept.append(part)
                if len(held):
                    checking.append(held)
        if options.surfaces:
            surfaces = likeness.read(options.surfaces)
            widths = {VEGETATION: options.plant_width, WATER: options.water_width}
            for table in rendered:
                table.weight *= likeness.weights(
                    table, described.ids, surfaces, widths, options.likeness_limit)

        def weights(tables: list[CellTable]) -> list[np.ndarray]:
            return [cell_weights(table, np.array(options.class_weights), options.picture_power)
                    for table in tables]

        training = rendered + real
        shared = (share(weights(rendered), weights(real), options.real_weight) if real
                  else weights(rendered))
        weight = np.concatenate(shared)
        values = np.concatenate([table.values for table in training])
        mean, inverse = scale(values, weight)
        inverse = inverse * active
        cells = network.Cells(
            values=np.clip((values - mean) * inverse, -options.clip, options.clip),
            label=np.concatenate([table.label for table in training]), weight=weight,
            is_empty=np.concatenate([
                (~table.has_vegetation())[table.picture] for table in training
            ]).astype(np.float32))
        calibrating = checking or training
        return TrainingSet(
            described=described, active=active, training=training, checking=checking,
            held_out=[read_cached(path, described.ids) for path in options.held_out],
            provenance=provenance, cells=cells, mean=mean, inverse=inverse, clip=options.clip,
            calibrating=calibrating,
            calibrating_label=np.concatenate([table.label for table in calibrating]),
            calibrating_weight=np.concatenate(weights(calibrating)),
            golden_inputs=golden(training, options.seed))


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


def share(rendered: list[np.ndarray], real: list[np.ndarray],
          real_share: float) -> list[np.ndarray]:
    """Weights of rendered and real cells, so that real ones have a share of the whole."""
    count = sum(len(weight) for weight in rendered + real)
    result = []
    for weights, wanted in ((rendered, 1 - real_share), (real, real_share)):
        total = sum(weight.sum() for weight in weights)
        factor = np.float32(wanted * count / total) if total > 0 else np.float32(1)
        result += [weight * factor for weight in weights]
    return result


def scale(values: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and one over the standard deviation of each feature."""
    mean = np.average(values, axis=0, weights=weight)
    deviation = np.sqrt(np.average((values - mean) ** 2, axis=0, weights=weight))
    return (mean.astype(np.float32),
            (1 / np.maximum(deviation, 1e-6)).astype(np.float32) * (deviation > 1e-6))


def dataset(table: CellTable, licence: str) -> dict[str, Any]:
    """What the model file says of a table."""
    return {"id": table.name, "licence": licence, "pictures": len(table.pictures),
            "cells": len(table), "sha256": table.sha256}


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
