/**
 * Reads a time of day as it is written on paper: "2:15 PM", "2 pm", "14:15". Without AM or PM it is of the 24 hours.
 * Pure; guesses nothing that it cannot parse.
 */
import { minuteOfDay, parseMinuteOfDay, type MinuteOfDay } from '../../kernel/time.ts'

const HALF_DAY_MINUTES = 720
const DAY_MINUTES = 1440

/** @returns the minute of the day, below 1,440; null for any other text */
export function readTime(text: string): MinuteOfDay | null {
  const said = text.trim().toLowerCase()
  const half = /^(\d{1,2})(?::(\d{2}))?\s?([ap])(?:\.?\s?m\.?)?$/.exec(said)
  if (half) return ofHalfDay(Number(half[1]), Number(half[2] ?? '0'), half[3] === 'p')
  const whole = parseMinuteOfDay(said)
  return whole !== null && whole < DAY_MINUTES ? whole : null
}

function ofHalfDay(hour: number, minute: number, isAfternoon: boolean): MinuteOfDay | null {
  if (hour < 1 || hour > 12 || minute > 59) return null
  return minuteOfDay((hour % 12) * 60 + minute + (isAfternoon ? HALF_DAY_MINUTES : 0))
}
