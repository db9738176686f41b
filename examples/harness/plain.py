"""A benchmark in plain Python: one line for every line that it reads (docs/harness.md)."""

import json
import time


def say(message):
    print("gate:", json.dumps(message), flush=True)


def work():
    """What is measured. Everything that it needs is made before the benchmark says that it is ready."""
    return sorted(TEXT.split())


TEXT = " ".join(str(number * 7919 % 10007) for number in range(20000))
WORDS = len(TEXT.split())

say({"ready": True, "indicators": [{"name": "words_per_s", "unit": "words/s", "better": "higher"}]})
while True:
    command, *arguments = input().split()
    if command == "stop":
        break
    durations = []
    for _ in range(int(arguments[0])):
        start = time.perf_counter()
        work()
        durations.append((time.perf_counter() - start) * 1000)
    rates = [WORDS / (duration / 1000) for duration in durations]
    say({"durations_ms": durations, "readings": {"words_per_s": rates}})
