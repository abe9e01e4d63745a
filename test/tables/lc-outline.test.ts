/** Signs by the outline of the Library of Congress: every real number stands under one, and under the right one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCallNumber } from '../../shared/catalog/call-number/call-number.ts'
import { isInRange } from '../support/in-range.ts'
import { signFinder, type ShelfSign } from '../../shared/catalog/shelf/signs.ts'
import { assert } from '../../shared/kernel/assert.ts'
import { isRecord } from '../support/given.ts'
import { describeWithSharedData } from '../support/shared-data.ts'

const OUTLINE = `A AC AE AG AI AM AN AP AS AY AZ B BC BD BF BH BJ BL BM BP BQ BR BS BT BV BX C CB CC CD CE CJ CN CR
  CS CT D DA DAW DB DC DD DE DF DG DH DJ DJK DK DL DP DQ DR DS DT DU DX E F G GA GB GC GE GF GN GR
  GT GV H HA HB HC HD HE HF HG HJ HM HN HQ HS HT HV HX J JA JC JF JJ JK JL JN JQ JS JV JX JZ K KB KD
  KE KF KG KH KJ KK KL KM KN KP KQ KR KS KT KU KV KW KZ L LA LB LC LD LE LF LG LH LJ LT M ML MT N NA
  NB NC ND NE NK NX P PA PB PC PD PE PF PG PH PJ PK PL PM PN PQ PR PS PT PZ Q QA QB QC QD QE QH QK
  QL QM QP QR S SB SD SF SH SK T TA TC TD TE TF TG TH TJ TK TL TN TP TR TS TT TX U UA UB UC UD UE UF
  UG UH V VA VB VC VD VE VF VG VK VM Z ZA`.split(/\s+/)
const MAIN = OUTLINE.filter((letters) => letters.length === 1)

const signOf = (from: string, to: string): ShelfSign => ({
  sign_code: from,
  branch_code: '*',
  location: 'Stacks',
  from_number: from,
  to_number: to,
  words: from,
})

/** From each class where a sign begins up to the class before the next. */
function signsAt(starts: readonly string[]): readonly ShelfSign[] {
  return starts.map((from, at) => {
    const next = starts[at + 1]
    return signOf(from, OUTLINE[(next === undefined ? OUTLINE.length : OUTLINE.indexOf(next)) - 1] ?? from)
  })
}

const lettersOf = (number: string): string => /[A-Z]+/.exec(number.toUpperCase())?.[0] ?? ''

describeWithSharedData('real numbers under signs', (folder) => {
  const rows: unknown = parse(readFileSync(join(folder, 'call-numbers', 'real_082_050.csv'), 'utf8'), { columns: true })
  assert(Array.isArray(rows) && rows.every(isRecord), 'rows')
  const known = new Set(OUTLINE)
  const numbers = [...new Set(rows.map((row) => String(row['lcc_050ab'])))].filter(
    (number) => isCallNumber(number, 'lc') && (known.has(lettersOf(number)) || lettersOf(number).startsWith('K')),
  )

  test('each stands under exactly one sign of the main classes', () => {
    expect(numbers.length).toBeGreaterThan(250)
    const under = (number: string): string[] => MAIN.filter((letter) => isInRange(number, letter, letter, 'lc'))
    expect(numbers.filter((number) => under(number).join(' ') !== lettersOf(number).slice(0, 1))).toEqual([])
  })

  test('wherever signs begin along the outline, each is sent to the one that its letters say', () => {
    const cuts = fc.subarray(OUTLINE.slice(1), { maxLength: 40 }).map((starts) => ['A', ...starts])
    fc.assert(
      fc.property(cuts, (starts) => {
        const find = signFinder(signsAt(starts), { profileOf: () => 'lc', options: {} })
        const wrong = numbers.filter((call_number) => {
          const found = find({ branch_code: 'MAPLE', location: 'Stacks', call_number })
          return found?.words !== starts.findLast((start) => start <= lettersOf(call_number))
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
