import { describe, expect, it } from '@jest/globals';
import { GateError } from '../../src/errors.js';
import { classifyExit, valueOf } from '../../src/measure/outcome.js';
import type { Outcome } from '../../src/measure/outcome.js';
import { failureAt } from '../../src/measure/session-failure.js';

const task = { model: 'models/vad.onnx', modelPath: '/private/7/vad.onnx' };

function failure(outcome: Outcome<never>): GateError {
  try {
    return valueOf(outcome, task);
  } catch (thrown) {
    if (thrown instanceof GateError) return thrown;
    throw thrown;
  }
}

describe('how a worker ended', () => {
  it.each([
    [{ code: null, signal: 'SIGKILL' as const }, '', 'out-of-memory'],
    [{ code: 134, signal: null }, 'FATAL ERROR: JavaScript heap out of memory', 'out-of-memory'],
    [{ code: null, signal: 'SIGSEGV' as const }, '', 'crash'],
    [{ code: 1, signal: null }, 'Error: no', 'crash'],
    [{ code: null, signal: 'SIGXCPU' as const }, '', 'time-out'],
  ])('%j with "%s" is %s', (exit, stderr, status) => {
    expect(classifyExit(exit, stderr, 60).status).toBe(status);
  });

  it('keeps one line of what it said, without control characters', () => {
    expect(classifyExit({ code: 3, signal: null }, 'first\n\u001b[31mlast\u0007\n', 60)).toEqual({
      status: 'crash',
      exit: 'exit code 3',
      lastWords: '[31mlast',
    });
  });
});

describe('what a user is told', () => {
  it.each([
    [{ status: 'time-out', afterS: 120 }, 'time-out', 'did not answer within 120 s and was killed'],
    [{ status: 'time-out', afterS: 9, of: 'CPU time' }, 'time-out', 'used more than 9 s of CPU time'],
    [{ status: 'crash', exit: 'signal SIGSEGV', lastWords: 'bang' }, 'crash', '(signal SIGSEGV: bang)'],
    [{ status: 'out-of-memory', exit: 'signal SIGKILL' }, 'out-of-memory', 'want of memory'],
    [
      { status: 'out-of-memory', exit: 'killed at its limit', limitBytes: 6e9 },
      'out-of-memory',
      'took more than the 6.00 GB of memory that a worker may have and was killed',
    ],
    [{ status: 'protocol-error', detail: 'nonsense' }, 'protocol-error', 'nonsense'],
    [{ status: 'cancelled' }, 'measurement', 'interrupted'],
    [
      { status: 'refused', failure: { cause: 'model', message: 'bad' } },
      'model',
      'ONNX Runtime refuses `models/vad.onnx`: bad.',
    ],
    [{ status: 'refused', failure: { cause: 'input', message: 'bad' } }, 'input', 'cannot be fed: bad.'],
    [{ status: 'refused', failure: { cause: 'runtime', message: 'bad' } }, 'runtime', 'cannot be used: bad.'],
    [
      { status: 'refused', failure: { cause: 'provider', message: 'bad' } },
      'measurement',
      'The provider cpu cannot start for `models/vad.onnx`, and nothing was run on another in its place: bad.',
    ],
    [{ status: 'refused', failure: { cause: 'memory', message: 'bad' } }, 'out-of-memory', 'more memory'],
  ] as const)('%j', (outcome, kind, message) => {
    const told = failure(outcome);
    expect(told.kind).toBe(kind);
    expect(told.message).toContain(message);
    expect(told.next).not.toBe('');
  });

  it('names the model as the user knows it, never where a copy of it lay', () => {
    const message = 'Load model from /private/7/vad.onnx failed:Protobuf parsing failed.';
    expect(failure({ status: 'refused', failure: { cause: 'model', message } }).message).toBe(
      'ONNX Runtime refuses `models/vad.onnx`: Load model from models/vad.onnx failed:Protobuf parsing failed.',
    );
  });

  it('is the value when there is one', () => {
    expect(valueOf({ status: 'ok', value: 7 }, task)).toBe(7);
  });
});

it('a failure in the worker leaves out where in its source the runtime failed', () => {
  const said =
    'Status Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:360 void* onnxruntime::Arena::Allocate(size_t, bool) Failed to allocate memory';
  expect(failureAt('running', new Error(said)).message).toBe('Status Message: Failed to allocate memory');
  const inLambda =
    '/onnxruntime_src/onnxruntime/core/providers/webgpu/context.cc:136 ns::Context::Initialize(const ns::Config&)::<lambda()> No supported adapters';
  expect(failureAt('running', new Error(inLambda)).message).toBe('No supported adapters');
});

describe('whom a failure in the worker concerns', () => {
  it.each([
    ['starting the runtime', "Cannot find module 'onnxruntime-node'", 'runtime'],
    ['making the inputs', 'anything', 'input'],
    ['creating the session', 'Load model from x failed:Protobuf parsing failed.', 'model'],
    ['creating the session', 'Failed to get a WebGPU adapter: No supported adapters', 'provider'],
    [
      'creating the session',
      'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library',
      'provider',
    ],
    ['creating the session', 'std::bad_alloc', 'memory'],
    ['running', 'Got invalid dimensions for input: x for the following indices', 'input'],
    ['running', "input 'x' is missing in 'feeds'.", 'input'],
    ['running', 'Non-zero status code returned while running Gather node', 'model'],
    ['running', 'Failed to allocate memory for requested buffer of size 8589934592', 'memory'],
  ] as const)('%s: %s', (stage, message, cause) => {
    expect(failureAt(stage, new Error(`${message}\n    at somewhere`))).toEqual({ cause, message });
  });
});
