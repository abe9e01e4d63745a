/**
 * PINs are kept as salted scrypt hashes; nothing here can turn one back into a PIN. How slow they are is measured once
 * at each desk, and stands before each hash, so that a hash made elsewhere can still be checked; with it, whether the
 * PIN is long enough for a role that looks after the desk or the staff.
 */
import { scryptSync, timingSafeEqual } from 'node:crypto'
import { IS_LONG, OWN_PIN_DIGITS_MIN } from '../../shared/staff/pin-strength.ts'
import type { Random } from '../../shared/kernel/ids.ts'

/** N of scrypt is two to the power of this. 2^17 takes 128 MiB while it runs. */
export const PIN_COST_LOG2_MIN = 15
const COST_LOG2_MAX = 17
/** Less than a clerk notices between the last digit and the desk. */
const TAKES_MS_MAX = 250
const HASH_BYTES = 32
const BLOCK = { r: 8, p: 1, maxmem: 2 ** 28 } as const

export type PinHash = { readonly salt: Uint8Array; readonly hash: Uint8Array }

function slowly(text: string, salt: Uint8Array, cost_log2: number): Buffer {
  return scryptSync(text, salt, HASH_BYTES, { ...BLOCK, N: 2 ** cost_log2 })
}

/**
 * The strongest hash that this computer makes in a quarter of a second.
 * @param monotonic_ms a clock that only goes forward
 */
export function measuredPinCost(monotonic_ms: () => number): number {
  const began_ms = monotonic_ms()
  slowly('0', new Uint8Array(16), PIN_COST_LOG2_MIN)
  const took_ms = Math.max(1, monotonic_ms() - began_ms)
  const more = Math.floor(Math.log2(TAKES_MS_MAX / took_ms))
  return Math.min(COST_LOG2_MAX, Math.max(PIN_COST_LOG2_MIN, PIN_COST_LOG2_MIN + more))
}

/**
 * A hash of text that contains a PIN: too slow to try them all. 32 bytes. It is made before each sign-in, so it takes a
 * step less than the weakest stored hash; only a desk with a lower cost than any measured one makes it quicker.
 */
export function slowSeal(text: string, salt: Uint8Array, cost_log2: number): Buffer {
  return slowly(text, salt, Math.min(PIN_COST_LOG2_MIN, cost_log2) - 1)
}

export function hashPin(pin: string, random: Random, cost_log2: number): PinHash {
  const salt = random.bytes(16)
  const long = pin.length >= OWN_PIN_DIGITS_MIN ? IS_LONG : 0
  return { salt, hash: Buffer.concat([Buffer.of(cost_log2 | long), slowly(pin, salt, cost_log2)]) }
}

function costOf(hash: Uint8Array): number {
  return (hash[0] ?? 0) & ~IS_LONG
}

/** Of a person without a PIN there is none; a cost that no desk chooses, which could take minutes, is damage. */
function isHash(hash: Uint8Array): boolean {
  return hash.length === HASH_BYTES + 1 && costOf(hash) >= 1 && costOf(hash) <= COST_LOG2_MAX
}

function isPin(pin: string, { salt, hash }: PinHash): boolean {
  return timingSafeEqual(slowly(pin, salt, costOf(hash)), hash.subarray(1))
}

/**
 * Who of them has this PIN. Takes as long when nobody has one, or the time would say whose initials exist.
 * @param cost_log2 that of this desk
 */
export function whoHasPin<Person extends { readonly pin_salt: Uint8Array; readonly pin_hash: Uint8Array }>(
  people: readonly Person[],
  pin: string,
  cost_log2: number,
): Person | undefined {
  const known = people.filter((one) => isHash(one.pin_hash))
  if (known.length === 0) slowly(pin, new Uint8Array(16), cost_log2)
  return known.find((one) => isPin(pin, { salt: one.pin_salt, hash: one.pin_hash }))
}
