import { StartError } from '../start-error.ts';
import { kafkaJars } from './jars.ts';

// Fetches Kafka's jars ahead of the tests, so that no test's time limit has to cover a download.
try {
  await kafkaJars();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
