"""Chooses among networks by what the program finds with them in labelled pictures.

Nothing is fitted to these pictures: they tell which of several networks of one recipe sees best
what no rendered scene shows. Each is tried in the program itself, as a model file, so that
everything between a network and a mask counts.
"""
from __future__ import annotations

import dataclasses
import json
import pathlib
import subprocess
from typing import Any

import numpy as np


@dataclasses.dataclass(frozen=True)
class Chooser:
    """Labelled folders, and the program that measures them."""

    program: pathlib.Path
    folders: list[pathlib.Path]

    def shortfall(self, model: pathlib.Path) -> float:
        """How far a model file stays behind what is asked of it, summed over folders; 0 is best.

        Clips are many pictures of few places, so that together with the rivers they would rule.
        """
        return sum(shortfall(self.pictures(model, folder)) for folder in self.folders)

    def pictures(self, model: pathlib.Path, folder: pathlib.Path) -> list[dict[str, Any]]:
        """What the program measured in the pictures of a folder that it accepted."""
        command = [self.program, "evaluate", folder, "--json", "--model", model]
        result = subprocess.run(command, capture_output=True, text=True)
        if not result.stdout:
            raise RuntimeError(f"{self.program} evaluate {folder}: {result.stderr.strip()}")
        pictures = json.loads(result.stdout)["perImage"]
        return [picture for picture in pictures if picture["accepted"]]


def shortfall(pictures: list[dict[str, Any]]) -> float:
    """How far measured pictures (`perImage` of `duckweed evaluate --json`) stay behind.

    Asked are an IoU of 0.78 in the mean over pictures with 3 % of plants or more, and of 0.83 over
    all of them; a mean error of coverage of 4 points with a bias of 1 at most; and at most 1 % of
    false coverage in nineteen pictures of twenty without plants.
    """
    def counts(key: str, chosen: list[dict[str, Any]]) -> np.ndarray:
        return np.array([picture["comparison"][key] for picture in chosen], dtype=float)

    some = [picture for picture in pictures if picture["truth"] > 0]
    empty = [picture["coverage"] for picture in pictures if picture["truth"] == 0]
    both = counts("truePositives", some)
    either = both + counts("falsePositives", some) + counts("falseNegatives", some)
    actual = np.array([picture["truth"] for picture in some])
    error = 100 * (np.array([picture["coverage"] for picture in some]) - actual)
    has = actual >= 0.03
    return float(
        10 * max(0, 0.78 - (both / np.maximum(either, 1))[has].mean())
        + 10 * max(0, 0.83 - both.sum() / either.sum())
        + max(0, np.abs(error).mean() - 4) + max(0, abs(error.mean()) - 1)
        + max(0, 100 * np.quantile(empty, 0.95) - 1) / 6)
