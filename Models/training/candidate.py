"""A trained network with its temperature and threshold, and how well it does."""
from __future__ import annotations

import argparse
import dataclasses
import datetime
import functools
import importlib.metadata
import math
import pathlib
import platform
import subprocess
import sys
import tempfile
import time
from typing import Any

import numpy as np

import metrics
import model_file
import network
from choice import Chooser
from features import CLASSES, CellTable
from training_set import TrainingSet

Layers = list[tuple[np.ndarray, np.ndarray]]

LIMITS = [
    "Night pictures in infrared: they have no colour; the quality gate refuses them.",
    "The area of mats in square metres without a calibrated camera.",
    "The species: it finds floating green plants of any kind.",
    "Scum of algae on the surface looks like floating plants to it.",
]

# Logits of vegetation from which a cell may be called vegetation, where pictures choose.
THRESHOLDS = [-0.25, 0.0, 0.25, 0.5]


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A network of one seed."""

    data: TrainingSet
    layers: Layers
    # What its logits are divided by.
    temperature: float
    # The logit, before that division, from which a cell is vegetation.
    threshold: float = 0
    # How far it stays behind what is asked; the least is kept.
    loss: float = math.inf

    @staticmethod
    def train(data: TrainingSet, options: argparse.Namespace, seed: int) -> Candidate:
        """Trains a network from one seed."""
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
                  network.train(data.cells, len(CLASSES), recipe, data.active, report)]
        layers[0] = (layers[0][0] * data.active.astype(np.float32), layers[0][1])
        untempered = Candidate(data, layers, 1)
        temperature = metrics.temperature(
            untempered.calibrating_logits(), data.calibrating_label, data.calibrating_weight)
        return dataclasses.replace(untempered, temperature=model_file.single(temperature))

    def at_probability(self, enter: float) -> Candidate:
        """The candidate with a given threshold, judged by cells of pictures kept from training."""
        loss = metrics.entropy(
            self.calibrating_logits() * self.temperature, self.data.calibrating_label,
            self.data.calibrating_weight)
        return dataclasses.replace(
            self, threshold=self.temperature * math.log(enter / (1 - enter)), loss=loss)

    def at_best_threshold(self, chooser: Chooser, options: argparse.Namespace) -> Candidate:
        """The candidate with the threshold with which the program finds most."""
        tried = []
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "candidate.dwm"
            for threshold in THRESHOLDS:
                level = dataclasses.replace(self, threshold=threshold)
                level.write(path, options, [])
                tried.append(dataclasses.replace(level, loss=chooser.shortfall(path)))
        return min(tried, key=lambda level: (level.loss, level.threshold))

    @property
    def enter(self) -> float:
        """The probability from which a cell is vegetation."""
        return 1 / (1 + math.exp(-self.threshold / self.temperature))

    def logits(self, table: CellTable) -> np.ndarray:
        """Logits of the cells of a table [cells, classes]."""
        return model_file.evaluate(table.values, self.data.mean, self.data.inverse, self.data.clip,
                                   self.layers, self.temperature)

    def calibrating_logits(self) -> np.ndarray:
        """Logits of the cells that find the temperature."""
        return np.concatenate([self.logits(table) for table in self.data.calibrating])

    def figures(self) -> list[dict[str, Any]]:
        """How it does on tables that it was not trained on."""
        return [metrics.evaluate(table, self.logits(table), self.enter)
                for table in self.data.checking + self.data.held_out]

    def write(self, path: pathlib.Path, options: argparse.Namespace,
              figures: list[dict[str, Any]]) -> str:
        """Writes the model file and its header; returns the fingerprint."""
        enter = round(self.enter, 3)
        now = datetime.datetime.now(datetime.UTC)
        return model_file.write(
            path, name=options.name, semver=options.semver,
            created=now.strftime("%Y-%m-%dT%H:%M:%SZ"), features=self.data.described,
            mean=self.data.mean, inverse=self.data.inverse, clip=self.data.clip,
            layers=self.layers,
            calibration={"temperature": self.temperature, "thresholdEnter": enter,
                         "thresholdExit": min(options.threshold_exit, enter)},
            provenance=origin(self.data, options.seed), metrics=figures, limits=LIMITS,
            golden_inputs=self.data.golden_inputs)


def origin(data: TrainingSet, seed: int) -> dict[str, Any]:
    """Where a model comes from."""
    libraries = {name: importlib.metadata.version(name) for name in ("numpy", "jax", "optax")}
    # Paths of this machine mean nothing elsewhere.
    command = " ".join(pathlib.Path(word).name if "/" in word else word for word in sys.argv)
    return {"command": command, "commit": commit(), "seed": seed,
            "libraries": {"python": platform.python_version(), **libraries},
            "datasets": data.provenance}


@functools.cache
def commit() -> str:
    """The state of the project that trains."""
    result = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True,
                            text=True, cwd=pathlib.Path(__file__).parent)
    return result.stdout.strip() or "unknown"
