/** The parent port of the stand-in keeps what comes before anybody listens, as Electron's does. */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testFolder } from '../main/support/folders.ts'
import { utilityProcess } from './utility-process.ts'

/** Listens only once three messages have arrived, and sends back what it hears. */
const LATE = `
let arrived_count = 0
process.on('message', () => {
  arrived_count += 1
  if (arrived_count === 3) process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(data))
})
process.parentPort.postMessage('runs')
`

test('what is sent before the process listens is heard once it does, before what comes later, in order', async () => {
  const file = join(testFolder(), 'late.mjs')
  writeFileSync(file, LATE)
  const child = utilityProcess.fork(file)
  const heard: unknown[] = []
  child.on('message', (message) => heard.push(message))
  onTestFinished(async () => {
    const gone = once(child, 'exit')
    child.kill()
    await gone
  })
  for (const number of [1, 2, 3]) child.postMessage({ number })
  await expect.poll(() => heard).toHaveLength(4)
  child.postMessage({ number: 4 })
  await expect.poll(() => heard).toEqual(['runs', ...[1, 2, 3, 4].map((number) => ({ number }))])
})
