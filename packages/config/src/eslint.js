import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Limits that force a second look; tests may be longer. */
const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 120;
const PARAMETERS = 3;
/** What draws takes coordinates in a row, as SVG does: x, y, width, height, colour, radius, the rest. */
const DRAWING_PARAMETERS = 7;

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts', 'tests/**/*.ts', 'packages/test-kit/**/*.ts', '**/src/testing/**/*.ts'];
const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '.local/', '**/test-results/', '**/playwright-report/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': lines(FILE_LINES),
      'max-lines-per-function': lines(FUNCTION_LINES),
      'max-params': ['error', PARAMETERS],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Describe the variable in env.ts; run() reads it.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat['recommended-latest']],
    rules: { 'max-lines-per-function': lines(COMPONENT_LINES) },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // Tests read raw answers: what is wrong with them is what the test says.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // World rules are the same in the browser and on the server, and repeatable: clock and random are handed in.
    files: ['packages/world-core/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'performance',
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'crypto',
        'process',
        'Buffer',
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Pass a random source as an argument.' }],
    },
  },
  {
    files: ['packages/art/src/shapes.ts', 'packages/art/src/palette.ts', 'packages/art/src/pieces/*.ts', 'packages/art/src/avatar/*.ts'],
    rules: { 'max-params': ['error', DRAWING_PARAMETERS] },
  },
  {
    files: [
      '**/main.ts',
      'packages/service-kit/src/run.ts',
      '**/admin.ts',
      'infrastructure/**/*.{ts,mjs}',
      '**/vite.config.ts',
      '**/vitest.config.ts',
      '**/playwright.config.ts',
      '**/preview/*.ts',
      '**/scripts/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
  prettier,
);
