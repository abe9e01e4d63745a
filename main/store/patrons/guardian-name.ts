/** What a guardian is called: who is linked by their name of now, which may have changed; else as it was typed. */
import { sql } from 'kysely'

/** A column of a statement that reads `patron`. */
export const GUARDIAN_NOW = sql<string>`coalesce(
  (SELECT trim(linked.given || ' ' || linked.surname) FROM patron AS linked
    WHERE linked.patron_id = patron.guardian_patron_id),
  patron.guardian)`.as('guardian')
