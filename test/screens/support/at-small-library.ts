/** A desk that has just been started, set up with the small library through the contract; Rosa Ortiz is signed in. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Hands } from '../../standin/hands.ts'
import type { Desk } from '../../standin/launch.ts'
import { setUpDesk } from '../../standin/set-up-desk.ts'
import { writeLibrary } from './library.ts'

/** @param more files of the library's folder beside those of the small library, by name */
export async function atSmallLibrary(desk: Desk, more: Readonly<Record<string, string>> = {}): Promise<Hands> {
  const folder = writeLibrary(desk.userData)
  for (const [name, text] of Object.entries(more)) writeFileSync(path.join(folder, name), text)
  await setUpDesk(desk, folder)
  const hands = await Hands.at(desk)
  await hands.line.waitFor()
  return hands
}
