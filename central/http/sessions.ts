/**
 * Who asks: a terminal signs a nonce with the key that signs its journal, and gets a token for fifteen minutes. Kept in
 * memory: after a restart every desk begins a session again.
 */
import { randomBytes } from 'node:crypto'
import { isSignedBy } from '../../main/journal/signing.ts'
import { sessionText } from '../../shared/protocol/central.ts'

const NONCE_LIVES_MS = 60_000
const TOKEN_LIVES_MS = 15 * 60_000
/** Nonces that nobody answered; anybody may ask for one. */
const NONCES_MAX = 1000
const TRIES_MAX = 10
const TRIES_WITHIN_MS = 60_000

type Lasting = { readonly terminal: string; readonly until_ms: number }

export class Sessions {
  readonly #nonces = new Map<string, Lasting>()
  readonly #tokens = new Map<string, Lasting>()
  #tries: number[] = []

  /** Whether codes were tried too often of late: of eight letters nobody guesses one in fifteen minutes. */
  areTriesUsedUp(now_ms: number): boolean {
    this.#tries = this.#tries.filter((at_ms) => at_ms > now_ms - TRIES_WITHIN_MS)
    return this.#tries.length >= TRIES_MAX
  }

  noteTry(now_ms: number): void {
    this.#tries.push(now_ms)
  }

  nonce(terminal: string, now_ms: number): string {
    const oldest = this.#nonces.keys().next().value
    if (this.#nonces.size >= NONCES_MAX && oldest !== undefined) this.#nonces.delete(oldest)
    const nonce = randomBytes(32).toString('hex')
    this.#nonces.set(nonce, { terminal, until_ms: now_ms + NONCE_LIVES_MS })
    return nonce
  }

  /** A nonce is answered once. @returns null when it is not theirs, too old, or not signed by this key */
  begin(
    asked: { terminal: string; nonce: string; signature: string },
    public_key: string,
    now_ms: number,
  ): string | null {
    const known = this.#nonces.get(asked.nonce)
    this.#nonces.delete(asked.nonce)
    if (!known || known.terminal !== asked.terminal || known.until_ms < now_ms) return null
    if (!isSignedBy(public_key, sessionText(asked), asked.signature)) return null
    for (const [token, { until_ms }] of this.#tokens) if (until_ms < now_ms) this.#tokens.delete(token)
    const token = randomBytes(32).toString('hex')
    this.#tokens.set(token, { terminal: asked.terminal, until_ms: now_ms + TOKEN_LIVES_MS })
    return token
  }

  /** Whose token it is. */
  terminalOf(token: string, now_ms: number): string | null {
    const known = this.#tokens.get(token)
    return known && known.until_ms >= now_ms ? known.terminal : null
  }
}
