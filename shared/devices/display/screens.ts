/** The screens of a computer, and the window on one of them that faces the patron. Data only. */
import { z } from 'zod'

export const SCREENS_MAX = 16

const screenKey = z.string().max(100)

/** A screen beside the one that the desk is on. */
export const screenSchema = z.strictObject({
  /** As the system tells it apart from others. */
  screen_key: screenKey,
  /** What the system calls it; often empty. */
  name: z.string().max(200),
  width_px: z.int().nonnegative(),
  height_px: z.int().nonnegative(),
})
export type Screen = z.infer<typeof screenSchema>

/** `screen_key` null: a window of its own, which a person moves to where it belongs. */
export const patronWindowSchema = z.strictObject({ screen_key: screenKey.nullable() })
export type PatronWindowWish = z.infer<typeof patronWindowSchema>
