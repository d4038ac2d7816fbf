"""Thresholds of a colour index, tried on histograms so that all of them cost one look."""
import numpy as np

from scores import Agreement, Figures

BINS = 512


class IndexHistogram:
    """Counts of an index over a picture's water, vegetation and the rest apart."""

    def __init__(self, index, picture, limits):
        edges = np.linspace(*limits, BINS + 1)
        water, plants = picture.water, picture.vegetation
        self.edges = edges
        self.plants = np.histogram(np.clip(index[water & plants], *limits), edges)[0]
        self.others = np.histogram(np.clip(index[water & ~plants], *limits), edges)[0]

    def agreement(self, first_bin):
        """When everything from a bin on is taken for vegetation."""
        hits, false_alarms = self.plants[first_bin:].sum(), self.others[first_bin:].sum()
        return Agreement(
            int(hits), int(false_alarms), int(self.plants.sum() - hits),
            int(self.others.sum() - false_alarms))

    def otsu_bin(self):
        """Otsu's threshold (1979): where the variance between the two parts is greatest."""
        counts = (self.plants + self.others).astype(float)
        centres = np.arange(BINS)
        below = np.cumsum(counts)
        above = below[-1] - below
        sums = np.cumsum(counts * centres)
        with np.errstate(invalid="ignore", divide="ignore"):
            apart = sums / below - (sums[-1] - sums) / above
        return int(np.nanargmax(np.nan_to_num(below * above * apart**2))) + 1


def best_bin(histograms, kinds, merit):
    """The one threshold for which a figure of these very pictures is best: with hindsight.

    merit takes Figures and gives a number, the higher the better.
    """
    return max(range(BINS), key=lambda bin: merit(
        Figures.of([one.agreement(bin) for one in histograms], kinds)))
