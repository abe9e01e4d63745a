/** MARCXML made to fill the memory of the desk (security review S4-6): told and left out, and little of it is kept. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { Meter } from '../../../main/data-in/bytes.ts'
import { marcXmlRecords } from '../../../main/data-in/marc/marcxml.ts'
import { testFolder } from '../support/folders.ts'
import { BASE, counts, folderOf, reasons, takeIn } from './importing.ts'

const FIELD = '<datafield tag="500" ind1=" " ind2=" "><subfield code="a">A note</subfield></datafield>'
const TITLE =
  '<controlfield tag="001">b1</controlfield><datafield tag="245"><subfield code="a">Dune</subfield></datafield>'

const collection = (...records: readonly string[]): string =>
  `<collection>${records.map((fields) => `<record>${fields}</record>`).join('\n')}</collection>`

describe('a record beyond the limits is left out, and the next one is taken', () => {
  test.each([
    ['fields', FIELD.repeat(10_001)],
    ['subfields', `<datafield tag="500">${'<subfield code="a">x</subfield>'.repeat(20_001)}</datafield>`],
    ['control fields', '<controlfield tag="001">x</controlfield>'.repeat(20_001)],
    ['text', `<controlfield tag="001">${'x'.repeat(900_000)}</controlfield>`.repeat(5)],
  ])('too many %s', async (_what, fields) => {
    const { result, report } = await takeIn(folderOf({ ...BASE, 'a.xml': collection(fields, TITLE) }))
    expect(counts(result)['a.xml']).toBe('2 = 1 + 1')
    expect(reasons(report, 'a.xml')).toEqual([expect.stringMatching(/^1 record: is too large/)])
  })
})

test('a record as large as the largest real ones is taken', async () => {
  const { result } = await takeIn(folderOf({ ...BASE, 'a.xml': collection(TITLE + FIELD.repeat(5000)) }))
  expect(counts(result)['a.xml']).toBe('1 = 1 + 0')
})

describe('what the reader could only keep whole refuses the file', () => {
  const attributes = Array.from({ length: 21 }, (_, at) => `a${at}="1"`).join(' ')
  const long = 'x'.repeat(1_100_000)
  test.each([
    ['21 attributes', `<datafield ${attributes}/>`, 'an element has more than 20 attributes'],
    ['a long attribute', `<datafield tag="${long}"/>`, 'a value is longer than a million characters'],
    ['a long value', `<controlfield tag="001">${long}</controlfield>`, 'a value is longer than a million characters'],
    ['a long name', `<${long}/>`, 'a value is longer than a million characters'],
    ['a long comment', `<!--${long}-->`, 'a value is longer than a million characters'],
  ])('%s', async (_what, fields, reason) => {
    const { result } = await takeIn(folderOf({ ...BASE, 'a.xml': collection(fields, TITLE) }))
    expect(result.status.files.find(({ file }) => file === 'a.xml')?.message).toContain(reason)
  })
})

/** Looks at what is held in memory after every ten megabytes that were read. */
class Watch extends Meter {
  readonly held: number[] = []

  override add(chunk: Buffer): void {
    super.add(chunk)
    if (Math.floor(this.bytes / 10_000_000) === this.held.length) return
    collectGarbage()
    this.held.push(process.memoryUsage().heapUsed)
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test('a record without end holds no more memory the longer it goes on', async () => {
  const path = join(testFolder(), 'a.xml')
  const file = openSync(path, 'w')
  writeSync(file, '<record>')
  const block = FIELD.repeat(10_000)
  for (let at = 0; at < 60; at += 1) writeSync(file, block)
  closeSync(file)
  const watch = new Watch()
  // Cut short, it is refused at its end.
  await expect(marcXmlRecords(path, 'utf-8', watch).next()).rejects.toThrow('not-xml')
  expect(watch.held.length).toBeGreaterThan(4)
  const [first = 0] = watch.held
  const most = Math.max(...watch.held)
  // Every ten megabytes of the file held on to would be some thirty here.
  expect(most - first).toBeLessThan(5_000_000)
})
