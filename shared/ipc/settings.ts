/** The settings of one desk: each with its allowed values and its default. They are not facts, and are not sealed. */
import { z } from 'zod'

export const SETTINGS = {
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  text_scale: z.enum(['100', '125', '150', '200']),
  sound_volume: z.int().min(0).max(100),
  muted_outcomes: z.array(z.enum(['done', 'route', 'decide', 'stop'])),
  key_preset: z.enum(['datestamp', 'evergreen', 'polaris']),
  /** Action name to key chord, over the preset: { "check-in": "Ctrl+7" }. */
  key_overrides: z.record(z.string(), z.string()),
  /** The prefix of the library's own cards or items, to complete a typed tail; empty for none. */
  card_prefix: z.string().max(13),
  item_prefix: z.string().max(13),
  /** Minutes of inactivity after which the desk locks and keeps everything; 0 never. */
  idle_lock_minutes: z.int().min(0).max(240),
} as const
export const settingsSchema = z.strictObject(SETTINGS)
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  text_scale: '100',
  sound_volume: 70,
  muted_outcomes: [],
  key_preset: 'datestamp',
  key_overrides: {},
  card_prefix: '',
  item_prefix: '',
  idle_lock_minutes: 5,
}
