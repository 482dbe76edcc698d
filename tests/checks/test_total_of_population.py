SHOULD_PASS = [
    "{kind: proportion, count: 16, total: 30, of: arm}",
    "{kind: proportion, total: thirty, of: arm, percent: 10}",
]
SHOULD_EXPLAIN = [
    "{kind: proportion, count: 16, total: 28, of: arm, alternatives: [evaluable]}",
    "{kind: proportion, count: 16, total: 25, of: naive}",
]
SHOULD_FLAG = [
    "{kind: proportion, count: 16, total: 28, of: arm}",
    "{kind: interval, count: 16, total: 31, of: arm, lower: 36, upper: 70}",
]
POPULATIONS = "{arm: 30, evaluable: 28, naive: {size: 25, assumed: nobody had been treated}}"
SILENT = [
    "{kind: proportion, count: 16, of: arm}",
]
