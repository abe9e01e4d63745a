/**
 * The envelope around every call and every push, between all processes and at the script door. One argument in, one
 * reply out; a fault carries a short number to read aloud, never a stack.
 */
import { z } from 'zod'
import { deviceScanSchema } from '../devices/wire.ts'
import { longWorkSchema } from '../kernel/long-work.ts'

export const requestSchema = z.strictObject({
  /** Chosen by the caller, returned with the reply. */
  id: z.int().nonnegative(),
  method: z.string().max(100),
  input: z.unknown(),
})
export type Request = z.infer<typeof requestSchema>

export const replySchema = z.strictObject({
  id: z.int().nonnegative(),
  result: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ok'), output: z.unknown() }),
    /** The rules say no: its code, and the words for the clerk. */
    z.strictObject({
      kind: z.literal('refused'),
      code: z.string(),
      says: z.string(),
      way_out: z.string(),
      /** Which field or figure it is about, where the code alone does not say it. */
      about: z.string().optional(),
    }),
    /** The world failed: what to do about it. */
    z.strictObject({
      kind: z.literal('failed'),
      code: z.string(),
      says: z.string(),
      /** True when the entry was on disk before the world failed. */
      is_recorded: z.boolean().optional(),
    }),
    /** The caller broke the contract: which method, and where. */
    z.strictObject({ kind: z.literal('bad-input'), says: z.string() }),
    /** The program is wrong. `fault` is the number in the log; `says` tells whether anything was recorded. */
    z.strictObject({ kind: z.literal('fault'), fault: z.string(), is_recorded: z.boolean(), says: z.string() }),
  ]),
})
export type Reply = z.infer<typeof replySchema>
export type Result = Reply['result']

/** As much of a scan that was not taken as tells it from the others. */
export const DROPPED_TEXT_MAX = 40

/** What the station and main push to the screen. */
export const pushSchema = z.discriminatedUnion('topic', [
  /** The desk changed: ask for a snapshot unless you have this version. */
  z.strictObject({ topic: z.literal('desk-changed'), version: z.int() }),
  /** The progress of long work, 0 to 1, and in words. */
  z.strictObject({ topic: z.literal('progress'), of: longWorkSchema, progress: z.number(), says: z.string() }),
  /** A process ended or came back. The clerk is told; what was recorded stays recorded. */
  z.strictObject({
    topic: z.literal('process-state'),
    process: z.enum(['station', 'devices']),
    state: z.enum(['up', 'restarting', 'down']),
  }),
  /** A scanner that is no keyboard read this: it takes its place among the keys. */
  z.strictObject({ topic: z.literal('scanned'), scan: deviceScanSchema }),
  /** Scanners read this while no page listened, and none of it was taken: it has to be scanned again. */
  z.strictObject({
    topic: z.literal('scans-dropped'),
    scans_count: z.int().positive(),
    /** What was read, in order, as far as it was held. */
    texts: z.array(z.string().max(DROPPED_TEXT_MAX)),
  }),
])
export type Push = z.infer<typeof pushSchema>
export type ScansDropped = Omit<Extract<Push, { topic: 'scans-dropped' }>, 'topic'>
