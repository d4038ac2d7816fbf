"""Writes the model card from a model's header."""
from __future__ import annotations

import json
import pathlib
from typing import Any


def write(path: pathlib.Path, header_path: pathlib.Path, fingerprint: str) -> None:
    """Writes the card of the model whose readable header is given."""
    header = json.loads(header_path.read_text())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(header, fingerprint))


def text(header: dict[str, Any], fingerprint: str) -> str:
    """The card in Markdown."""
    features = header["featureSet"]["features"]
    shapes = [t["shape"] for t in header["tensors"] if len(t["shape"]) == 2]
    widths = [shapes[0][1]] + [shape[0] for shape in shapes]
    count = sum(t["bytes"] // 4 for t in header["tensors"])
    calibration, origin = header["calibration"], header["provenance"]
    parts = [
        f"# {header['name']}-{header['semver']}\n",
        f"Made by `make model` on {header['createdUTC']} from commit `{origin['commit']}`; "
        f"SHA-256 `{fingerprint}`. This page is generated from "
        f"[the header](../{header['name']}-{header['semver']}.json).\n",
        "**What it is.** A perceptron " + " → ".join(map(str, widths)) +
        f" with ReLU ({count} numbers) that judges each cell of 8 × 8 luma pixels from "
        f"{len(features)} features (`{header['featureSet']['id']}`): "
        + ", ".join(header["classes"]) + ". A cell is vegetation from a probability of "
        f"{calibration['thresholdEnter']:g}; logits are divided by "
        f"{calibration['temperature']:.2f}.\n",
        "**What it was trained on.**\n", table(
            ["pictures of", "licence", "pictures", "cells"],
            [[d["id"], d["licence"], d["pictures"], d["cells"]] for d in origin["datasets"]]),
        "\nNo picture is kept in the model or in this repository.\n",
        "**How well it does** on pictures that it was not fitted to, by cells:\n", table(
            ["pictures of", "pictures", "IoU", "coverage error, points", "bias, points",
             "found where nothing is, mean (p95) %", "calibration error"],
            [[m["dataset"], m["pictures"], number(m, "iou", 3),
              number(m, "coverageMAEPoints", 1), number(m, "coverageBiasPoints", 1),
              f"{number(m, 'emptyCoveragePercent', 2)} "
              f"({number(m, 'emptyCoverageP95Percent', 2)})",
              number(m, "calibrationError", 3)] for m in header["metrics"]]),
        "\n**What it must not be relied on for.**\n",
        "\n".join(f"- {limit}" for limit in header["limits"]) + "\n",
        "**Features**, in their order:\n", table(
            ["feature", "how it is computed", "unit", "used"],
            [[f"`{f['id']}`", f["formula"], f["unit"], "yes" if f["invStd"] > 0 else "no"]
             for f in features]),
        "\n**How to make it again.** `make model`. Seed "
        f"{origin['seed']}; " + ", ".join(f"{k} {v}" for k, v in origin["libraries"].items())
        + f".\n\n```\n{origin['command']}\n```",
    ]
    return "\n".join(parts) + "\n"


def number(figures: dict[str, Any], key: str, digits: int) -> str:
    return f"{figures[key]:.{digits}f}" if figures.get(key) is not None else "–"


def table(heads: list[str], rows: list[list[Any]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads)] + rows
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in lines)
