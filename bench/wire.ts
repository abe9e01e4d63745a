/** What a batch costs on its way to a server: processor time of encoding and decoding, and bytes. No store. */
import { gzipSync } from 'node:zlib'
import { FIRST_HEAD, seal } from '../main/journal/chain.ts'
import { assert } from '../shared/kernel/assert.ts'
import { decodeBatch, encodeBatch, type Documents } from '../shared/protocol/batch.ts'
import { inBatches, madeShift } from '../test/support/made-shift.ts'
import { countText, median, msText, processorMs, type Figure } from './support/figures.ts'
import type { Size } from './support/sizes.ts'

const EVENTS = 10_000
const BATCH = 500
const ENCODE_MS_MAX = 0.035
const CHAIN = { head: FIRST_HEAD, seal }

export function benchWire(size: Size): Figure[] {
  const batches = inBatches(madeShift(EVENTS), BATCH)
  let documents: readonly Documents[] = []
  const encode = (): void => void (documents = batches.map((batch) => encodeBatch(batch, CHAIN)))
  const decode = (): void => {
    for (const one of documents) assert(decodeBatch(one, CHAIN).kind === 'events', 'a batch that was just encoded')
  }
  const each = (work: () => void): number => median(Array.from({ length: size.runs }, () => processorMs(work) / EVENTS))
  encode()
  decode()
  const encode_ms = each(encode)
  const decode_ms = each(decode)
  const bytes = documents.reduce((sum, one) => sum + gzipSync(one.sealed).length + gzipSync(one.beside).length, 0)
  const packed = `${(bytes / EVENTS).toFixed(1)} bytes in gzip`
  return [
    {
      what: `An event encoded for the wire, processor time, in batches of ${BATCH}`,
      measured: msText(encode_ms),
      target: `at most ${msText(ENCODE_MS_MAX)}`,
      isMet: encode_ms <= ENCODE_MS_MAX,
      beside: `decoded and proven ${msText(decode_ms)}; ${packed}; ${countText(EVENTS)} events`,
    },
  ]
}
