import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFeedFiles,
  readTensorFile
} from "./chunk-KPE7YBJ7.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-K3FV7RGY.js";
import "./chunk-NV5WPINZ.js";
export {
  readFeedFiles,
  readTensorFile
};
