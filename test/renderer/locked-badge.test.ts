/** Badges at a locked desk, which names none of them: each is asked for its PIN anew. */
import { afterEach, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { EMPTY, WARMTH } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

/** The desk after the nth badge. */
function scanned(number: number): DeskSnapshot {
  const band = { ...WARMTH, number, outcome: 'decide', heading: 'Badge read.' } as const
  const asked_pin = { name: '', for: 'sign-in', row_id: '' } as const
  return { ...EMPTY, version: 20 + number, stage: 'locked', patron: null, band, asked_pin }
}

const pin = (): HTMLInputElement | null => document.querySelector('input[name="pin"]')

it('a second badge clears the PIN half typed for the first, and takes the focus', async () => {
  desk = await mountScene(scanned(1))
  expect(document.activeElement).toBe(pin())
  await desk.type('47')
  expect(pin()?.value).toBe('47')
  desk.focus(document.querySelector('button'))
  desk.wire.show(scanned(2))
  await desk.settle()
  expect([pin()?.value, document.activeElement]).toEqual(['', pin()])
})
