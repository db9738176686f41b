/** HTTP status of what the client threw; network faults and timeouts count as 500. Undefined for a defect of ours. */
export function statusOf(thrown: unknown): number | undefined {
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
