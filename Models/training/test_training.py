"""Tests of the training, run by `make model` before it begins."""
from __future__ import annotations

import hashlib
import json
import pathlib
import struct
import tempfile
import unittest

import numpy as np
from PIL import Image

import choice
import label_clips
import label_licensed
import metrics
import model_file
import network
import training_set
from features import (
    CELL_COLUMNS, CLASSES, VEGETATION, WATER, CellTable, FeatureSet, read_cached)


def table(label: list[int], picture: list[int], values: np.ndarray | None = None) -> CellTable:
    names = [f"p{number}" for number in range(max(picture) + 1)]
    values = np.zeros((len(label), 2), np.float32) if values is None else values
    return CellTable("t", names, np.array(picture, np.int32), np.array(label, np.int32),
                     np.ones(len(label), np.float32), values, "")


def feature_set() -> FeatureSet:
    features = [{"id": name, "formula": f"mean {name}", "unit": "code"} for name in ("a", "b")]
    text = "s-1\n" + "".join(f"{f['id']}\t{f['formula']}\t{f['unit']}\n" for f in features)
    return FeatureSet("s-1", hashlib.sha256(text.encode()).hexdigest(), features)


class TableTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "cells.csv"

    def test_csv_is_read_and_cached(self) -> None:
        header = ",".join(CELL_COLUMNS + ["a", "b"])
        self.path.write_text(f"{header}\nx,0,1,1,0.5,2,3\ny,4,5,0,1,-1,7.5\n")
        for _ in range(2):
            cells = read_cached(self.path, ["a", "b"])
            self.assertEqual(cells.pictures, ["x", "y"])
            self.assertEqual(cells.label.tolist(), [1, 0])
            self.assertEqual(cells.weight.tolist(), [0.5, 1])
            self.assertEqual(cells.values.tolist(), [[2, 3], [-1, 7.5]])
            self.assertTrue(self.path.with_suffix(".npy").exists())

    def test_other_columns_and_missing_numbers_are_refused(self) -> None:
        header = ",".join(CELL_COLUMNS + ["b", "a"])
        self.path.write_text(f"{header}\nx,0,1,1,0.5,2,3\n")
        with self.assertRaisesRegex(ValueError, "'b' stands where 'a' should"):
            read_cached(self.path, ["a", "b"])
        with self.assertRaisesRegex(ValueError, "stands where"):
            read_cached(self.path, ["b"])
        self.path.write_text(f"{header}\nx,0,1,1,0.5,2,nan\n")
        self.path.with_suffix(".npy").unlink()
        with self.assertRaisesRegex(ValueError, "column a is not a number"):
            read_cached(self.path, ["b", "a"])

    def test_pictures_are_split_whole_and_always_the_same_way(self) -> None:
        cells = table([0, 1] * 300, sorted(list(range(300)) * 2))
        training, checking = training_set.split(cells, 0.2)
        self.assertFalse(set(training.pictures) & set(checking.pictures))
        self.assertEqual(len(training) + len(checking), 600)
        self.assertTrue(30 < len(checking.pictures) < 90)
        self.assertEqual(training_set.split(cells, 0.2)[1].pictures, checking.pictures)
        self.assertEqual(checking.label.tolist(), [0, 1] * len(checking.pictures))


class MetricsTests(unittest.TestCase):
    def test_figures_worked_out_by_hand(self) -> None:
        # Picture 0: one of two plants found, one cell of water taken for plants. Picture 1: empty.
        cells = table([1, 1, 0, 0, 0, 0, 0, 3], [0, 0, 0, 0, 1, 1, 1, 1])
        found = np.array([1, 0, 1, 0, 0, 0, 1, 0])
        logits = np.zeros((8, 4))
        logits[:, WATER], logits[:, VEGETATION] = 9 * (1 - found), 9 * found
        figures = metrics.evaluate(cells, logits, 0.5)
        self.assertAlmostEqual(figures["iou"], 1 / 4)
        self.assertAlmostEqual(figures["coverageMAEPoints"], 100 * (0 + 1 / 3) / 2, places=3)
        self.assertAlmostEqual(figures["emptyCoveragePercent"], 100 / 3, places=3)

    def test_temperature_is_found_again(self) -> None:
        random = np.random.default_rng(1)
        logits = random.normal(size=(20_000, 4)) * 2
        chance = np.cumsum(metrics.softmax(logits), axis=1)
        label = (random.random((20_000, 1)) > chance).sum(axis=1)
        found = metrics.temperature(3 * logits, label, np.ones(20_000))
        self.assertAlmostEqual(found, 3, delta=0.15)
        probability = metrics.softmax(logits)[:, VEGETATION]
        self.assertLess(metrics.calibration_error(probability, label == VEGETATION), 0.02)


class ChoiceTests(unittest.TestCase):
    @staticmethod
    def picture(both: int, only_found: int, missed: int, water: int) -> dict:
        return {"coverage": (both + only_found) / water, "truth": (both + missed) / water,
                "comparison": {"truePositives": both, "falsePositives": only_found,
                               "falseNegatives": missed}}

    def test_what_is_right_has_no_shortfall(self) -> None:
        pictures = [self.picture(40, 0, 0, 100), self.picture(0, 0, 0, 100)]
        self.assertEqual(choice.shortfall(pictures), 0)

    def test_shortfall_worked_out_by_hand(self) -> None:
        # IoU 1/4 in the mean and pooled; coverage 10 points low; 7 % in all empty pictures.
        pictures = [self.picture(10, 10, 20, 100), self.picture(0, 7, 0, 100)]
        expected = 10 * (0.78 - 0.25) + 10 * (0.83 - 0.25) + (10 - 4) + (10 - 1) + (7 - 1) / 6
        self.assertAlmostEqual(choice.shortfall(pictures), expected)

    def test_pictures_of_little_vegetation_count_only_together(self) -> None:
        pictures = [self.picture(40, 0, 0, 100), self.picture(0, 0, 1, 100),
                    self.picture(0, 0, 0, 100)]
        self.assertEqual(choice.shortfall(pictures), 0)


class NetworkTests(unittest.TestCase):
    def test_a_simple_task_is_learnt_and_a_dropped_feature_is_not_used(self) -> None:
        random = np.random.default_rng(2)
        values = random.normal(size=(4000, 3)).astype(np.float32)
        label = (values[:, 0] * values[:, 1] > 0).astype(np.int32)
        values[:, 2] = label
        cells = network.Cells(values, label, np.ones(4000, np.float32),
                              np.zeros(4000, np.float32))
        active = np.array([True, True, False])
        recipe = network.Recipe(hidden=(8, 8), epochs=30, batch=200, rate=1e-2)
        losses: list[float] = []
        layers = network.train(cells, 4, recipe, active, lambda _, loss: losses.append(loss))
        logits = np.asarray(network.logits(layers, values * active))
        self.assertGreater((logits.argmax(axis=1) == label).mean(), 0.93)
        self.assertLess(losses[-1], losses[0])
        self.assertEqual(np.abs(np.asarray(layers[0][0])[:, 2]).max(), 0)


class ModelFileTests(unittest.TestCase):
    def test_layout(self) -> None:
        random = np.random.default_rng(3)
        layers = [(random.normal(size=(3, 2)), random.normal(size=3)),
                  (random.normal(size=(4, 3)), random.normal(size=4))]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "m.dwm"
            fingerprint = model_file.write(
                path, name="m", semver="1.0.0", created="2026-01-01T00:00:00Z",
                features=feature_set(), mean=np.array([1, 2]), inverse=np.array([0.5, 0]),
                clip=5, layers=layers,
                calibration={"temperature": 2.0, "thresholdEnter": 0.5, "thresholdExit": 0.4},
                provenance={}, metrics=[], limits=[], golden_inputs=random.normal(size=(5, 2)))
            whole = path.read_bytes()
            readable = json.loads(path.with_suffix(".json").read_text())
        version, length = struct.unpack_from("<II", whole, 8)
        header = json.loads(whole[16:16 + length])
        self.assertEqual((whole[:8], version), (b"DWMODEL1", 1))
        self.assertEqual(header, readable)
        self.assertEqual(header["classes"], CLASSES)
        self.assertEqual(hashlib.sha256(whole[:-32]).hexdigest(), fingerprint)
        self.assertEqual(whole[-32:].hex(), fingerprint)
        start = -(-(16 + length) // 64) * 64
        self.assertEqual(set(whole[16 + length:start]), {0} if start > 16 + length else set())
        for entry, tensor in zip(header["tensors"], [a for layer in layers for a in layer]):
            self.assertEqual(entry["offset"] % 64, 0)
            read = np.frombuffer(whole, "<f4", tensor.size, start + entry["offset"])
            np.testing.assert_array_equal(read, np.float32(tensor).ravel())
        inputs = np.array(header["golden"]["inputs"])
        outputs = model_file.evaluate(
            inputs, np.array([1, 2]), np.array([0.5, 0]), 5, layers, 2.0)
        np.testing.assert_allclose(header["golden"]["outputs"], outputs, atol=1e-5)


class LabelTests(unittest.TestCase):
    def test_the_greenest_of_a_clip_are_plants_as_many_as_are_true(self) -> None:
        codes = np.full((40, 40, 3), (90, 100, 110), np.uint8)
        codes[:, :20] = (60, 130, 40)
        water = np.ones((40, 40), bool)
        water[:10] = False
        mask = label_clips.label(Image.fromarray(codes), water, 0.25)
        self.assertEqual(int((mask == label_clips.VEGETATION).sum()), 300)
        self.assertFalse((mask[:, 25:] == label_clips.VEGETATION).any())
        self.assertTrue((mask[:10] == label_clips.NOT_WATER).all())

    def test_green_is_plants_grey_is_water_and_between_is_not_judged(self) -> None:
        picture = Image.new("RGB", (90, 30), (90, 90, 90))
        picture.paste((90, 150, 40), (0, 0, 30, 30))
        picture.paste((90, 104, 82), (30, 0, 60, 30))
        mask = label_licensed.by_green(picture, label_licensed.TRAY_GREEN)
        self.assertEqual([int(mask[15, x]) for x in (15, 45, 75)], [2, 255, 1])

    def test_a_boat_is_left_out_and_banks_are_not_water(self) -> None:
        picture = Image.new("RGB", (1280, 720), (110, 105, 90))
        picture.paste((230, 120, 40), (600, 300, 660, 400))
        mask = label_licensed.bridge(picture, "x")
        self.assertEqual(mask[350, 630], 255)
        self.assertEqual(mask[100, 500], 1)
        self.assertEqual(mask[100, 1250], 0)


if __name__ == "__main__":
    unittest.main()
