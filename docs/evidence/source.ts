/** Where the figures of docs/evidence.md come from: facts of other people's benchmark tables, joined by model. */
export const SOURCE = {
  name: 'the benchmark tables of huggingface/pytorch-image-models',
  url: 'https://github.com/huggingface/pytorch-image-models/tree/aa4b585/results',
  licence: 'Apache-2.0',
} as const;

const MACHINES: Readonly<Record<string, string>> = {
  i9_10940x_fp32_b1: 'Intel i9-10940X',
  i7_12700h_fp32_b1: 'Intel i7-12700H',
  rtx3090_amp: 'RTX 3090',
  rtx4090_amp: 'RTX 4090',
};

/** As people call it; what is not known, as the table has it. */
export const machineName = (machine: string): string => MACHINES[machine] ?? machine.replaceAll('_', ' ');
