import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isKernel,
  kernelOf,
  parseTrace,
  readEvents
} from "./chunk-Q33VHSYY.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-NV5WPINZ.js";
export {
  isKernel,
  kernelOf,
  parseTrace,
  readEvents
};
