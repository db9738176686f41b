import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFeedFiles,
  readTensorFile
} from "./chunk-FZIQB36J.js";
import "./chunk-TCQXS3TT.js";
import "./chunk-NV5WPINZ.js";
export {
  readFeedFiles,
  readTensorFile
};
