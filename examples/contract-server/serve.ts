/** Serves one repository with one pull request until it is interrupted. Arguments: OWNER/NAME NUMBER */
import { startContractServer } from './server.js';

const [repository = 'acme/models', number = '7'] = process.argv.slice(2);
const server = await startContractServer({ repository, pullRequests: [Number(number)] });
console.log(`GITHUB_API_URL=${server.url}`);
process.once('SIGINT', () => {
  for (const { method, path, status } of server.requests) console.log(`${method} ${path} ${status}`);
  for (const violation of server.violations) console.error(`violation: ${violation}`);
  process.exitCode = server.violations.length === 0 ? 0 : 1;
  void server.close();
});
