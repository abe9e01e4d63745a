/**
 * Identifiers, each a type of its own, and UUIDv7 from a given clock and given random bytes, never from the machine's
 * own.
 */
import { assert } from './assert.ts'
import { brand, type Brand } from './brand.ts'
import type { Instant } from './time.ts'

/** A record's number in the reference file. Never written into hashed journal content. */
export type PatronId = Brand<number, 'PatronId'>
export type ItemId = Brand<number, 'ItemId'>
export type TitleId = Brand<number, 'TitleId'>

/** Codes the library chose: "MAIN", "ADULT", "DVD", "rortiz". */
export type BranchCode = Brand<string, 'BranchCode'>
export type CategoryCode = Brand<string, 'CategoryCode'>
export type ItemTypeCode = Brand<string, 'ItemTypeCode'>
export type StaffCode = Brand<string, 'StaffCode'>

/** Made by the caller at first intent; a repeated id gets the same answer. A UUIDv7 in lower case. */
export type CommandId = Brand<string, 'CommandId'>

/** `length` random bytes. The desk's come from the machine, a test's from a seed. */
export type Random = { readonly bytes: (length: number) => Uint8Array }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function rowId(value: number): number {
  assert(Number.isSafeInteger(value) && value > 0, `not a record number: ${value}`)
  return value
}
export const patronId = (value: number): PatronId => brand<PatronId>(rowId(value))

/** Whether this can be a code the library chose: of a branch, category, item type or staff member. */
export function isCode(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/&-]{0,63}$/u.test(value)
}

function code(value: string): string {
  assert(isCode(value), `not a code: ${value}`)
  return value
}
export const branchCode = (value: string): BranchCode => brand<BranchCode>(code(value))
export const categoryCode = (value: string): CategoryCode => brand<CategoryCode>(code(value))
export const itemTypeCode = (value: string): ItemTypeCode => brand<ItemTypeCode>(code(value))
export const staffCode = (value: string): StaffCode => brand<StaffCode>(code(value))

export function parseCommandId(text: string): CommandId | null {
  return UUID.test(text) ? brand<CommandId>(text) : null
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. Needs ten random bytes. */
export function commandId(now: Instant, random: Random): CommandId {
  const tail = random.bytes(10)
  assert(tail.length === 10, 'ten random bytes')
  const time = now.toString(16).padStart(12, '0')
  assert(now >= 0 && time.length === 12, 'a time that fits 48 bits')
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80
  const rest = hex(tail)
  const text = `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`
  assert(UUID.test(text), 'a UUIDv7')
  return brand<CommandId>(text)
}
