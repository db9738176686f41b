import os from 'node:os';

/** `AMD EPYC (2 cores), linux x64, Node 20.20.2`: every bench says where its figures are from. */
export function describeMachine(): string {
  const model = os.cpus()[0]?.model.trim() ?? 'an unknown CPU';
  return `${model} (${os.availableParallelism()} cores), ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
