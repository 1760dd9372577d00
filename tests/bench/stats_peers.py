"""Peers of stats_bench on the same matrices: prints one JSON object a line, {"name", "size", "ms"}, best of some runs.

Uses what Debian has installed (numpy, scikit-learn, statsmodels); alpha by numpy alone is written here, because no program for it
is packaged. Every value is checked against the recipe.
"""
import json
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(0)

SEED = np.uint64(20240607)


def mix(z):
    with np.errstate(over="ignore"):
        z = z + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def share(z):
    return (mix(z) >> np.uint64(11)).astype(float) * 2.0**-53


def matrix(raters, units, gaps=True, categories=5):
    """raters x units, 1-based, 0 = missing; and the truth."""
    q = np.uint64(categories)
    truth = 1 + (mix(SEED + np.arange(units, dtype=np.uint64)) % q).astype(int)
    base = (SEED << np.uint64(32)) + np.uint64(4) * np.arange(raters * units, dtype=np.uint64).reshape(raters, units)
    own = 1 + (mix(base + np.uint64(2)) % q).astype(int)
    values = np.where(share(base + np.uint64(1)) < 0.6, truth[None, :], own)
    return (np.where(share(base) < 0.2, 0, values) if gaps else values), truth


def tell(name, size, runs, wanted, work, tolerance=5e-9):
    best, value = 1e300, None
    for _ in range(runs):
        begin = time.perf_counter()
        value = work()
        best = min(best, (time.perf_counter() - begin) * 1000)
    if abs(value - wanted) > tolerance:
        print(json.dumps({"note": f"{name} {size} gives {value}, not {wanted}"}), flush=True)
        return
    print(json.dumps({"name": name, "size": size, "ms": best}), flush=True)


def alpha(values, level):
    """values: raters x units of doubles, NaN = missing (as fast-krippendorff takes them)."""
    domain = np.unique(values[~np.isnan(values)])
    counts = np.stack([(values == value).sum(axis=0) for value in domain], axis=1).astype(float)
    counts = counts[counts.sum(axis=1) > 1]
    paired = counts.sum(axis=1)
    o = (counts / (paired - 1)[:, None]).T @ counts
    o -= np.diag((counts / (paired - 1)[:, None]).sum(axis=0))
    n = o.sum(axis=1)
    if level == "nominal":
        d = 1.0 - np.eye(len(domain))
    elif level == "interval":
        d = (domain[:, None] - domain[None, :]) ** 2
    else:
        middle = np.cumsum(n) - n / 2
        d = (middle[:, None] - middle[None, :]) ** 2
    return 1 - (n.sum() - 1) * (o * d).sum() / (n @ d @ n)


SIZES = [(30, 200, "30x200", 9), (1000, 1000, "1000x1000", 5), (10000, 500, "10000x500", 3)]
ALPHA = {
    "ordinal": (0.362817209, 0.360716872, 0.361535495),
    "nominal": (0.367261849, 0.358733738, 0.359928361),
    "interval": (0.362705420, 0.360750989, 0.361526857),
}


def alphas():
    print(json.dumps({"note": f"numpy {np.__version__} (alpha written with it)"}), flush=True)
    for s, (raters, units, size, runs) in enumerate(SIZES):
        values = matrix(raters, units)[0].astype(float)
        values[values == 0] = np.nan
        for level, wanted in ALPHA.items():
            tell(f"alpha {level}, 20 % missing, from doubles", size, runs, wanted[s], lambda: alpha(values, level))


def with_sklearn():
    try:
        import sklearn
        from sklearn.metrics import cohen_kappa_score
    except ImportError:
        return
    print(json.dumps({"note": f"scikit-learn {sklearn.__version__}"}), flush=True)
    wanted = (0.600085748, 0.600379350, 0.599458264)
    for s, (raters, units, size, _) in enumerate(SIZES):
        values, truth = matrix(raters, units, gaps=False)
        first = values[:1000]
        tell(
            "quadratic kappa of each against the truth",
            "1000x500" if s == 2 else size,
            3 if s else 9,
            wanted[s],
            lambda: float(np.mean([cohen_kappa_score(row, truth, weights="quadratic") for row in first])),
        )
    pair = matrix(2, 1000000, gaps=False)[0]
    tell("quadratic kappa of one pair", "2x1000000", 3, 0.357407284, lambda: cohen_kappa_score(pair[0], pair[1], weights="quadratic"))
    values = matrix(30, 200, gaps=False)[0]
    pairs = [(a, b) for a in range(30) for b in range(a + 1, 30)]
    tell(
        "435 pairwise quadratic kappas",
        "30x200",
        3,
        0.359005590,
        lambda: float(np.mean([cohen_kappa_score(values[a], values[b], weights="quadratic") for a, b in pairs])),
    )


def with_statsmodels():
    try:
        import statsmodels
        from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa
    except ImportError:
        return
    print(json.dumps({"note": f"statsmodels {statsmodels.__version__}"}), flush=True)
    wanted = (0.362363081, 0.358802586, 0.359796270)
    for s, (raters, units, size, runs) in enumerate(SIZES):
        values = np.ascontiguousarray(matrix(raters, units, gaps=False)[0].T)
        tell("Fleiss' kappa from complete ratings", size, runs, wanted[s], lambda: fleiss_kappa(aggregate_raters(values)[0]))
    weights = (np.arange(5)[:, None] - np.arange(5)[None, :]) ** 2
    for s, (raters, units, size, _) in enumerate(SIZES[:2]):
        values, truth = matrix(raters, units, gaps=False)

        def kappas():
            total = 0.0
            for row in values:
                table = np.bincount((row - 1) * 5 + truth - 1, minlength=25).reshape(5, 5)
                result = cohens_kappa(table, weights=weights, return_results=True)
                total += result.kappa
            return total / len(values)

        tell("the same with its error", size, 3, (0.600085748, 0.600379350)[s], kappas)


alphas()
with_sklearn()
with_statsmodels()
