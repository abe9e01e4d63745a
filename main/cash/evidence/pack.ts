/** An export for auditors as one zip, made on a thread of its own: no scan waits for it. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Sheet } from '../../../shared/cash/evidence/sheet.ts'

/** A file of its own beside the sources; another bundle beside the bundle. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? 'pack-worker.ts' : '../evidence/index.js', import.meta.url)
}

/** @throws what the thread threw */
export async function packedEvidence(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const [bytes] = (await once(new Worker(workerFile(), { workerData: sheets }), 'message')) as [Uint8Array]
  return bytes
}
