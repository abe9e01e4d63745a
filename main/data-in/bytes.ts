/**
 * The bytes of a file on their way to a reader: counted, sealed by SHA-256, and turned into UTF-8 where they are not.
 */
import { createHash, type Hash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { readStream } from './reading/read-file.ts'
import type { TextEncoding } from './inspect.ts'

/** Small, because a chunk is parsed in one go, and the desk waits meanwhile. */
const CHUNK_BYTES = 16 * 1024

/** What has been read of a file so far. */
export class Meter {
  readonly #hash: Hash = createHash('sha256')
  bytes = 0

  add(chunk: Buffer): void {
    this.bytes += chunk.length
    this.#hash.update(chunk)
  }

  /** Asked once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}

export async function* chunksOf(path: string, meter: Meter): AsyncGenerator<Buffer> {
  for await (const chunk of readStream(path, CHUNK_BYTES)) {
    const bytes = chunk as Buffer
    meter.add(bytes)
    yield bytes
  }
}

/** Passes bytes on as UTF-8. */
export class AsUtf8 extends Transform {
  readonly #decoder: TextDecoder | null

  constructor(encoding: TextEncoding) {
    super()
    this.#decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding)
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, this.#decoder ? Buffer.from(this.#decoder.decode(chunk, { stream: true })) : chunk)
  }
}
