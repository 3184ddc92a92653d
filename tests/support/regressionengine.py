#!/usr/bin/env python3
"""Writes tests/data/engine-rows.csv and engine-expected.csv: the regression of app/insights/engine.h computed another
way, with the whole covariance matrix and dense linear algebra (python3-numpy, python3-scipy).

engine-rows.csv: case,day,value,cluster,x1..xp (columns joined by ;). engine-expected.csv: name,case,rho,nu,index,value.
Run from the repository: /usr/bin/python3 tests/support/regressionengine.py
"""
import numpy as np
from scipy import linalg, stats

GRID = [(step / 20, nu) for step in range(20) for nu in (0.03, 0.3)]


def covariance(days, rho, nu):
    gaps = np.abs(days[:, None] - days[None, :])
    correlation = np.where(gaps == 0, 1.0, np.power(rho, gaps)) if rho > 0 else np.eye(len(days))
    return correlation + nu * np.eye(len(days))


def gls(days, y, x, rho, nu):
    n, p = x.shape
    matrix = covariance(days, rho, nu)
    inverse = linalg.inv(matrix)
    c = linalg.inv(x.T @ inverse @ x)
    b = c @ x.T @ inverse @ y
    residual = y - x @ b
    rss = residual @ inverse @ residual
    reml = -0.5 * ((n - p) * np.log(rss / (n - p)) + np.linalg.slogdet(matrix)[1]
                   + np.linalg.slogdet(x.T @ inverse @ x)[1])
    return b, c, rss, reml, matrix


def robust(x, y, clusters, fit):
    """Scores in the order of the days: the lower Cholesky factor whitens each day by those before it."""
    b, c, _, _, matrix = fit
    factor = linalg.cholesky(matrix, lower=True)
    xw = linalg.solve_triangular(factor, x, lower=True)
    rw = linalg.solve_triangular(factor, y - x @ b, lower=True)
    sums = [(xw[clusters == g] * rw[clusters == g, None]).sum(axis=0) for g in np.unique(clusters)]
    meat = sum(np.outer(s, s) for s in sums)
    return np.diag(c @ meat @ c) * len(sums) / (len(sums) - 1)


def journal(random, length, rated, session_every):
    days = np.flatnonzero(random.random(length) < rated)
    sessions = np.arange(3, length, session_every)
    since = np.array([min([d - s for s in sessions if s < d], default=999) for d in days])
    state, noise = 0.0, []
    for _ in range(length):
        state = 0.5 * state + np.sqrt(0.75) * random.normal()
        noise.append(state)
    treated = (since <= 3).astype(float)
    x = np.column_stack([np.ones(len(days)), treated, (days % 7 >= 5).astype(float), days / days[-1] - 0.5])
    y = np.clip(np.round(5 + 1.8 * np.array(noise)[days] - treated), 0, 10)
    clusters = np.array([np.sum(sessions < d) for d in days])
    return days, y, x, clusters


def main():
    random = np.random.default_rng(20261111)
    cases = [journal(random, *shape) for shape in ((60, 0.9, 9), (120, 0.7, 14), (365, 0.4, 20))]
    with open("tests/data/engine-rows.csv", "w") as rows:
        rows.write("case,day,value,cluster,columns\n")
        for number, (days, y, x, clusters) in enumerate(cases):
            for i, day in enumerate(days):
                rows.write(f"{number},{day},{y[i]:g},{clusters[i]},{';'.join(repr(float(v)) for v in x[i])}\n")
    with open("tests/data/engine-expected.csv", "w") as out:
        out.write("name,case,rho,nu,index,value\n")

        def write(name, case, rho, nu, index, value):
            out.write(f"{name},{case},{rho:g},{nu:g},{index},{float(value)!r}\n")

        for number, (days, y, x, clusters) in enumerate(cases):
            fits = [gls(days, y, x, rho, nu) for rho, nu in GRID]
            best = max(range(len(GRID)), key=lambda i: fits[i][3])
            weights = np.exp(np.array([fit[3] - fits[best][3] for fit in fits]))
            weights /= weights.sum()
            freedom = len(y) - x.shape[1]
            mean = sum(w * fit[0] for w, fit in zip(weights, fits))
            spread = sum(w * (fit[2] / freedom * fit[1] + np.outer(fit[0] - mean, fit[0] - mean))
                         for w, fit in zip(weights, fits))
            for index in (0, 13, 24, 38):
                b, c, rss, reml, _ = fits[index]
                rho, nu = GRID[index]
                for k in range(len(b)):
                    write("b", number, rho, nu, k, b[k])
                    write("sd", number, rho, nu, k, np.sqrt(rss / freedom * c[k, k]))
                write("reml", number, rho, nu, 0, reml - fits[0][3])
            rho, nu = GRID[best]
            for k in range(x.shape[1]):
                write("averaged-b", number, rho, nu, k, mean[k])
                write("averaged-sd", number, rho, nu, k, np.sqrt(spread[k, k]))
                write("robust-sd", number, rho, nu, k, np.sqrt(robust(x, y, clusters, fits[best])[k]))
            write("averaged-rho", number, rho, nu, 0, sum(w * point[0] for w, point in zip(weights, GRID)))
        for freedom in (1, 2, 5, 12, 25, 100):
            for p in (0.95, 0.975, 0.995):
                write("t", 0, p, 0, freedom, stats.t.ppf(p, freedom))
                write("chi-squared", 0, p, 0, freedom, stats.chi2.ppf(p, freedom))


main()
