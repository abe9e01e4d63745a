/**
 * The checks of the gate, in order: the quick ones first. A list only; tools/gate.ts and tools/ci.ts run it. Each check
 * fails when its tool is missing.
 */

import { BUILD_SCRIPT, VITEST } from '../run/tasks.mjs'

/** `line`: a script below the root with its arguments, run by this same Node, or what `program` is told. */
export type Check = {
  readonly name: string
  readonly line: readonly string[]
  readonly isTestRun?: boolean
  readonly program?: string
}

/** Programs that write files into the tree; with --check they write nothing and fail when a file is stale. */
export const GENERATORS = [
  'tools/schema-types.ts',
  'tools/migrations-lock.ts',
  'tools/commands-doc.ts',
  'tools/import-docs.ts',
  'tools/printer-font.ts',
] as const

const bin = {
  tsc: 'node_modules/typescript/bin/tsc',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  knip: 'node_modules/knip/bin/knip.js',
} as const

export const STATIC_CHECKS: readonly Check[] = [
  { name: 'types (tsc)', line: [bin.tsc, '-p', '.'] },
  { name: 'lint (oxlint)', line: [bin.oxlint] },
  { name: 'format (prettier)', line: [bin.prettier, '--check', '--log-level=warn', '.'] },
  { name: 'unused code (knip)', line: [bin.knip] },
  { name: 'commits', line: ['tools/commits.ts'] },
  ...GENERATORS.map((file) => ({ name: `up to date: ${file}`, line: [file, '--check'] })),
]

export const BUILD: Check = { name: 'build (vite)', line: [BUILD_SCRIPT, '--force'] }

export const QUICK_TESTS: Check = {
  name: 'tests (npm test)',
  line: ['tools/run.mjs', 'test'],
  isTestRun: true,
}

/** The same by the name that a person types: that name must work, too. */
export const NPM_TEST: Check = { name: 'npm test', program: 'npm', line: ['test'], isTestRun: true }

/** The shift that the documents show, in the real application: exits with 1 where the desk does something else. */
export const DEMO: Check = { name: 'demo (a scripted shift)', line: ['tools/demo/shift.ts'] }

/** On an emulated computer: what they need is fetched, and without it they fail. */
export const HARDWARE_TESTS: Check = {
  name: 'devices (emulated)',
  line: [VITEST, 'run', '--project', 'hardware'],
  isTestRun: true,
}

export const LONG_TESTS: Check = {
  name: 'long tests (vitest)',
  line: [VITEST, 'run', '--project', 'long'],
  isTestRun: true,
}
