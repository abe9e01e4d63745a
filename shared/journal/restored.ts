/** What an opening keeps of a backup that was put in place: who did it, on what proof, and whether it is as signed. */
import { z } from 'zod'

/**
 * Why the backup was let in: a person who looks after desk and staff, signed in or by a PIN of the backup; the desk's
 * own recovery key; or a desk that was never set up, where everything is open.
 */
const restoreProof = z.enum(['person', 'recovery-key', 'never-set-up'])

/** The signed head beside the backup: by this computer, by another, none, or one that its entries do not match. */
const backupSigned = z.enum(['here', 'elsewhere', 'not', 'not-as-signed'])
export type BackupSigned = z.infer<typeof backupSigned>

export const restoredSchema = z.strictObject({
  /** The person's initials; empty where only a key was asked. */
  by: z.string().max(20),
  proof: restoreProof,
  backup_signed: backupSigned,
})
export type Restored = z.infer<typeof restoredSchema>

/**
 * The key that signs from an opening on: the first, the one of before, another, or the one of before whose last signed
 * head is gone or not genuine.
 */
export const signerSchema = z.strictObject({
  public_key: z.string().regex(/^[0-9a-f]{64}$/),
  state: z.enum(['first', 'same', 'other', 'head-gone']),
})
export type SignerFound = z.infer<typeof signerSchema>
