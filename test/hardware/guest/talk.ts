/** What host and guest tell each other, a line of JSON each. */
import type { FromDevices } from '../../../main/ipc/wire.ts'
import type { ACTS } from './acts.ts'

export type Acts = typeof ACTS

/** From the host. */
export type Asked = { readonly number: number; readonly act: keyof Acts; readonly given: readonly unknown[] }

/** From the guest. */
export type Answer =
  | { readonly kind: 'up' }
  | { readonly kind: 'done'; readonly number: number; readonly result: unknown }
  | { readonly kind: 'fault'; readonly number: number; readonly fault: string }
  /** @property at_ms milliseconds of the guest's clock */
  | { readonly kind: 'devices'; readonly at_ms: number; readonly message: FromDevices }
