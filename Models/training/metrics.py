"""How well probabilities of vegetation agree with the labels of cells."""
from __future__ import annotations

from typing import Any

import numpy as np

from features import INVALID, VEGETATION, CellTable


def softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def entropy(logits: np.ndarray, label: np.ndarray, weight: np.ndarray) -> float:
    """Mean negative log likelihood of the labels."""
    likelihood = softmax(logits)[np.arange(len(label)), label]
    return float(np.average(-np.log(np.maximum(likelihood, 1e-12)), weights=weight))


def temperature(logits: np.ndarray, label: np.ndarray, weight: np.ndarray) -> float:
    """What logits must be divided by for the likelihood to be greatest, by golden section."""
    low, high = np.log(0.5), np.log(5.0)
    ratio = (np.sqrt(5) - 1) / 2
    for _ in range(40):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if entropy(logits / np.exp(left), label, weight) < entropy(
                logits / np.exp(right), label, weight):
            high = right
        else:
            low = left
    return float(np.exp((low + high) / 2))


def calibration_error(probability: np.ndarray, truth: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015)."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    count = np.bincount(place, minlength=bins)
    said = np.bincount(place, probability, bins)
    was = np.bincount(place, truth, bins)
    return float(np.abs(said - was).sum() / count.sum())


def evaluate(table: CellTable, logits: np.ndarray, threshold: float) -> dict[str, Any]:
    """Figures over all pictures of a table, cells weighted."""
    probability = softmax(logits)[:, VEGETATION]
    truth = (table.label == VEGETATION).astype(float)
    valid = table.label != INVALID
    found = (probability >= threshold).astype(float)
    weight = table.weight.astype(float)
    both = float((weight * truth * found).sum())
    either = float((weight * np.maximum(truth, found)).sum())
    pictures = len(table.pictures)
    total = np.bincount(table.picture, weight * valid, pictures)
    seen = total > 0
    coverage = np.bincount(table.picture, weight * valid * found, pictures)[seen] / total[seen]
    actual = np.bincount(table.picture, weight * valid * truth, pictures)[seen] / total[seen]
    empty = actual == 0
    result: dict[str, Any] = {
        "dataset": table.name, "pictures": pictures,
        "coverageMAEPoints": 100 * float(np.abs(coverage - actual).mean()),
        "coverageBiasPoints": 100 * float((coverage - actual).mean()),
        "calibrationError": calibration_error(probability, truth),
    }
    if truth.any():
        result["iou"] = both / either
    if empty.any():
        result["emptyPictures"] = int(empty.sum())
        result["emptyCoveragePercent"] = 100 * float(coverage[empty].mean())
        result["emptyCoverageP95Percent"] = 100 * float(np.quantile(coverage[empty], 0.95))
    return {key: round(value, 4) if isinstance(value, float) else value
            for key, value in result.items()}


def line(figures: dict[str, Any]) -> str:
    """The figures for a person at a terminal."""
    def shown(key: str, digits: int) -> str:
        return f"{figures[key]:.{digits}f}" if key in figures else "-"
    return (f"{figures['dataset']:>24}  {figures['pictures']:5} pictures  "
            f"IoU {shown('iou', 3)}  coverage MAE {shown('coverageMAEPoints', 2)} "
            f"bias {shown('coverageBiasPoints', 2)} points  "
            f"empty {shown('emptyCoveragePercent', 2)} % "
            f"(p95 {shown('emptyCoverageP95Percent', 2)} %)  "
            f"ECE {shown('calibrationError', 3)}")
