# What pickles.csv holds: values as the pickle of this Python, and of its numpy if it has one, writes
# them, a line for each protocol it knows. Run by each Python in turn, the first with --header:
#
#   python2.7 pickles.py --header > pickles.csv; python3.6 pickles.py >> pickles.csv; ...
# -*- coding: utf-8 -*-
from __future__ import print_function
import binascii
import pickle
import sys

try:
    import numpy
except ImportError:
    numpy = None

seeds = [75, 85]
if numpy is not None:
    seeds = numpy.random.RandomState(1400).randint(1000, size=10)[:2]

shared = [1]
values = {
    "tasks": [
        [0, "auto-sklearn", 31, "classification", seeds[0]],
        [7, "tpot", "31", "regression", seeds[1]],
    ],
    "plain": [
        None, True, False,
        0, 255, 256, 65535, 65536, -1, 1 << 31, -(1 << 63), (1 << 63) - 1,
        1.5, -0.1, float("inf"),
        u"", u"l\u0142\u00e9'\"\\\n\U0001F600", b"\xff\x00",
        (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4),
        {u"a": [1]}, set([1]), frozenset([2]),
        shared, shared,
    ],
    "large": 1 << 63,
}
if numpy is not None:
    values["numpy"] = [
        numpy.int64(-75), numpy.int32(1 << 30), numpy.uint8(200), numpy.float64(0.1),
        numpy.float32(0.5), numpy.bool_(True), numpy.bool_(False), numpy.unicode_("tpot")
        if sys.version_info[0] == 2 else numpy.str_("tpot"), numpy.bytes_(b"\xffa"),
    ]
    values["array"] = numpy.arange(3)
    values["half"] = numpy.float16(0.5)

if "--header" in sys.argv:
    print("python,numpy,protocol,name,hex")
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for name in sorted(values):
        digits = binascii.hexlify(pickle.dumps(values[name], protocol)).decode()
        print(
            sys.version.split()[0], numpy.__version__ if numpy else "", protocol, name, digits,
            sep=",")
