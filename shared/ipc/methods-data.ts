/** The methods about imports, settings, the journal, backup and the state of the desk. */
import { z } from 'zod'
import { restoredSchema } from '../journal/restored.ts'
import { missing } from '../journal/witness.ts'
import { recoveryKeyText } from './this-desk/methods-rescue.ts'
import { settingsSchema } from './settings.ts'
import { authoritySchema, besideDeskSchema } from '../import/mapping/authority.ts'
import { marcPlaceSchema } from '../import/marc-mapping.ts'
import { openingSumSchema } from '../import/opening-sum.ts'
import { lossLineSchema } from '../import/mapping/loss-line.ts'
import { MAPPING_NAMES } from '../import/mapping/patron-mapping.ts'
import { reportLineSchema } from '../import/report-line.ts'
import { findingSchema } from './methods-policy.ts'
import {
  asSent,
  commandId,
  EXAMPLE_ID,
  libraryAct,
  limit,
  method,
  type MethodSpec,
  nothing,
  ofPatron,
  ofPin,
  path,
  OWN_PIN_REFUSALS,
  ownPin,
  NEW_FILE_REFUSALS,
} from './method.ts'

const importFileSchema = z.strictObject({
  file: z.string(),
  rows_count: z.int(),
  imported_count: z.int(),
  rejected_count: z.int(),
  /** `refused`: the whole file was left out, and why. */
  state: z.enum(['waiting', 'reading', 'taken', 'refused']),
  message: z.string(),
})

const importStatusSchema = z.strictObject({
  running: z.boolean(),
  /** 0 to 1 over all bytes. */
  progress: z.number().min(0).max(1),
  files: z.array(importFileSchema),
  report_file: z.string(),
  /** The first lines of the report. The values are only in the file. */
  report: z.array(reportLineSchema),
  /** Unaccepted findings about the folder's rules: nothing was imported then. */
  findings: z.array(findingSchema),
  /** Rules that were changed at this desk and differ in the folder: nothing was imported then. */
  changed_rules: z.array(z.strictObject({ name: z.string(), says: z.string() })),
  /** Patrons of the folder who were left out, because they were erased here at their own wish. */
  erased_count: z.int(),
  /** Open debts and credits by file and kind: what the files say, and what was read back from this desk’s data. */
  opening: z.array(openingSumSchema.extend({ file: z.string() })),
  /** MARC records that were left out, because they have no number where the library says. */
  numberless_count: z.int(),
  /** Where else they have one, the place that serves most of them first: for `number_from` of `import.start`. */
  number_offers: z.array(z.strictObject({ place: z.string(), says: z.string(), records_count: z.int() })),
  is_preview: z.boolean(),
  /** By a saved mapping: what became of each column, in counts that add up. Names no patron. */
  losses: z.array(lossLineSchema),
  /** Columns of patrons that this desk had changed: in how many rows its value stayed, and the file won. */
  beside_desk: z.array(besideDeskSchema),
})

const countsSchema = z.strictObject({ journal_events_count: z.int(), patrons_count: z.int(), items_count: z.int() })

const ruleNames = z.array(z.string().max(400)).max(5000)

export const DATA_METHODS = {
  'import.start': method({
    does:
      'Imports a folder of CSV and MARC files (docs/import.md). Accept warnings about its rules by name. For each ' +
      'rule changed at this desk, say which to use: the desk’s (`keep_rules`) or the folder’s (`take_rules`).',
    permission: 'anyone',
    confidentiality: 'library',
    changes: true,
    input: z.strictObject({
      commandId,
      folder: path,
      /** The folder is the sample library that comes with the program: only into an empty desk, and marked there. */
      is_sample: z.boolean().optional(),
      accept_findings: asSent(z.array(z.string().max(400)).max(5000).default([])),
      /** Names of rules changed at this desk to keep. */
      keep_rules: asSent(ruleNames.optional()),
      /** Names of those for which to take the folder’s; a form sends one checkbox each. */
      take_rules: asSent(z.union([ruleNames, z.record(z.string(), z.boolean())]).optional()),
      /** Where MARC records without a number have it ("035a"): one place joins the remembered, a list replaces them. */
      number_from: z.union([z.array(marcPlaceSchema).max(20), marcPlaceSchema]).optional(),
      /** Numbers of patrons who were erased here and ask to be patrons again; a form sends one. */
      take_back: ofPatron(z.union([z.array(z.string().max(100)).max(1000), z.string().max(100)]).optional()),
      /** Columns in which patrons’ files win over this desk; remembered by mapping. Absent: as remembered. */
      authority: asSent(authoritySchema.optional()),
      /** Another system’s files, by the mapping saved for it; blank: files in the form of docs/import.md. */
      mapping: z.enum(['', ...MAPPING_NAMES]).optional(),
      /** Imports nothing, and reports what would become of the folder. */
      is_preview: z.boolean().optional(),
      own_pin: ownPin,
    }),
    output: importStatusSchema,
    refusals: [
      ...OWN_PIN_REFUSALS,
      'place-not-whole',
      'folder-unreadable',
      'folder-without-data',
      'mapping-wrong',
      'import-at-central',
      'import-running',
      'backup-running',
      'export-running',
      'sample-library',
      'practice-desk',
      'library-here',
      'not-permitted',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, folder: '/media/library-export', accept_findings: [], own_pin: '471108' },
  }),
  'folder.list': method({
    does:
      'Lists the folders inside a folder on this computer, for choosing one to import, with how many of its files ' +
      'can be imported. An empty folder lists where data usually is. Open to anyone until the desk is set up, then ' +
      'to roles that can import.',
    permission: 'anyone',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ folder: asSent(z.string().max(1000)) }),
    output: z.strictObject({
      folder: z.string(),
      /** Empty: back to the usual places. Null: nothing is above. */
      parent: z.string().nullable(),
      folders: z.array(z.strictObject({ name: z.string(), folder: z.string() })),
      files_count: z.int(),
    }),
    refusals: ['not-permitted', 'place-not-whole', 'folder-unreadable'],
    example: { folder: '' },
  }),
  'import.status': method({
    does: 'Returns the progress of the import, file by file. Open to anyone until the desk is set up, then to staff.',
    permission: 'anyone',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: importStatusSchema,
    refusals: [],
    example: {},
  }),
  'settings.get': method({
    does: 'Returns this desk’s settings: theme, text size, sounds, keys.',
    permission: 'anyone',
    confidentiality: 'public',
    changes: false,
    input: nothing,
    output: z.strictObject({ settings: settingsSchema }),
    refusals: [],
    example: {},
  }),
  'settings.set': method({
    does: 'Changes the settings given. Changing auto-lock takes the grant `look-after-desk`.',
    permission: 'staff',
    confidentiality: 'public',
    changes: false,
    input: z.strictObject({ settings: settingsSchema.partial() }),
    output: z.strictObject({ settings: settingsSchema }),
    refusals: ['not-permitted', 'recording-stopped'],
    example: { settings: { theme: 'dark' } },
  }),
  'journal.verify': method({
    does: 'Checks the whole journal: its chain, its order, and whether it agrees with the desk’s records.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: z.strictObject({
      events_count: z.int(),
      head: z.string(),
      problems: z.array(z.strictObject({ event: z.string(), says: z.string() })),
    }),
    refusals: [],
    example: {},
  }),
  'journal.recent': method({
    does: 'Lists the latest acts recorded at this desk, newest first, without any patron.',
    permission: 'see-work-log',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ limit: limit.default(20) }),
    output: z.strictObject({
      events: z.array(
        z.strictObject({
          event: z.string(),
          kind: z.string(),
          at_ms: z.int(),
          staff_code: z.string(),
          item_barcode: z.string(),
        }),
      ),
    }),
    refusals: [],
    example: { limit: 20 },
  }),
  'journal.export': method({
    does: 'Exports the journal as lines that tools/verify.mjs checks without Datestamp. Names no patron.',
    permission: 'look-after-desk',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ to_file: path }),
    output: z.strictObject({ file: z.string(), events_count: z.int(), head: z.string() }),
    refusals: ['approval-asked', ...NEW_FILE_REFUSALS],
    example: { to_file: '/media/usb/journal.jsonl' },
  }),
  'store.backup': method({
    does:
      'Backs up both data files, encrypted with the desk’s key, while the desk keeps working. Answers after reading ' +
      'the copies back.',
    permission: 'look-after-desk',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ to_folder: path }),
    output: z.strictObject({ folder: z.string(), bytes: z.int() }),
    refusals: [
      'approval-asked',
      'import-running',
      'backup-running',
      'recording-stopped',
      'place-not-whole',
      'folder-unreadable',
      'folder-exists',
      'place-is-data',
    ],
    example: { to_folder: '/media/usb/datestamp-backup' },
  }),
  'store.restore': method({
    does:
      'Replaces the data files with a backup, and keeps the old files beside them. Starts a new epoch, which says ' +
      'who did it. On an open desk, takes a person with the grants. In rescue, takes this desk’s own recovery key, ' +
      'or the initials and PIN of a person who manages the desk and staff, checked against the backup. A desk that ' +
      'was never set up takes any backup with its recovery key, which then becomes this desk’s key.',
    permission: 'anyone',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      from_folder: path,
      recovery_key: ofPin(recoveryKeyText.optional()),
      own_pin: ownPin,
      initials: z.string().max(40).optional(),
      pin: ofPin(z.string().max(40).optional()),
    }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'place-not-whole',
      'folder-unreadable',
      'not-permitted',
      'recovery-key-needed',
      'restore-needs-proof',
      'backup-of-other-desk',
      'recovery-key-length',
      'recovery-key-mistyped',
    ],
    example: { commandId: EXAMPLE_ID, from_folder: '/media/usb/datestamp-backup', own_pin: '471108' },
  }),
  'system.status': method({
    does: 'Returns the version, the files and their sizes, and the state of each process.',
    permission: 'anyone',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      data_folder: z.string(),
      ...countsSchema.shape,
      memory_bytes: z.int(),
      stage: z.string(),
      trouble: z.string(),
      /** Starts at which entries were missing, until acknowledged: what each witness knew of. */
      missing: z.array(
        z.strictObject({ event: z.string(), last_at_ms: z.int().nullable(), witnesses: z.array(missing) }),
      ),
      /** Backups that were put in place, until acknowledged. */
      restored: z.array(z.strictObject({ event: z.string(), at_ms: z.int(), ...restoredSchema.shape })),
      /** Starts at which another key signed, or what was signed last was gone, until acknowledged. */
      unproved: z.array(z.strictObject({ event: z.string(), at_ms: z.int(), state: z.enum(['other', 'head-gone']) })),
      /** The first entry that was found not to match its hash, until acknowledged; empty: none. */
      broken_from: z.string(),
      /** A backup knows of entries that are missing here, where no start told of any. */
      backup_ahead: missing.nullable(),
      /** The people whose rows were changed in the files, until a new PIN ends it. */
      changed_staff: z.array(z.string()),
      /** The fingerprint of the key that signs how far the journal goes; empty: none. */
      signing_key: z.string(),
    }),
    refusals: [],
    example: {},
  }),
} as const satisfies Record<string, MethodSpec>
