/** What stands in a file that is opened with a spreadsheet: never a formula (security review S4-1). */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { reportCell } from '../../../main/data-in/report.ts'
import { ENGLISH } from '../../support/speech.ts'

const { cut } = ENGLISH.words.screen.import.report_lines

test.each([
  ['a formula', '=1+1', "'=1+1"],
  ['a command behind a number', "-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ['a command behind a decimal', "-.5+cmd|' /C calc'!A0", "'-.5+cmd|' /C calc'!A0"],
  ['a telephone number', '+1 847 555 0123', "'+1 847 555 0123"],
  ['a function of old', '@SUM(A1)', "'@SUM(A1)"],
  ['a dash', '-', "'-"],
  ['a formula behind blanks', ' \t=1', "' \t=1"],
  ['a formula behind a line break', '\r\n=1', "'\r\n=1"],
  ['a wide sign', '＝1', "'＝1"],
  ['a formula with a quote and a comma', '=HYPERLINK("a","b")', '\'=HYPERLINK("a","b")'],
  ['an amount below 0', '-12.50', '-12.50'],
  ['a number below 0', '-1', '-1'],
  ['a name', 'Smith-Jones', 'Smith-Jones'],
  ['a sign inside', 'a=b', 'a=b'],
  ['nothing', '', ''],
])('%s', (_what, value, shown) => {
  const [row] = parse(`x,${reportCell(value, cut)}\r\n`)
  expect(row).toEqual(['x', shown])
})
