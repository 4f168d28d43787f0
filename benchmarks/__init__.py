"""Speed, scale and a peer, measured beside us in one run: ``python -m benchmarks`` writes docs/benchmarks.md.

    corpus.py      the sample and the fixtures, varied → as many reports as wanted
    questions.py   the questions that are timed
    measuring.py   medians, percentiles, exponents, memory, disk
    tables.py      what was measured → markdown
    indexing.py    a folder against embedding its passages alone; unchanged; one report changed
    warm.py        a question against embedding it alone, by kind
    cold.py        ``zoneqa ask`` against importing the libraries it needs
    growth.py      10, 100, 1,000 reports: time, memory, disk, each with its exponent
    ranking.py     a ranking across zones against the number of passages
    peer.py        llama-index's quick start on the same reports, with the same embedder
    figures.py     figures against gold (a command of its own)
"""
