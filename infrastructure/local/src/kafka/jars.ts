import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../start-error.ts';
import { lastLine } from '../wait-until.ts';

const pomFile = fileURLToPath(new URL('pom.xml', import.meta.url));

/** Shared by every checkout of the machine: 43 MB that change with Kafka's version only. */
const cacheDir = (): string => {
  const [, version] = /kafka_2\.13<\/artifactId><version>([^<]+)/.exec(readFileSync(pomFile, 'utf8')) ?? [];
  return join(homedir(), '.cache', 'metaverse', `kafka-${version}`);
};

/**
 * The folder with Kafka's jars, fetched by Maven the first time.
 * @throws StartError when Maven is missing or cannot reach its repository.
 */
export const kafkaJars = async (): Promise<string> => {
  const dir = cacheDir();
  if (!existsSync(dir)) await fetchJars(dir);
  return dir;
};

const fetchJars = async (dir: string): Promise<void> => {
  const unfinished = `${dir}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const args = ['-B', '-q', '-f', pomFile, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`];
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [maven.stdout, maven.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));

  const code = await Promise.race([
    once(maven, 'close').then(([exitCode]: unknown[]) => exitCode),
    once(maven, 'error').then(() => 'missing'),
  ]).catch(() => 'missing');
  if (code === 'missing')
    throw new StartError('Maven, which fetches Kafka, is not installed: apt-get install maven openjdk-17-jre-headless.');
  if (code !== 0) throw new StartError(`Maven could not fetch Kafka's jars (${lastLine(output)}): check the network and Maven's settings.`);

  try {
    renameSync(unfinished, dir);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another start was faster.
    if (!existsSync(dir)) throw error;
  }
};
