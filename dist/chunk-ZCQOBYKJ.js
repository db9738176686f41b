import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFeedFiles,
  readTensorFile
} from "./chunk-CRNZJA3K.js";
import "./chunk-CSD5U2DN.js";
import "./chunk-NV5WPINZ.js";
export {
  readFeedFiles,
  readTensorFile
};
