/** PINs are kept as salted scrypt hashes; nothing here can turn one back into a PIN. */
import { scryptSync, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../shared/kernel/ids.ts'

/** About 40 ms on a desk's computer: short for a clerk, long for a thief who has the file. */
const COST = { N: 16_384, r: 8, p: 1 } as const
const HASH_BYTES = 32

export type PinHash = { readonly salt: Uint8Array; readonly hash: Uint8Array }

/** A hash of text that contains a PIN: as slow to brute-force as the PIN itself. 32 bytes. */
export function slowSeal(text: string, salt: Uint8Array): Buffer {
  return scryptSync(text, salt, HASH_BYTES, COST)
}

export function hashPin(pin: string, random: Random): PinHash {
  const salt = random.bytes(16)
  return { salt, hash: scryptSync(pin, salt, HASH_BYTES, COST) }
}

function isPin(pin: string, { salt, hash }: PinHash): boolean {
  const tried = scryptSync(pin, salt, HASH_BYTES, COST)
  return hash.length === HASH_BYTES && timingSafeEqual(tried, hash)
}

const NOBODY: PinHash = { salt: new Uint8Array(16), hash: new Uint8Array(HASH_BYTES) }

/** Who of them has this PIN. Takes as long when there is nobody, or the time would say whose initials exist. */
export function whoHasPin<Person extends { readonly pin_salt: Uint8Array; readonly pin_hash: Uint8Array }>(
  people: readonly Person[],
  pin: string,
): Person | undefined {
  if (people.length === 0) isPin(pin, NOBODY)
  return people.find((one) => isPin(pin, { salt: one.pin_salt, hash: one.pin_hash }))
}
