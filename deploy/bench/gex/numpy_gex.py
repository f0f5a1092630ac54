#!/usr/bin/env python3
"""Bytes of a delayed-quote CSV to a gamma profile, vectorised with numpy.

The same work as the Java side: parse every row (names exactly, seven measures of each option), sum
by strike and expiration, find the walls, and evaluate the 60-level profile for its crossings.
Prints the median milliseconds of as many rounds as asked, after five rounds of warm-up, and the
figures, so that both sides can be seen to have done the same.
"""
import datetime
import gzip
import io
import re
import statistics
import sys
import time

import numpy as np

DAY_COUNT = 252
LEVELS = 60
MEASURES = (4, 5, 6, 7, 8, 9, 10)  # bid, ask, volume, IV, delta, gamma, open interest of the call


def cells_by_loadtxt(body):
    """All columns in one pass of numpy's own C reader."""
    kinds = [("f%d" % i, "S24" if i in (0, 1, 12) else "f8") for i in range(22)]
    table = np.loadtxt(io.BytesIO(body), dtype=kinds, delimiter=",")
    names = np.concatenate((table["f1"], table["f12"]))
    measures = [
        np.concatenate((table["f%d" % i], table["f%d" % (i + 11)])) for i in MEASURES
    ]
    return names, measures


def cells_by_split(body):
    """One split into cells, one conversion for each column."""
    table = np.array(body.rstrip(b"\n").replace(b"\n", b",").split(b",")).reshape(-1, 22)
    names = np.concatenate((table[:, 1], table[:, 12]))
    measures = [
        np.concatenate((table[:, i], table[:, i + 11])).astype("f8") for i in MEASURES
    ]
    return names, measures


def profile(file, cells):
    header = file.index(b"Expiration Date,Calls,")
    about = file[:header].decode()
    spot = float(re.search(r"Last: ?([0-9.]+)", about).group(1))
    text = re.search(r"Date: (\w+ \d+, \d{4}) at", about).group(1)
    today = np.datetime64(datetime.datetime.strptime(text, "%B %d, %Y").date())
    body = file[file.index(b"\n", header) + 1:]
    names, (bid, ask, volume, iv, delta, gamma, open_interest) = cells(body)
    if not (np.isfinite(iv).all() and np.isfinite(gamma).all() and (open_interest >= 0).all()):
        raise ValueError("a measure that cannot be")

    # The last fifteen characters of a name: YYMMDD, side, strike in thousandths.
    letters = names.astype("S24").view("u1").reshape(len(names), 24)
    length = (letters != 0).sum(axis=1)
    tail = np.take_along_axis(letters, length[:, None] - 15 + np.arange(15), axis=1).astype("i8") - 48
    day = tail[:, :6] @ np.array([100000, 10000, 1000, 100, 10, 1])
    call = tail[:, 6] == ord("C") - 48
    strike = tail[:, 7:] @ (10 ** np.arange(7, -1, -1)) / 1000.0

    days, expiry = np.unique(day, return_inverse=True)
    dates = np.array(
        ["20%02d-%02d-%02d" % (d // 10000, d // 100 % 100, d % 100) for d in days],
        dtype="datetime64[D]")
    years = (np.maximum(np.busday_count(today, dates), 1) / DAY_COUNT)[expiry]

    exposure = gamma * open_interest * (100 * spot * spot * 0.01)
    strikes, place = np.unique(strike, return_inverse=True)
    calls = np.bincount(place[call], exposure[call], len(strikes))
    puts = np.bincount(place[~call], exposure[~call], len(strikes))
    by_expiry = np.bincount(expiry, np.where(call, exposure, -exposure), len(days))
    call_wall = strikes[strikes >= spot][np.argmax(calls[strikes >= spot])]
    put_wall = strikes[strikes <= spot][::-1][np.argmax(puts[strikes <= spot][::-1])]

    live = (iv > 0) & (open_interest > 0)
    levels = np.linspace(0.8 * spot, 1.2 * spot, LEVELS)
    deviation = iv[live] * np.sqrt(years[live])
    d1 = np.log(levels[:, None] / strike[live]) / deviation + deviation / 2
    weight = np.where(call[live], 1.0, -1.0) * open_interest[live] / (deviation * np.sqrt(2 * np.pi))
    net = levels * (np.exp(-0.5 * d1 * d1) @ weight)
    at = np.where(net[:-1] * net[1:] < 0)[0]
    flips = levels[at + 1] - (levels[at + 1] - levels[at]) * net[at + 1] / (net[at + 1] - net[at])
    return calls.sum() - puts.sum(), call_wall, put_wall, flips, len(names), by_expiry.sum()


def main():
    path, rounds = sys.argv[1], int(sys.argv[2])
    opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
    with opened as source:
        file = source.read()
    best = None
    for cells in (cells_by_loadtxt, cells_by_split):
        for _ in range(5):
            figures = profile(file, cells)
        times = []
        for _ in range(rounds):
            began = time.perf_counter()
            profile(file, cells)
            times.append((time.perf_counter() - began) * 1000)
        median = statistics.median(times)
        print("numpy %s %.3f" % (cells.__name__, median))
        best = median if best is None else min(best, median)
    print("numpy best %.3f" % best)
    net, call_wall, put_wall, flips, contracts, _ = figures
    print("numpy figures net=%.6e callWall=%g putWall=%g zeroGamma=%s contracts=%d"
          % (net, call_wall, put_wall, ["%.2f" % f for f in flips], contracts))


main()
