/** How much of the machine one worker may take. */
import os from 'node:os';

/** Of the memory that a worker takes. */
export interface MemoryLimits {
  /** Resident memory, watched by us, bytes. */
  readonly residentBytes: number;
  /** Private memory that it may ask for, resident or not (RLIMIT_DATA), bytes; null: as much as it likes. */
  readonly dataBytes: number | null;
}

/** What the system itself enforces, so that it holds even while we do not look. */
export interface Limits extends MemoryLimits {
  /** Of all its threads, in all its life, seconds. */
  readonly cpuS: number;
  /** Of any file that it writes. */
  readonly fileBytes: number;
  readonly openFiles: number;
}

/** Part of the machine's memory that a worker may hold unless the configuration says otherwise. */
const SHARE = 0.8;
/** What an idle worker asks for and does not use: stacks of threads, room of V8 and of allocators to grow into. */
const UNUSED_BYTES = 2 * 2 ** 30;
/** One protobuf message, such as an optimised model, has at most 2 GiB; a trace of the profiler far less. */
const FILE_BYTES = 4 * 2 ** 30;
const OPEN_FILES = 512;
/** A worker answers several requests, none of which takes longer than the deadline. */
const CPU_SHARE = 2;

/** Bytes of memory that processes here can have: the machine's, or those of the container. */
export function availableMemory(): number {
  const constrained = process.constrainedMemory();
  const total = os.totalmem();
  return constrained > 0 && constrained < total ? constrained : total;
}

/**
 * @param setting Bytes of resident memory, or `auto` for four fifths of what there is.
 * @param provider Accelerators reserve memory of the process in amounts that say nothing: where one is used, only
 * resident memory is limited.
 */
export function memoryLimits(
  setting: 'auto' | number,
  provider: string,
  available = availableMemory(),
): MemoryLimits {
  const residentBytes = setting === 'auto' ? Math.floor(SHARE * available) : setting;
  return { residentBytes, dataBytes: provider === 'cpu' ? residentBytes + UNUSED_BYTES : null };
}

/** @param deadlineS Seconds that one request may take. */
export function limitsFor(
  memory: MemoryLimits,
  deadlineS: number,
  cores = os.availableParallelism(),
): Limits {
  const cpuS = Math.ceil(CPU_SHARE * deadlineS * cores);
  return { ...memory, cpuS, fileBytes: FILE_BYTES, openFiles: OPEN_FILES };
}
