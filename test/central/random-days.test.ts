/**
 * Shifts at random through central: after each, twin and journal, the library's file and the desk's copy of it are
 * equal in every row; with central away for a while, too.
 */
import fc from 'fast-check'
import { test } from 'vitest'
import { ofMany } from '../support/of-many.ts'
import { doAct, shiftActs } from '../main/support/shift-acts.ts'
import { enrolledDesk, expectEqual, testCentral } from './support/central-desk.ts'

test('a shift at random is the same at central', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(shiftActs, { minLength: 20, maxLength: 60 }), fc.nat(60), async (acts, away_from) => {
      const central = await testCentral()
      const desk = await enrolledDesk(central)
      for (const [index, act] of acts.entries()) {
        if (index === away_from) await central.stop()
        await doAct(desk, act)
      }
      if (away_from < acts.length) await central.start()
      await expectEqual(desk, central)
    }),
    { numRuns: ofMany(8, 60), endOnFailure: true },
  )
})
