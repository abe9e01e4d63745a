/**
 * The files that take longest begin first: one that began last would keep a single processor for as long as it takes.
 * vitest remembers how long each took, but a fresh clone has nothing to remember.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ROOT = join(import.meta.dirname, '../..')
/** About ten seconds of processor time or more each, the longest at the top. */
const LONGEST = [
  'test/standin/crashes.test.ts',
  'test/screens/pictures.test.ts',
  'test/renderer/paper-screens.test.ts',
  'test/screens/scanner.test.ts',
  'test/screens/policy.test.ts',
  'test/crash/kill-data.test.ts',
  'test/crash/kill-cash.test.ts',
  'test/crash/kill-restore.test.ts',
  'test/crash/kill-rebuild.test.ts',
  'test/crash/kill-plain.test.ts',
  'test/screens/shelf-tools.test.ts',
  'test/screens/pages.test.ts',
  'test/screens/charges.test.ts',
  'test/tools/desk-exec.test.ts',
  'test/main/desk/hostile-texts.property.test.ts',
  'test/main/desk/pages/reports.test.ts',
  'test/main/devices/printers/printed.test.ts',
  'test/main/desk/adversarial.test.ts',
  'test/main/cash/random-days.property.test.ts',
].map((name) => join(ROOT, name))

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.find((name) => !existsSync(name))
    if (gone !== undefined) throw new Error(`${gone} is no longer there to begin with`)
    // What is not among them, at -1, comes after all of them.
    const place = ({ moduleId }: TestSpecification): number => LONGEST.indexOf(moduleId) >>> 0
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
