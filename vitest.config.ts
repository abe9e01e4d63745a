/** The test projects: quick ones for every change, `long`, `hardware` and `nightly` by their own scripts. */
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { CiReporter } from './test/support/ci-reporter.ts'
import { LongestFirst } from './test/support/longest-first.ts'
import { guidePlugin } from './tools/guide/plugin.ts'

/** What has a device: one file at a time. */
const ALONE = { fileParallelism: false, maxWorkers: 1 }

/**
 * Every program that a test starts would strip the types off the same 350 files anew: with a cache it starts in half of
 * the time. What it keeps is found by the text of each file, so nothing stale is run.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'out/compile-cache')

/**
 * Where tests put their files: in memory, where there is plenty. A desk waits for the disk at each of its commits, and
 * a test is about what is in the files, also after a kill -9, and not about the disk beneath them.
 */
const MEMORY = '/dev/shm'
const MEMORY_BYTES_MIN = 4 * 1024 ** 3

if (process.env['TMPDIR'] === undefined && existsSync(MEMORY)) {
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize >= MEMORY_BYTES_MIN) {
    // Sockets have short paths.
    const place = mkdtempSync(join(MEMORY, 'ds-'))
    process.env['TMPDIR'] = place
    process.once('exit', () => rmSync(place, { recursive: true, force: true }))
  }
}

/**
 * Tests that start programs and windows, three files at a time: each waits for its program for half of its time, which
 * leaves two processors idle with two. The long ones measure, too: two at a time.
 */
const THREE_AT_A_TIME = { maxWorkers: 3, isolate: false }
const TWO_AT_A_TIME = { maxWorkers: 2, isolate: false }

/**
 * Every processor: left alone, vitest leaves one idle, which on two is half of them. The files of a worker share what
 * they import, which saves a third of the time: no module keeps a state that a test would see of another.
 */
const TOGETHER = { maxWorkers: '100%', isolate: false }

/** Limits only end what hangs: a busy computer is slow, and a test asks of a state, not of a speed. */
const PATIENT = { testTimeout: 300_000, hookTimeout: 300_000 }

/** A state is waited for as long as the test may take: left alone, a poll gives up after one second. */
const POLLS = { expect: { poll: { timeout: 120_000, interval: 20 } } }

/**
 * What takes so long that the quick tests would not end within ten minutes on two processors: every state of the desk
 * in every look, a station that hangs, and one that is started many times.
 */
const STATES = 'test/renderer/{screens,page-screens,paper-screens}.test.ts'
/** A desk that is killed over and over, wherever the disk changes: the quick tests kill it in a plain shift. */
const KILLS = 'test/crash/kill-{beside,cash,data,export,family,merge,money,rebuild,restore}.test.ts'
const KILLED = { globalSetup: 'test/crash/bundled.ts' }
/** Long walks through pages whose rules the quick tests have in tables, and every screen in every look. */
const WALKS = [
  'test/screens/{card-lists,card-numbers,cash-looks,cash-office,charges,counted,devices-crash,expiring-card}.test.ts',
  'test/screens/{family-links,family-renewal,first-devices,first-week,form-to-sign,gray,holds,holds-changed}.test.ts',
  'test/screens/{keyboard-scanner,koha-out,labels,lent-pages,live-forms,machine-money,many-charges,merge}.test.ts',
  'test/screens/{name-changed,organizations,overdue,pages,patron-window,pickups,pictures,plug,policy,practice}.test.ts',
  'test/screens/{printers,privacy,receipts,records,refund,rhythm,roles,settings,settle-first,shelf-tools}.test.ts',
  'test/screens/{split-payment,spoken,this-desk,training,two-cards}.test.ts',
]
const WAITING = 'test/standin/{hang,key}.test.ts'
/** The benchmarks on a small library: all of them begin and end. */
const BENCHMARKS = 'test/tools/bench/quick.test.ts'
/** Tried a little in every check, and much by the nightly run (test/support/of-many.ts). */
const OF_MANY = [
  'test/main/desk/{adversarial,burst,hostile-texts.property,long-texts}.test.ts',
  'test/screens/burst.test.ts',
  'test/main/devices/printers/printed.test.ts',
]
/** Random histories of acts that are undone: some in the long tests, many by night. */
const HISTORIES = 'test/main/desk/loans/undo.property.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', new CiReporter()],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{central,shared,main,repo,tables,tools}/**/*.test.ts'],
          exclude: ['test/repo/fixtures/**', BENCHMARKS, HISTORIES],
          ...TOGETHER,
          ...PATIENT,
          ...POLLS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [guidePlugin()],
        test: {
          name: 'ui',
          include: ['test/renderer/**/*.test.tsx', 'test/renderer/**/*.test.ts'],
          exclude: [STATES],
          environment: 'happy-dom',
          setupFiles: ['test/renderer/support/no-complaints.ts'],
          ...TOGETHER,
          ...PATIENT,
          ...POLLS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          exclude: [KILLS],
          ...KILLED,
          ...THREE_AT_A_TIME,
          ...POLLS,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'screens',
          include: ['test/{screens,standin,pack}/**/*.test.ts'],
          exclude: [...WALKS, WAITING],
          ...THREE_AT_A_TIME,
          ...POLLS,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'hardware',
          include: ['test/hardware/**/*.test.ts'],
          ...ALONE,
          ...POLLS,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts', STATES, KILLS, ...WALKS, WAITING, BENCHMARKS, HISTORIES],
          ...KILLED,
          ...TWO_AT_A_TIME,
          ...POLLS,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'nightly',
          include: [...OF_MANY, HISTORIES, 'test/long/{random-days,spooler}.test.ts'],
          env: { OF_MANY: 'nightly' },
          ...TWO_AT_A_TIME,
          ...POLLS,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
