/** The library’s data while a desk is set up: records without a number, and the field that gives them one. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import { mountScene, untilScanIsOver, type Mounted } from './support/mounted.ts'
import { SET_UP } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const ENDED: ImportStatus = {
  running: false,
  progress: 1,
  files: [{ file: 'a.mrc', rows_count: 14, imported_count: 0, rejected_count: 14, state: 'taken', message: '' }],
  report_file: '',
  report: [],
  findings: [],
  changed_rules: [],
  erased_count: 0,
  opening: [],
  numberless_count: 14,
  is_preview: false,
  losses: [],
  beside_desk: [],
  number_offers: [
    { place: '035a', says: '035$a, system number', records_count: 13 },
    { place: '020a', says: '020$a, ISBN', records_count: 8 },
  ],
}

const offered = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-part="numberless"] button'),
]

it('offers each place that would serve, and takes the folder in again with the one that is chosen', async () => {
  desk = await mountScene(SET_UP)
  desk.wire.intercept(({ method }) =>
    method === 'import.start' || method === 'import.status' ? { kind: 'ok', output: ENDED } : null,
  )
  expect(offered()).toEqual([])
  await desk.type('/media/marc')
  await untilScanIsOver(desk)
  desk.press('Enter')
  await desk.settle()
  expect(offered().map((one) => one.textContent)).toEqual([
    'Number 13 of them by 035$a, system number',
    'Number 8 of them by 020$a, ISBN',
  ])
  act(() => offered()[0]?.click())
  await desk.settle()
  expect(desk.calls('import.start').map(({ input }) => [input['folder'], input['number_from']])).toEqual([
    ['/media/marc', undefined],
    ['/media/marc', '035a'],
  ])
})
