import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFeedFiles,
  readTensorFile
} from "./chunk-JV2KLCI5.js";
import "./chunk-CM6JH7KK.js";
import "./chunk-NV5WPINZ.js";
export {
  readFeedFiles,
  readTensorFile
};
