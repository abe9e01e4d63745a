/**
 * One desk for all tests of a file, at the size of the screen, with the small library: started before the first of
 * them, closed after the last.
 */
import { afterAll, beforeAll } from 'vitest'
import type { Hands } from '../../standin/hands.ts'
import { launch, type Desk } from '../../standin/launch.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { atSmallLibrary } from './at-small-library.ts'
import { SCREEN } from './eyes.ts'

type Running = { readonly desk: Desk; readonly hands: Hands }

/** Stands for what is there once the tests run, so that a file can name it before. */
function later<T extends object>(now: () => T): T {
  return new Proxy({} as T, {
    get: (_none, name) => {
      const value: unknown = Reflect.get(now(), name)
      return typeof value === 'function' ? (value.bind(now()) as unknown) : value
    },
  })
}

/** @param more files of the library's folder beside those of the small library, by name */
export function oneDesk(more: Readonly<Record<string, string>> = {}): Running {
  let running: Running | null = null
  const now = (): Running => must(running, 'the desk has started')
  beforeAll(async () => {
    const desk = await launch()
    await desk.page.setViewportSize(SCREEN)
    running = { desk, hands: await atSmallLibrary(desk, more) }
  })
  afterAll(() => running?.desk.close())
  return { desk: later(() => now().desk), hands: later(() => now().hands) }
}
