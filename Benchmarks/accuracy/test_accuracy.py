"""Tests of the comparison's figures on pictures whose answers are known."""
import math
import types
import unittest

import numpy as np

import colour_rules
from scores import Agreement, Figures
from thresholds import IndexHistogram, best_bin
from worst_errors import worst_errors


def picture(labels):
    labels = np.array(labels, np.uint8)
    return types.SimpleNamespace(
        labels=labels, water=np.isin(labels, (1, 2, 3)), vegetation=labels == 2)


def colour(red, green, blue):
    return np.array([[[red, green, blue]]], np.uint8)


class AgreementTests(unittest.TestCase):
    def test_banks_and_doubtful_pixels_do_not_count(self):
        found = np.array([[True, True, True, False, True, False]])
        one = Agreement.of(found, picture([[0, 255, 2, 2, 3, 1]]))
        self.assertEqual(one, Agreement(hits=1, false_alarms=1, misses=1, rest=1))
        self.assertAlmostEqual(one.iou, 1 / 3)
        self.assertAlmostEqual(one.f1, 1 / 2)
        self.assertEqual((one.coverage, one.truth), (0.5, 0.5))


class FiguresTests(unittest.TestCase):
    def test_sparse_pictures_count_in_the_pool_alone(self):
        dense, sparse = Agreement(50, 0, 0, 50), Agreement(0, 1, 1, 98)
        figures = Figures.of([dense, sparse], ["positive", "positive"])
        self.assertEqual(figures.iou_mean, 1)
        self.assertAlmostEqual(figures.iou_pooled, 50 / 52)
        self.assertTrue(math.isnan(figures.false_coverage_mean))

    def test_bias_has_a_sign_and_debris_is_a_negative(self):
        figures = Figures.of(
            [Agreement(10, 10, 0, 80), Agreement(5, 0, 35, 60), Agreement(0, 4, 0, 96),
             Agreement(0, 0, 0, 100)], ["positive", "positive", "debris", "negative"])
        self.assertAlmostEqual(figures.coverage_mae, 22.5)
        self.assertAlmostEqual(figures.coverage_bias, -12.5)
        self.assertAlmostEqual(figures.false_coverage_mean, 2)
        self.assertAlmostEqual(figures.false_coverage_p95, 3.8)


class ThresholdTests(unittest.TestCase):
    def test_the_best_threshold_and_otsus_part_two_heaps(self):
        one = picture([[1] * 60 + [2] * 40])
        index = np.array([[0.0] * 60 + [100.0] * 40])
        histogram = IndexHistogram(index, one, (-255, 255))
        best = best_bin([histogram], ["positive"], lambda figures: figures.iou_mean)
        for bin in (best, histogram.otsu_bin()):
            self.assertEqual(histogram.agreement(bin), Agreement(40, 0, 0, 60))


class ColourTests(unittest.TestCase):
    def test_indices_of_known_colours(self):
        self.assertAlmostEqual(
            float(colour_rules.blue_red_deficit(colour(0, 255, 0))[0, 0]), 191.25, delta=0.1)
        self.assertAlmostEqual(
            float(colour_rules.blue_red_deficit(colour(90, 90, 90))[0, 0]), 0, places=4)
        self.assertAlmostEqual(
            float(colour_rules.excess_green(colour(50, 100, 50))[0, 0]), 0.5)
        self.assertEqual(float(colour_rules.raw_excess_green(colour(50, 100, 40))[0, 0]), 110)

    def test_canopeo(self):
        self.assertTrue(colour_rules.canopeo(colour(80, 100, 60))[0, 0])
        self.assertFalse(colour_rules.canopeo(colour(97, 100, 60))[0, 0])
        self.assertFalse(colour_rules.canopeo(colour(92, 100, 92))[0, 0])

    def test_hue_range_keeps_green_fields_and_drops_specks(self):
        rgb = np.full((40, 40, 3), (120, 110, 100), np.uint8)
        rgb[5:20, 5:20] = (60, 140, 60)
        rgb[30, 30] = (60, 140, 60)
        found = colour_rules.hue_range(rgb)
        self.assertEqual(int(found.sum()), 15 * 15)
        self.assertFalse(found[30, 30])
        self.assertFalse(colour_rules.hue_range(np.full((9, 9, 3), (60, 60, 140), np.uint8)).any())


class WorstErrorsTests(unittest.TestCase):
    def test_half_by_coverage_half_by_overlap_and_no_refused_ones(self):
        def image(name, coverage, truth, iou, accepted=True):
            return dict(name=name, coverage=coverage, truth=truth, iou=iou, accepted=accepted)

        images = [image(f"good-{number}", 0.5, 0.5, 0.9) for number in range(20)]
        images += [image(f"far-{number}", 0.9, 0.1 + number / 100, 0.5) for number in range(5)]
        images += [image(f"torn-{number}", 0.5, 0.5, 0.1) for number in range(5)]
        images.append(image("refused", None, 0.5, None, accepted=False))
        names = [one["name"] for one in worst_errors(images)]
        self.assertEqual(names[:5], [f"far-{number}" for number in range(5)])
        self.assertEqual(sorted(names[5:]), [f"torn-{number}" for number in range(5)])


if __name__ == "__main__":
    unittest.main()
