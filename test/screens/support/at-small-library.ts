/** A desk that has just been started, set up with the small library through the contract; Rosa Ortiz is signed in. */
import { Hands } from '../../standin/hands.ts'
import type { Desk } from '../../standin/launch.ts'
import { setUpDesk } from '../../standin/set-up-desk.ts'
import { writeLibrary } from './library.ts'

export async function atSmallLibrary(desk: Desk): Promise<Hands> {
  await setUpDesk(desk, writeLibrary(desk.userData))
  const hands = await Hands.at(desk)
  await hands.line.waitFor()
  return hands
}
