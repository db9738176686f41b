import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/judge/fleet/on-machine.ts
var onMachine = (name, machine) => `${name} on ${machine}`;
function subjectOf({ name, machine }) {
  const suffix = machine === void 0 ? "" : onMachine("", machine);
  return suffix !== "" && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}
var everyOne = (machines) => machines === 2 ? "both" : `all ${machines}`;

export {
  onMachine,
  subjectOf,
  everyOne
};
