"""Tables of features that `duckweed features` computed: one row a cell.

A table is either CSV with the columns picture, row, column, label, weight and one for each feature,
or NAME.npy (float32, the same columns, pictures by number) beside NAME.json
({"columns": [...], "pictures": [...]}). Labels: 0 water, 1 vegetation, 2 other floating matter,
3 not to be judged.
"""
from __future__ import annotations

import dataclasses
import hashlib
import json
import pathlib

import numpy as np

CELL_COLUMNS = ["picture", "row", "column", "label", "weight"]
CLASSES = ["water", "vegetation", "other", "invalid"]
WATER, VEGETATION, OTHER, INVALID = range(4)


@dataclasses.dataclass(frozen=True)
class FeatureSet:
    """What the program computes, as `duckweed-sampler --features` prints it."""

    id: str
    sha256: str
    features: list[dict[str, str]]

    @property
    def ids(self) -> list[str]:
        return [feature["id"] for feature in self.features]

    @staticmethod
    def read(path: pathlib.Path) -> FeatureSet:
        described = FeatureSet(**json.loads(path.read_text()))
        text = described.id + "\n" + "".join(
            f"{feature['id']}\t{feature['formula']}\t{feature['unit']}\n"
            for feature in described.features)
        if hashlib.sha256(text.encode()).hexdigest() != described.sha256:
            raise ValueError(f"{path}: the hash is not that of the features beside it")
        return described


@dataclasses.dataclass
class CellTable:
    """Cells of labelled pictures with their features."""

    name: str
    pictures: list[str]
    picture: np.ndarray  # int32 [n], index into pictures
    label: np.ndarray  # int32 [n]
    weight: np.ndarray  # float32 [n]
    values: np.ndarray  # float32 [n, features]
    sha256: str

    def __len__(self) -> int:
        return len(self.label)

    def part(self, chosen: np.ndarray, name: str) -> CellTable:
        """The cells of the chosen pictures; `chosen` is bool [pictures]."""
        rows = chosen[self.picture]
        numbers = np.cumsum(chosen) - 1
        return CellTable(
            name, [p for p, keep in zip(self.pictures, chosen) if keep],
            numbers[self.picture[rows]].astype(np.int32), self.label[rows], self.weight[rows],
            self.values[rows], self.sha256)

    def has_vegetation(self) -> np.ndarray:
        """bool [pictures]: whether any cell of the picture is vegetation."""
        count = np.bincount(self.picture, self.label == VEGETATION, len(self.pictures))
        return count > 0
def read_table(path: pathlib.Path, feature_ids: list[str]) -> CellTable:
    """Reads a table and checks that its columns are the features in their order."""
    columns, pictures, numbers = _read_npy(path) if path.suffix == ".npy" else _read_csv(path)
    expected = CELL_COLUMNS + feature_ids
    if columns != expected:
        wrong = next((pair for pair in zip(columns, expected) if pair[0] != pair[1]),
                     (len(columns), len(expected)))
        raise ValueError(f"{path}: columns are not those of the program: {wrong[0]!r} stands "
                         f"where {wrong[1]!r} should")
    if not np.isfinite(numbers).all():
        row, column = np.argwhere(~np.isfinite(numbers))[0]
        raise ValueError(f"{path}: row {row}, column {columns[column]} is not a number")
    return CellTable(
        name=path.stem, pictures=pictures, picture=numbers[:, 0].astype(np.int32),
        label=numbers[:, 3].astype(np.int32), weight=np.ascontiguousarray(numbers[:, 4]),
        values=np.ascontiguousarray(numbers[:, 5:]), sha256=_sha256(path))


def _read_npy(path: pathlib.Path) -> tuple[list[str], list[str], np.ndarray]:
    described = json.loads(path.with_suffix(".json").read_text())
    return described["columns"], described["pictures"], np.load(path)


def _read_csv(path: pathlib.Path) -> tuple[list[str], list[str], np.ndarray]:
    with path.open() as file:
        columns = file.readline().rstrip("\n").split(",")
        places: dict[str, int] = {}
        picture = [places.setdefault(line.partition(",")[0], len(places)) for line in file]
    if not picture:
        raise ValueError(f"{path}: there is no cell in it")
    rest = np.loadtxt(path, dtype=np.float32, delimiter=",", skiprows=1, ndmin=2,
                      usecols=range(1, len(columns)))
    numbers = np.column_stack([np.asarray(picture, dtype=np.float32), rest])
    return columns, list(places), numbers


def read_cached(path: pathlib.Path, feature_ids: list[str]) -> CellTable:
    """As `read_table`, but a CSV is turned into NAME.npy once, which reads far faster."""
    if path.suffix != ".csv":
        return read_table(path, feature_ids)
    binary = path.with_suffix(".npy")
    if not binary.exists() or binary.stat().st_mtime < path.stat().st_mtime:
        columns, pictures, numbers = _read_csv(path)
        np.save(binary, numbers)
        path.with_suffix(".json").write_text(
            json.dumps({"columns": columns, "pictures": pictures}))
    return read_table(binary, feature_ids)


def _sha256(path: pathlib.Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
