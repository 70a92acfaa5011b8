import { chatSocketEnv } from '@metaverse/chat-socket';
import { gameStateEnv } from '@metaverse/game-state';
import { httpEnv } from '@metaverse/http';
import { kafkaConsumerEnv } from '@metaverse/kafka-consumer';
import type { EnvSpec, EnvVariable } from '@metaverse/service-kit';
import { standaloneEnv } from '../env.ts';

/** Services first: where standalone reads a variable otherwise, its own words follow theirs. */
const specs = {
  http: httpEnv,
  'chat-socket': chatSocketEnv,
  'game-state': gameStateEnv,
  'kafka-consumer': kafkaConsumerEnv,
  standalone: standaloneEnv,
} as const satisfies Record<string, EnvSpec>;

type Described = { name: string; variable: EnvVariable; meanings: Set<string>; readBy: string[]; fallbacks: Set<string> };

const REQUIRED = 'required';
const BEGIN = '<!-- config:begin -->';
const END = '<!-- config:end -->';

/** The README with the table of every variable between its two marks. */
export function withConfigTable(readme: string): string {
  const [before, after] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`the README has lost ${BEGIN} or ${END}`);
  return `${readme.slice(0, before + BEGIN.length)}\n\n${configTable()}\n\n${readme.slice(after)}`;
}

function configTable(): string {
  const rows = describeAll().map(
    ({ name, variable, readBy, fallbacks }) =>
      `| \`${name}\` | ${variable.description} | ${[...fallbacks].join(', ')} | ${namesOf(readBy)} |`,
  );
  return ['| variable | meaning | default | read by |', '|---|---|---|---|', ...rows].join('\n');
}

const namesOf = (readBy: readonly string[]): string => (readBy.length === Object.keys(specs).length ? 'all' : readBy.join(', '));

/** `.env.example`: every variable with its meaning; what has a default is commented out. */
export function envExample(): string {
  const blocks = describeAll().map(({ name, variable, meanings, readBy, fallbacks }) => {
    const value = variable.example ?? '';
    const line = fallbacks.has(REQUIRED) ? `${name}=${value}` : `# ${name}=${value}`;
    return `# ${[...meanings].join('; ')}. Read by ${namesOf(readBy)}.\n${line}\n`;
  });
  return `# Copy what you need; a process reads these from its environment. Written by \`pnpm docs:config\`.\n\n${blocks.join('\n')}`;
}

function describeAll(): Described[] {
  const described = new Map<string, Described>();
  for (const [service, spec] of Object.entries<EnvSpec>(specs)) {
    for (const [name, variable] of Object.entries(spec)) {
      const entry = described.get(name) ?? { name, variable, meanings: new Set(), readBy: [], fallbacks: new Set() };
      described.set(name, entry);
      entry.meanings.add(variable.description);
      entry.readBy.push(service);
      entry.fallbacks.add(fallbackOf(variable));
    }
  }
  return [...described.values()];
}

/** What the schema makes of nothing is the default. */
function fallbackOf({ schema, example }: EnvVariable): string {
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) return REQUIRED;
  const { data } = parsed;
  if (data === undefined || (Array.isArray(data) && data.length === 0)) return '–';
  // A default that depends on the machine, such as a path, is described by its example.
  const isPath = typeof data === 'string' && data.startsWith('/');
  return `\`${isPath && example !== undefined ? example : JSON.stringify(data).replaceAll('"', '')}\``;
}
