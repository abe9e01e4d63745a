/**
 * The timeout of every wait for the real application: long, because a busy computer is slow; it only ends what hangs.
 */
export const PATIENCE_MS = 120_000
