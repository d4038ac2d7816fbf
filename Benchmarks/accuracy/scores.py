"""The figures of `duckweed evaluate`, for any rule that says which pixels are vegetation."""
import dataclasses

import numpy as np

TRUTH_MIN = 0.03
"""Labelled share of vegetation from which a picture has an IoU of its own."""


@dataclasses.dataclass(frozen=True)
class Agreement:
    """Pixels of a picture's water, by what was found and what is labelled."""
    hits: int
    false_alarms: int
    misses: int
    rest: int

    @staticmethod
    def of(found, picture):
        found, labelled = found[picture.water], picture.vegetation[picture.water]
        return Agreement(
            int(np.sum(found & labelled)), int(np.sum(found & ~labelled)),
            int(np.sum(~found & labelled)), int(np.sum(~found & ~labelled)))

    def __add__(self, other):
        return Agreement(*map(sum, zip(dataclasses.astuple(self), dataclasses.astuple(other))))

    @property
    def water(self):
        return self.hits + self.false_alarms + self.misses + self.rest

    @property
    def coverage(self):
        return (self.hits + self.false_alarms) / self.water

    @property
    def truth(self):
        return (self.hits + self.misses) / self.water

    @property
    def iou(self):
        return share(self.hits, self.hits + self.false_alarms + self.misses)

    @property
    def f1(self):
        return share(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)


@dataclasses.dataclass(frozen=True)
class Figures:
    """IoU and F1 as fractions; coverages and their errors in percentage points."""
    pictures: int
    iou_mean: float
    iou_pooled: float
    f1: float
    coverage_mae: float
    coverage_bias: float
    false_coverage_mean: float
    false_coverage_median: float
    false_coverage_p95: float

    @staticmethod
    def of(agreements, kinds):
        """Takes one agreement for each picture, and whether it is `positive` or not."""
        positives = [one for one, kind in zip(agreements, kinds) if kind == "positive"]
        negatives = [one for one, kind in zip(agreements, kinds) if kind != "positive"]
        pooled = sum(positives, Agreement(0, 0, 0, 0))
        errors = np.array([100 * (one.coverage - one.truth) for one in positives])
        false = np.array([100 * one.coverage for one in negatives])
        return Figures(
            len(agreements), mean_iou(positives), pooled.iou, pooled.f1,
            mean(np.abs(errors)), mean(errors), mean(false),
            *(np.quantile(false, (0.5, 0.95)) if len(false) else (np.nan, np.nan)))

    @staticmethod
    def of_evaluation(evaluation):
        """Takes the JSON object of `duckweed evaluate --json`."""
        def figure(part, key, scale=1):
            value = evaluation[part][key]
            return np.nan if value is None else scale * value

        return Figures(
            sum(picture["accepted"] for picture in evaluation["perImage"]),
            figure("positives", "iouMean"), figure("positives", "iouPooled"),
            figure("positives", "f1"), figure("positives", "coverageMAE"),
            figure("positives", "coverageBias"),
            figure("negatives", "falseCoverageMean", 100),
            figure("negatives", "falseCoverageMedian", 100),
            figure("negatives", "falseCoverageP95", 100))


def mean_iou(positives):
    """The mean over pictures with enough vegetation."""
    return mean([one.iou for one in positives if one.truth >= TRUTH_MIN])


def mean(values):
    return float(np.mean(values)) if len(values) else np.nan


def share(part, whole):
    return part / whole if whole else np.nan
