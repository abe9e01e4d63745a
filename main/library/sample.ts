/**
 * The sample library that comes with the program: made-up people and titles, for trying the desk out. Must never be
 * mixed with a real library: nobody could tell whose loans are real.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SAMPLE = join('demo', 'library')

/** Its folder: beside the sources, or beside the bundle in the packaged application. Empty where it is missing. */
export function sampleFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, SAMPLE, 'library.csv'))) return join(at, SAMPLE)
    if (dirname(at) === at) return ''
  }
}

/** Its warnings, which are meant: nobody may borrow from its archive. */
export const SAMPLE_MEANT: readonly string[] = ['ADULT', 'CHILD', 'RECIPROCAL', 'TEEN', 'TEMP'].map(
  (category) => `loan_rule | gap | ${category} | ARCHIVE`,
)
