/** Every wait for the real application ends after this, only so that what hangs ends: a busy computer is slow. */
export const PATIENCE_MS = 120_000
