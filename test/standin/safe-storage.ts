/**
 * `safeStorage` without an operating system's keystore: AES-256-GCM with a key file that only its owner can read.
 * Weaker than the real one, because anyone who reads the disk as this user has the key too; so it says `basic_text`.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function makeSafeStorage(userData: string) {
  const file = path.join(userData, 'standin-safe-storage.key')
  const key = (): Buffer => {
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
    return readFileSync(file)
  }
  return {
    getSelectedStorageBackend: (): string => 'basic_text',
    isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
    async encryptStringAsync(text: string): Promise<Buffer> {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key(), nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
      const cipher = createDecipheriv(CIPHER, key(), sealed.subarray(0, NONCE_BYTES))
      cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const text = cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
      return { result: Buffer.concat([text, cipher.final()]).toString('utf8'), shouldReEncrypt: false }
    },
  }
}
