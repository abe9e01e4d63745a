/** What the parent of a spooler that is killed at random and its two children tell each other. */
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../../shared/devices/wire.ts'

/** `says`: what is not over, and how each device is, for a person who reads why nothing goes on. */
export type Counted = {
  readonly kind: 'counted'
  readonly waiting_count: number
  readonly failed_count: number
  readonly says: readonly string[]
}

export type FromStation =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asked'; readonly asked: ToDevicesHost }
  | { readonly kind: 'queued'; readonly number: number }
  | Counted

export type ToStation =
  | { readonly kind: 'said'; readonly said: FromDevicesHost }
  | { readonly kind: 'queue'; readonly number: number; readonly job: JobDraft }
  | { readonly kind: 'again' }
  | { readonly kind: 'count' }

export type FromDevices = { readonly kind: 'ready' } | { readonly kind: 'said'; readonly said: FromDevicesHost }
