/** The method that writes every patron into files. */
import { z } from 'zod'
import { lossLineSchema } from '../../import/mapping/loss-line.ts'
import { PATRON_FORMS } from '../../import/files-out/patron-forms.ts'
import { asSent, method, OWN_PIN_REFUSALS, ownPin, path, type MethodSpec } from '../method.ts'

export const PATRONS_OUT_METHODS = {
  'patrons.export': method({
    does:
      'Writes every patron into a new folder of CSV files, in the form that `import.start` reads (docs/import.md): ' +
      'who they are, cards, addresses, notes, blocks, who picks up for whom, and pairs who are two people. ' +
      '`form: koha`: one file for Koha’s patron import; `evergreen`: four files like its tables; each with a report ' +
      'of what became of every field. No PIN. The files are not encrypted. Needs the grant in one’s own role. ' +
      'Records how many patrons were written, and none of them.',
    permission: 'export-all-patrons',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      to_folder: path,
      /** Whose form the files have. */
      form: z.enum(PATRON_FORMS).optional(),
      /** For another system: the folder of the library’s `mapping.json` or Evergreen’s `org_units.csv`; or blank. */
      mapping_from: asSent(z.union([z.literal(''), path]).optional()),
      own_pin: ownPin,
    }),
    output: z.strictObject({
      folder: z.string(),
      patrons_count: z.int(),
      /** Patrons who have a PIN, which is in no file. */
      pins_count: z.int(),
      files: z.array(z.strictObject({ file: z.string(), rows_count: z.int() })),
      /** For another system: what became of each field, in counts that add up. Names no patron. */
      losses: z.array(lossLineSchema),
    }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'not-permitted',
      'import-running',
      'export-running',
      'place-not-whole',
      'folder-unreadable',
      'mapping-none',
      'mapping-wrong',
      'folder-exists',
      'place-is-data',
      'file-unwritable',
      'place-full',
    ],
    example: { to_folder: '/media/usb/patrons-friday', own_pin: '471108' },
  }),
} as const satisfies Record<string, MethodSpec>
