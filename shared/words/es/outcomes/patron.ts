/** Spanish for the open account: its panel, its notes, its receipts, and what is told of its record. */
import type { PATRON as EN } from '../../en/outcomes/patron.ts'

export const PATRON: typeof EN = {
  note: {
    title: 'Nota',
    written: { note: 'Nota escrita', block: 'Préstamo bloqueado', message: 'Mensaje dejado' },
    means: {
      note: 'Está en la cuenta',
      block: 'No se presta nada hasta que se quite',
      message: 'Se muestra la próxima vez que se abra la cuenta',
    },
    until: (on) => `hasta el ${on}`,
    removed: 'Nota quitada',
    block_removed: 'Bloqueo quitado',
    told: 'Mensaje dado',
    tell: (text) => `Dígale: ${text}`,
  },
  receipts: 'Recibos',
  choice: {
    print: 'En papel',
    email: 'Por correo electrónico (en papel hasta que haya un servidor central)',
    none: 'Ninguno',
  },
  large: 'letra grande',
  language: { en: 'en inglés', es: 'en español' },
  languages: { en: 'inglés', es: 'español' },
}
