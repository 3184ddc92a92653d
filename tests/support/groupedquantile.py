#!/usr/bin/env python3
"""Writes tests/data/grouped-quantile.csv: quantiles of grouped ratings, independent of app/insights/trend.cpp.

Each rating is spread evenly over rating ± step/2; the quantile is the middle of where the resulting distribution
function equals p, found by bisection from both sides. Where classes do not overlap and the textbook formula is
unambiguous, Python's own statistics.median_grouped has to agree. Run from the repository: python3 FILE > CSV.
"""
import random
import statistics


def below(values, x, step):
    return sum(min(1.0, max(0.0, (x - (v - step / 2)) / step)) for v in values)


def bisect(holds, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return (low + high) / 2


def quantile(values, p, step):
    wanted = p * len(values)
    low, high = min(values) - step / 2, max(values) + step / 2
    first = bisect(lambda x: below(values, x, step) >= wanted - 1e-10, low, high)
    last = bisect(lambda x: below(values, x, step) > wanted + 1e-10, low, high)
    return (first + last) / 2


def main():
    random.seed(20261111)
    print("step,p,values,expected")
    checked = 0
    for row in range(240):
        step = random.choice([1, 1, 1, 0.5])
        grid = step / 2 if row % 3 == 0 else step  # a day's median may lie half a step between two ratings
        values = [random.randrange(0, int(10 / grid) + 1) * grid for _ in range(random.randint(1, 24))]
        if row % 4 == 0:
            centre = random.choice(values)
            values = [min(10, max(0, centre + random.choice([-1, 0, 0, 1]) * grid)) for _ in values]
        for p in (0.25, 0.5, 0.75):
            expected = quantile(values, p, step)
            if p == 0.5 and grid == step and len(values) % 2 == 1:
                assert abs(statistics.median_grouped(values, interval=step) - expected) < 1e-6
                checked += 1
            print(f"{step},{p},{';'.join(str(v) for v in values)},{expected:.9f}")
    assert checked > 30


main()
