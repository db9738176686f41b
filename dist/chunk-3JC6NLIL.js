import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFeedFiles,
  readTensorFile
} from "./chunk-BEZ4T5N7.js";
import "./chunk-GQUNUSFA.js";
import "./chunk-NV5WPINZ.js";
export {
  readFeedFiles,
  readTensorFile
};
