/** Work for a device: one piece after another, each answered once, and nothing begun that nobody wants any more. */
import { beforeEach, expect, test } from 'vitest'
import type { Driver } from '../../../main/devices/driver.ts'
import { WorkQueue } from '../../../main/devices/work-queue.ts'
import type { DeviceWork, WorkEnd } from '../../../shared/devices/wire.ts'

const PULSE: DeviceWork = { kind: 'pulse' }
const DONE: WorkEnd = { end: 'done', detail: '' }

let begun: PromiseWithResolvers<WorkEnd>[]
let canceled_count: number
let ended: string[]
let queue: WorkQueue

/** A device that ends its work when the test says so. */
const driver: Driver = {
  opened: () => undefined,
  take: () => undefined,
  do: () => {
    const work = Promise.withResolvers<WorkEnd>()
    begun.push(work)
    return work.promise
  },
  cancel: () => {
    canceled_count += 1
  },
  tellAgain: () => undefined,
  end: () => undefined,
}

beforeEach(() => {
  begun = []
  canceled_count = 0
  ended = []
  queue = new WorkQueue({
    driver,
    ended: (work_ref, { end, detail }) => ended.push([work_ref, end, detail].filter(Boolean).join(' ')),
    log: () => undefined,
  })
})

test('one piece after another, in the order in which they came', async () => {
  queue.opened()
  for (const work_ref of ['a', 'b', 'c']) queue.add(work_ref, PULSE)
  expect(begun).toHaveLength(1)
  begun[0]?.resolve(DONE)
  await expect.poll(() => begun.length).toBe(2)
  begun[1]?.resolve({ end: 'not-done', detail: 'paper-out' })
  await expect.poll(() => begun.length).toBe(3)
  begun[2]?.resolve(DONE)
  await expect.poll(() => ended).toEqual(['a done', 'b not-done paper-out', 'c done'])
})

test('a device that is not open does nothing, now or when it opens', () => {
  queue.add('a', PULSE)
  queue.opened()
  expect([begun.length, ended]).toEqual([0, ['a not-done not-ready']])
})

test('what is sent twice is done once', async () => {
  queue.opened()
  queue.add('a', PULSE)
  queue.add('a', PULSE)
  queue.add('b', PULSE)
  queue.add('b', PULSE)
  begun[0]?.resolve(DONE)
  await expect.poll(() => begun.length).toBe(2)
  begun[1]?.resolve(DONE)
  await expect.poll(() => ended).toEqual(['a done', 'b done'])
  expect(begun).toHaveLength(2)
})

test('canceled: what waits is not done; what began is left to its driver', async () => {
  queue.opened()
  queue.add('a', PULSE)
  queue.add('b', PULSE)
  queue.cancel('b')
  queue.cancel('a')
  queue.cancel('of nobody')
  expect([ended, canceled_count]).toEqual([['b not-done canceled'], 1])
  begun[0]?.resolve(DONE)
  await expect.poll(() => ended).toEqual(['b not-done canceled', 'a done'])
})

test('lost: what waits is not done; what began may be', async () => {
  queue.opened()
  queue.add('a', PULSE)
  queue.add('b', PULSE)
  queue.closed('lost')
  begun[0]?.resolve({ end: 'may-be-done', detail: 'lost' })
  await expect.poll(() => ended).toEqual(['b not-done lost', 'a may-be-done lost'])
  expect(begun).toHaveLength(1)
})

test('a driver that throws may have done it, and the next piece follows', async () => {
  queue.opened()
  queue.add('a', PULSE)
  queue.add('b', PULSE)
  begun[0]?.reject(new Error('made up'))
  await expect.poll(() => begun.length).toBe(2)
  begun[1]?.resolve(DONE)
  await expect.poll(() => ended).toEqual(['a may-be-done broken', 'b done'])
})

test('more than fits is refused, and nothing of what waits is lost', async () => {
  queue.opened()
  for (let number = 0; number < 60; number += 1) queue.add(`n${number}`, PULSE)
  expect(ended).toEqual(Array.from({ length: 9 }, (_, at) => `n${at + 51} not-done too-much`))
  for (let at = 0; at < 51; at += 1) {
    await expect.poll(() => begun.length).toBeGreaterThan(at)
    begun[at]?.resolve(DONE)
  }
  await expect.poll(() => ended.length).toBe(60)
})
