/**
 * The frame of a document on the wire, the same in every version: a line of JSON that names its format and version,
 * then half of its seal in hex. A document that was cut or changed anywhere does not fit its seal. Pure.
 */
import { z } from 'zod'
import { hex } from '../kernel/ids.ts'

/** 1 was never sent by a release. */
export const WIRE_VERSION = 2
/** Half of a seal is enough against what a wire or a disk damages. */
const SEAL_LENGTH = 32

/**
 * `newer`: made by a newer program. `damaged`: cut, changed, or no such document. `elsewhere`: whole, but its events do
 * not follow the head of this chain.
 */
export type BatchFault = { readonly kind: 'newer' | 'damaged' | 'elsewhere'; readonly says: string }

type Seal = (previous: Uint8Array, content: string) => Uint8Array

/** @param onto what the document is sealed onto */
export function framed(document: { readonly format: string }, onto: Uint8Array, seal: Seal): string {
  const { format, ...rest } = document
  const text = JSON.stringify({ format, version: WIRE_VERSION, ...rest })
  return `${text}\n${sealOf(text, onto, seal)}`
}

/** @throws when its text is no JSON though its seal fits */
export function unframed(framed: string, onto: Uint8Array, seal: Seal): { readonly json: unknown } | BatchFault {
  const end = framed.lastIndexOf('\n')
  const text = framed.slice(0, Math.max(0, end))
  if (framed.slice(end + 1) !== sealOf(text, onto, seal)) return { kind: 'damaged', says: 'its seal does not fit' }
  const json: unknown = JSON.parse(text)
  const { version } = z.object({ version: z.int() }).parse(json)
  if (version > WIRE_VERSION) return { kind: 'newer', says: `a batch of version ${version}` }
  if (version < WIRE_VERSION) return { kind: 'damaged', says: `version ${version} was never sent` }
  return { json }
}

function sealOf(text: string, onto: Uint8Array, seal: Seal): string {
  return hex(seal(onto, text)).slice(0, SEAL_LENGTH)
}
