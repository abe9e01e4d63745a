/**
 * The tasks behind `npm start`, `npm test` and `npm run …`: which files run, in order, and what each task needs of
 * the system. Must never do anything: it is the table that tools/run.mjs reads.
 */

/**
 * @typedef {object} Task
 * @property {string} words what the task is, for the list of tasks
 * @property {readonly (readonly string[])[]} steps each a file with arguments; what the caller adds goes to the last
 * @property {readonly string[]} needs names out of tools/system-packages.mjs
 * @property {boolean} [opensWindows] true: real Electron, where it is installed, needs a display for this
 * @property {readonly string[]} [help] its options and exit codes; none: the last step says them itself
 * @property {readonly string[]} [cannotDoWithout] needs without which the task does not begin at all
 */

export const VITEST = 'node_modules/vitest/vitest.mjs'
export const BUILD_SCRIPT = 'tools/build.ts'
/** The test projects of `npm test`, as vitest wants to be told. */
const QUICK_PROJECTS = ['unit', 'ui', 'crash', 'screens'].flatMap((name) => ['--project', name])
const BUILD = [BUILD_SCRIPT]

/** For the long test in which a screen reader reads a real window aloud. */
const SCREEN_READER = ['xvfb', 'orca', 'messages', 'openbox', 'xdotool']

/** For the tests on an emulated computer, whose devices are plugged in and out. */
const EMULATOR = ['qemu', 'udev', 'seats']

const FILTERS = ['PATH…           only files whose path has this in it', '-t NAME         only tests of this name']
const PASSES = 'Exit code: 0 where all pass, 1 where one fails or cannot be run.'

/** @type {Readonly<Record<string, Task>>} */
export const TASKS = {
  start: {
    words: 'opens the desk',
    help: ['Exit code: that of the desk; 1 where it cannot be opened.'],
    steps: [BUILD, ['tools/start.ts']],
    needs: ['chromium', 'libusb', 'fonts'],
  },
  test: {
    words: 'builds, then runs every quick test',
    help: [...FILTERS, PASSES],
    steps: [BUILD, [VITEST, 'run', ...QUICK_PROJECTS]],
    needs: ['chromium', 'libusb', 'fonts', 'strace', 'zbar', 'umockdev'],
    opensWindows: true,
  },
  demo: {
    words: 'works a scripted shift without a screen and leaves pictures',
    help: ['Pictures: out/demo.', 'Exit code: 1 at the first step that goes differently.'],
    steps: [BUILD, ['tools/demo/shift.ts']],
    needs: ['chromium', 'libusb', 'fonts'],
    opensWindows: true,
    cannotDoWithout: ['chromium'],
  },
  'guide:pictures': {
    words: 'works the same shift, and renews the pictures of the guide',
    help: ['Pictures: docs/pictures and out/demo.', 'Exit code: 1 at the first step that goes differently.'],
    steps: [BUILD, ['tools/demo/shift.ts', '--guide']],
    needs: ['chromium', 'libusb', 'fonts'],
    opensWindows: true,
    cannotDoWithout: ['chromium'],
  },
  bench: {
    words: 'measures, each figure beside its peer',
    help: [
      '--quick             a small library, only to show that it runs',
      '--only PART,PART    these parts alone; the head of bench/run.ts lists them',
      '--receipts NUMBER   so many receipts in the store',
      '--against COMMIT    each row beside an earlier commit, back to 96bb910; parts that it lacks are named, left out',
      '--write             puts the table into docs/performance.md',
      'Exit code: 1 where a target is missed, or a row costs too much more than before.',
    ],
    steps: [BUILD, ['bench/run.ts']],
    needs: ['chromium', 'libusb'],
    opensWindows: true,
  },
  gate: {
    words: 'everything a change must pass',
    help: ['No options.', PASSES],
    steps: [['tools/gate.ts']],
    needs: ['chromium', 'libusb', 'fonts', 'strace', 'zbar', 'umockdev'],
    opensWindows: true,
  },
  ci: {
    words: 'the gate and the long tests, with one closing line of totals',
    help: ['No options.', PASSES],
    steps: [['tools/ci.ts']],
    needs: ['chromium', 'libusb', 'fonts', 'strace', 'zbar', 'umockdev', ...SCREEN_READER, ...EMULATOR],
    opensWindows: true,
  },
  build: {
    words: 'builds the bundles of the application',
    help: ['--force  builds also what has not changed', 'Exit code: 1 where a bundle is not made.'],
    steps: [BUILD],
    needs: [],
  },
  central: { words: 'serves the desks of a library', steps: [['central/central.ts']], needs: [] },
  'desk:exec': { words: 'reads commands as JSON lines', steps: [['tools/desk-exec.ts']], needs: [] },
  'test:hardware': {
    words: 'tests on an emulated computer with emulated devices',
    help: [...FILTERS, PASSES],
    steps: [BUILD, [VITEST, 'run', '--project', 'hardware']],
    needs: ['libusb', ...EMULATOR],
    cannotDoWithout: ['libusb', ...EMULATOR],
  },
  'test:long': {
    words: 'tests that take minutes',
    help: [...FILTERS, PASSES],
    steps: [BUILD, [VITEST, 'run', '--project', 'long']],
    needs: ['chromium', 'libusb', 'fonts', ...SCREEN_READER],
    opensWindows: true,
  },
  'test:nightly': {
    words: 'random days, histories and faults, many more of them',
    help: [...FILTERS, PASSES],
    steps: [BUILD, [VITEST, 'run', '--project', 'nightly']],
    needs: ['chromium', 'libusb', 'fonts', 'zbar'],
    opensWindows: true,
  },
  install: {
    words: 'installs what is missing, and nothing else',
    help: ['No options.', 'Exit code: 0, also where a package could not be installed, which it says.'],
    steps: [],
    needs: ['chromium', 'libusb', 'fonts', 'strace', 'zbar', 'umockdev'],
  },
}
