/**
 * Signing where the journal ends: at sign-out, backup, export and closing, and once a minute. What a person compares on
 * paper is said here: the head, and the fingerprint of the key that signed it. Must never run inside a transaction.
 */
import { signedLine, type SignedHead } from '../../shared/journal/signed-head.ts'
import { headText } from '../journal/journal.ts'
import { fingerprintOf } from '../journal/signing.ts'
import type { Library } from './library.ts'

/** Null on a computer that signs nothing. */
export function signHead({ signing, journal, folder }: Library): SignedHead | null {
  return signing?.sign(journal, folder) ?? null
}

/** What a paper says of the journal's end, for a later comparison. Empty where nothing is signed. */
export type HeadOnPaper = { readonly head: string; readonly fingerprint: string; readonly signed: string }

export function headOnPaper(library: Library): HeadOnPaper {
  const signed = signHead(library)
  const { head, terminal } = library.journal
  return {
    head: headText(head, terminal),
    fingerprint: signed ? fingerprintOf(signed.public_key) : '',
    signed: signed ? signedLine(signed) : '',
  }
}
