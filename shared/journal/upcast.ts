/**
 * Every version of an event that ever shipped stays readable: for each kind and version that is no longer recorded, a
 * step that makes its body one of the next version. Pure. A step never changes once it shipped.
 */
import { OperatingError } from '../kernel/outcome.ts'

/** Makes a body of one version one of the next. What comes out of the last step is held against today's shape. */
export type Upcast = (body: unknown) => unknown

/** By kind, then by the version that it makes a next one of. */
export type Upcasts = Readonly<Record<string, Readonly<Record<number, Upcast>>>>

/** Nothing was released: every kind is version 1. The tests prove the machinery on steps of their own. */
export const UPCASTS: Upcasts = {}

export function upcast(steps: Upcasts, kind: string, from_v: number, to_v: number, was: unknown): unknown {
  let body = was
  for (let v = from_v; v < to_v; v += 1) {
    const step = steps[kind]?.[v]
    if (!step) throw new OperatingError('chain-broken', `no step from version ${v} of ${kind}`)
    body = step(body)
  }
  return body
}
