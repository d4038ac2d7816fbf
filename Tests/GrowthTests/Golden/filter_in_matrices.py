"""The growth filter once more, in plain matrices, to check the fast one against.

Nothing here is shared with Sources/Growth but the equations and the numbers. It writes the table that
GoldenFilterTests reads:

    python3 Tests/GrowthTests/Golden/filter_in_matrices.py > Tests/GrowthTests/Golden/filter.csv

It needs numpy. The series is made of sines instead of random numbers, so that it is the same everywhere.
"""

import math

import numpy as np

REGIMES = [(0.0, 0.035, 20.0), (0.17, 0.15, 10.0)]  # mean, spread, reversion of the rate
LEAVE = [1 / 60, 1 / 15]  # per day, out of each regime
DRIFT, DRIFT_DAYS, WALK, DOF = 0.25, 0.35, 0.03, 4.0
SEEN = np.array([1.0, 0.0, 1.0])  # a camera sees level + drift


def steps(level):
    """A level in whole steps of 1e-4 logit, as the filter takes it in."""
    return math.floor(level * 1e4 + 0.5) / 1e4


def series():
    """(day, logit coverage) every two hours of daylight: rest, growth from day 8, a harvest on day 19."""
    for number in range(26 * 12):
        day = number / 12
        if not 3 <= number % 12 < 9:
            continue
        truth = -2.8 + 0.28 * max(0.0, min(day, 19.0) - 8) - (2.2 if day >= 19 else 0)
        noise = 0.12 * math.sin(7.1 * number) + 0.10 * math.sin(0.9 * number + 1)
        outlier = 1.9 if number % 53 == 4 else 0
        yield day, truth + noise + outlier


def error_variance(level):
    coverage = 1 / (1 + math.exp(-level))
    return 0.15**2 + (0.008 / (coverage * (1 - coverage))) ** 2


def transition(days, mean, spread, tau):
    """x' = F x + c with noise Q, for level, rate, drift; Q without the drift's own."""
    kept, fade = math.exp(-days / tau), math.exp(-days / DRIFT_DAYS)
    gain = tau * (1 - kept)
    f = np.array([[1, gain, 0], [0, kept, 0], [0, 0, fade]])
    c = np.array([mean * (days - gain), mean * (1 - kept), 0])
    q = np.zeros((3, 3))
    q[0, 0] = spread**2 * tau**2 * (2 * days / tau - 3 + 4 * kept - kept**2) + WALK**2 * days
    q[0, 1] = q[1, 0] = spread**2 * tau * (1 - kept) ** 2
    q[1, 1] = spread**2 * (1 - kept**2)
    return f, c, q, fade


class Bank:
    def __init__(self, weights, means, covariances):
        self.w, self.m, self.p = np.array(weights), np.array(means), np.array(covariances)

    def copy(self):
        return Bank(self.w.copy(), self.m.copy(), self.p.copy())

    def predict(self, days, scale):
        chain = np.array([[1 - LEAVE[0] * days, LEAVE[0] * days], [LEAVE[1] * days, 1 - LEAVE[1] * days]])
        joint = self.w[:, None] * chain  # from i to j
        weights = joint.sum(0)
        means = (joint.T @ self.m) / weights[:, None]
        covariances = []
        for j in range(2):
            total = np.zeros((3, 3))
            for i in range(2):
                gap = self.m[i] - means[j]
                total += joint[i, j] / weights[j] * (self.p[i] + np.outer(gap, gap))
            f, c, q, fade = transition(days, *REGIMES[j])
            q[2, 2] = scale * DRIFT**2 * (1 - fade**2)
            covariances.append(f @ total @ f.T + q)
            means[j] = f @ means[j] + c
        self.w, self.m, self.p = weights, means, np.array(covariances)

    def update(self, y, variance):
        logs, squares = np.zeros(2), np.zeros(2)
        for j in range(2):
            cross = self.p[j] @ SEEN
            total = SEEN @ cross + variance
            innovation = y - SEEN @ self.m[j]
            squares[j] = innovation**2 / total
            logs[j] = -0.5 * math.log(total) - 0.5 * (DOF + 1) * math.log1p(squares[j] / DOF)
            trust = min(1, (DOF + 1) / (DOF + squares[j])) * min(1, 25 / squares[j] if squares[j] else 1)
            gain = trust * cross / total
            self.m[j] = self.m[j] + gain * innovation
            self.p[j] = self.p[j] - np.outer(gain, cross)
        joint = np.log(self.w) + logs
        total = np.logaddexp(joint[0], joint[1])
        self.w = np.clip(np.exp(joint - total), 1e-4, 1)
        self.w /= self.w.sum()
        return total, self.w @ squares


def quantile(bank, probability):
    low, high = -3.0, 3.0
    for _ in range(80):
        middle = (low + high) / 2
        below = sum(
            w * 0.5 * math.erfc((m[1] - middle) / math.sqrt(2 * p[1, 1])) for w, m, p in zip(bank.w, bank.m, bank.p)
        )
        low, high = (middle, high) if below < probability else (low, middle)
    return low


def run():
    bank = challenger = before = None
    scale, bins, learnt = 1.0, 0, 0
    for day, level in series():
        y = steps(level)
        if bank is None:
            start = [np.diag([1.0, spread**2, DRIFT**2]) for _, spread, _ in REGIMES]
            bank = Bank([0.8, 0.2], [[y, mean, 0] for mean, _, _ in REGIMES], start)
        else:
            for each in filter(None, [bank, challenger and challenger["bank"]]):
                each.predict(day - then, scale)
        then, before = day, bank.copy()
        variance = scale * error_variance(y)
        likelihood, square = bank.update(y, variance)
        bins += 1
        if bins > 1:
            pace = max(0.03 if learnt < 100 else 0.006, 1 / (learnt + 6))
            scale = min(max(scale * math.exp(0.5 * pace * (min(square, 9) / 0.97 - 1)), 0.2), 12)
            learnt += 1
        jumped = 0.0
        if challenger:
            theirs, _ = challenger["bank"].update(y, variance)
            challenger["odds"] += theirs - likelihood
            challenger["bins"] += 1
            age = day - challenger["day"]
            if challenger["odds"] > 2 and challenger["bins"] >= 4 and age >= 1 / 3 - 1e-9:
                jumped = challenger["bank"].w @ challenger["bank"].m[:, 0] - bank.w @ bank.m[:, 0]
                bank, challenger = challenger["bank"], None
            elif challenger["odds"] < -8 or (challenger["bins"] >= 4 and age > 3 + 1e-9):
                challenger = None
        elif square > 9 and bins >= 6:
            rival = before.copy()
            for j in range(2):
                rival.m[j] = [y, before.m[j][1], 0]
                rival.p[j] = np.diag([1.0, before.p[j][1, 1] + 0.02**2, scale * DRIFT**2])
            surprise = y - before.w @ (before.m[:, 0] + before.m[:, 2])
            odds = math.log(0.5 / 90) - math.log(2) - 0.125 * surprise**2 - likelihood
            challenger = {"bank": rival, "odds": odds, "bins": 0, "day": day}
        rate = bank.w @ bank.m[:, 1]
        yield day, y, bank.w @ bank.m[:, 0], rate, quantile(bank, 0.05), quantile(bank, 0.95), scale, jumped


if __name__ == "__main__":
    print("hours,logit,level,rate,rateLow,rateHigh,noiseScale,jump")
    for day, *values in run():
        print(f"{round(day * 24)}," + ",".join(f"{value:.6f}" for value in values))
