"""A folder of labelled pictures, as `duckweed evaluate` reads it.

index.csv has the columns name and kind (positive, negative or debris). NAME.jpg, or the first frame
NAME-0.jpg of a burst, is the picture; NAME.mask.png labels its pixels.
"""
import csv
import dataclasses
import pathlib

import numpy as np
from PIL import Image

OPEN_WATER, VEGETATION, OTHER_MATTER = 1, 2, 3
ENDINGS = ("jpg", "jpeg", "png")


@dataclasses.dataclass(frozen=True)
class Picture:
    name: str
    kind: str
    rgb: np.ndarray
    """Height x width x 3, bytes."""
    labels: np.ndarray
    """Height x width, bytes."""

    @property
    def water(self):
        """Where the pixels are that count: water of any kind; banks and doubtful pixels are not."""
        return np.isin(self.labels, (OPEN_WATER, VEGETATION, OTHER_MATTER))

    @property
    def vegetation(self):
        return self.labels == VEGETATION


def pictures(folder):
    """Reads the pictures one after the other, in the order of the index."""
    folder = pathlib.Path(folder)
    with open(folder / "index.csv", newline="", encoding="utf-8") as index:
        for row in csv.DictReader(index):
            rgb = Image.open(picture_file(folder, row["name"])).convert("RGB")
            labels = Image.open(folder / f"{row['name']}.mask.png").convert("L")
            if rgb.size != labels.size:
                raise ValueError(f"{row['name']}: picture {rgb.size}, labels {labels.size}")
            yield Picture(row["name"], row["kind"], np.asarray(rgb), np.asarray(labels))


def picture_file(folder, name):
    for stem in (name, f"{name}-0"):
        for ending in ENDINGS:
            file = folder / f"{stem}.{ending}"
            if file.exists():
                return file
    raise FileNotFoundError(f"{folder} has no {name}.jpg")
