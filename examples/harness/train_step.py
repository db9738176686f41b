"""
One training step of a small PyTorch model: forward, backward, optimiser. On a GPU it is timed with CUDA events, which
do not see how busy the CPU is, and peak memory is the allocator's own. Needs PyTorch; everything else is docs/harness.md.
"""

import json
import time

import torch
from torch import nn

BATCH, WIDTH = 64, 512


def say(message):
    print("gate:", json.dumps(message), flush=True)


# The same start in every process: what differs between base and head is the code and nothing else.
torch.manual_seed(0)
gpu = torch.cuda.is_available()
device = torch.device("cuda" if gpu else "cpu")
if not gpu:
    torch.set_num_threads(1)

model = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.ReLU(), nn.Linear(WIDTH, WIDTH)).to(device)
optimiser = torch.optim.AdamW(model.parameters())
inputs = torch.randn(BATCH, WIDTH, device=device)
targets = torch.randn(BATCH, WIDTH, device=device)


def step():
    optimiser.zero_grad(set_to_none=True)
    nn.functional.mse_loss(model(inputs), targets).backward()
    optimiser.step()


def time_on_cpu():
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def time_on_gpu():
    start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    start.record()
    step()
    end.record()
    torch.cuda.synchronize()
    return start.elapsed_time(end)


indicators = [{"name": "examples_per_s", "unit": "examples/s", "better": "higher"}]
if gpu:
    indicators.append({"name": "peak_gpu_memory", "unit": "MB", "better": "lower"})
say({"ready": True, "indicators": indicators})

while True:
    command, *arguments = input().split()
    if command == "stop":
        break
    durations = [time_on_gpu() if gpu else time_on_cpu() for _ in range(int(arguments[0]))]
    readings = {"examples_per_s": [BATCH / (duration / 1000) for duration in durations]}
    if gpu:
        readings["peak_gpu_memory"] = torch.cuda.max_memory_allocated() / 1e6
    say({"durations_ms": durations, "readings": readings})
