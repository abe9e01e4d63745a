/** The name of a role in the reader's language, as long as the library has not given it one of its own. Pure. */
import { en, type Words } from './en/en.ts'

/** @param name as the library has it: a built-in role comes with its English name */
export function roleNameIn({ staff }: Words, role_code: string, name: string): string {
  const shipped: Readonly<Record<string, string>> = en.staff.role_names
  const said: Readonly<Record<string, string>> = staff.role_names
  return shipped[role_code] === name ? (said[role_code] ?? name) : name
}
