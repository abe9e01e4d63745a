/** Why a drawer stayed shut: what its device answered, or why it was not given the pulse; one line a case. */
import { expect, test } from 'vitest'
import { needsPerson, notSentBy, notSentTo, type NotSent } from '../../../../shared/devices/drawer/not-sent.ts'
import { WORK_DETAILS, type DeviceNow, type PrinterNow, type WorkEnd } from '../../../../shared/devices/wire.ts'
import { ENGLISH } from '../../../support/said.ts'

const WELL: PrinterNow = {
  is_online: true,
  is_cover_open: false,
  paper: 'enough',
  fault: 'none',
  drawer_level: 'unknown',
}
const at = (state: DeviceNow['state']): DeviceNow => ({ device_code: 'PRINTER-1', state, is_twin: false, detail: '' })

test.each<[string, DeviceNow | null, Partial<PrinterNow> | null, boolean, NotSent]>([
  ['nothing was ever heard of it', null, null, false, 'away'],
  ['its cable is pulled', at('absent'), null, false, 'away'],
  ['another program has it', at('busy'), null, false, 'away'],
  ['a box that is ready', at('ready'), null, false, 'other'],
  ['a box that is at something else', at('ready'), null, true, 'at-work'],
  ['a printer that prints', at('ready'), {}, true, 'at-work'],
  ['a printer without paper', at('ready'), { paper: 'out', is_online: false }, false, 'paper-out'],
  ['a printer without paper in the middle of one', at('ready'), { paper: 'out', is_online: false }, true, 'paper-out'],
  ['a printer whose paper runs low', at('ready'), { paper: 'near-end' }, false, 'other'],
  ['a printer with its cover open', at('ready'), { is_cover_open: true, paper: 'out' }, false, 'cover-open'],
  ['a printer whose cutter is stuck', at('ready'), { fault: 'cutter', is_online: false }, false, 'fault'],
  ['a printer that says nothing', at('ready'), { is_online: false }, false, 'offline'],
])('%s', (_, now, said, is_at_work, wanted) => {
  expect(notSentTo({ now, printer: said && { ...WELL, ...said }, is_at_work })).toBe(wanted)
})

test.each<[WorkEnd['detail'], NotSent]>([
  ['paper-out', 'paper-out'],
  ['cover-open', 'cover-open'],
  ['fault', 'fault'],
  ['offline', 'offline'],
  ['no-answer', 'offline'],
  ['lost', 'away'],
  ['not-ready', 'away'],
  ['removed', 'away'],
  ['no-such-device', 'away'],
  ['broken', 'other'],
  ['not-taken', 'other'],
])('its device answers %s', (detail, wanted) => {
  expect(notSentBy(detail)).toBe(wanted)
})

test('what only a person mends is not waited for, and every reason has its words', () => {
  const all = [...new Set([...WORK_DETAILS.map(notSentBy), 'at-work', 'desk-stopped'] as const)]
  expect(all.filter(needsPerson)).toEqual(['paper-out', 'cover-open', 'fault'])
  const words: Record<string, unknown> = ENGLISH.words.outcomes.devices.drawer.not_sent
  expect(Object.keys(words).toSorted()).toEqual(all.toSorted())
})
