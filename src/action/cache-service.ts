/** GitHub's cache between jobs, best effort: whatever goes wrong with it costs time, never the run. */
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';

/** What of `@actions/cache` is used. */
export interface CacheService {
  isFeatureAvailable(): boolean;
  restoreCache(paths: string[], key: string): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

export interface JobCache {
  /** Whether the folder was restored. */
  restore(folder: string, key: string): Promise<boolean>;
  save(folder: string, key: string): Promise<void>;
}

/** @param load Loads the toolkit's package, which is large, on first use. */
export function jobCache(load: () => Promise<CacheService>, logger: Logger): JobCache {
  const attempt = async <Result>(
    what: string,
    otherwise: Result,
    act: (cache: CacheService) => Promise<Result>,
  ) => {
    try {
      const cache = await load();
      return cache.isFeatureAvailable() ? await act(cache) : otherwise;
    } catch (thrown) {
      logger.info(`ONNX Runtime was not ${what} GitHub's cache: ${messageOf(thrown)}`);
      return otherwise;
    }
  };
  return {
    restore: (folder, key) =>
      attempt(
        'restored from',
        false,
        async (cache) => (await cache.restoreCache([folder], key)) !== undefined,
      ),
    save: (folder, key) =>
      attempt('kept in', undefined, async (cache) => {
        await cache.saveCache([folder], key);
      }),
  };
}
